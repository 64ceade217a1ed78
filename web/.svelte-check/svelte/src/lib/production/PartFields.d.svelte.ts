export { default } from "./++PartFields.svelte.ts";
export * from "./++PartFields.svelte.ts";
