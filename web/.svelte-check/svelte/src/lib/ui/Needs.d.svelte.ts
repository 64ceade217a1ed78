export { default } from "./++Needs.svelte.ts";
export * from "./++Needs.svelte.ts";
