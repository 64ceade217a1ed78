export { default } from "./++ArchetypeScale.svelte.ts";
export * from "./++ArchetypeScale.svelte.ts";
