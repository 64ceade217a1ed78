export { default } from "./++Facets.svelte.ts";
export * from "./++Facets.svelte.ts";
