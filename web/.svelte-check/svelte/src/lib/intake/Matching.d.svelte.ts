export { default } from "./++Matching.svelte.ts";
export * from "./++Matching.svelte.ts";
