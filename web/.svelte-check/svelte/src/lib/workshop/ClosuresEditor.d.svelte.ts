export { default } from "./++ClosuresEditor.svelte.ts";
export * from "./++ClosuresEditor.svelte.ts";
