export { default } from "./++DirectoryFacets.svelte.ts";
export * from "./++DirectoryFacets.svelte.ts";
