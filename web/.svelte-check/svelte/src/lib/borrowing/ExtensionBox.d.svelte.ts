export { default } from "./++ExtensionBox.svelte.ts";
export * from "./++ExtensionBox.svelte.ts";
