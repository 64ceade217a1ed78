export { default } from "./++MapJumps.svelte.ts";
export * from "./++MapJumps.svelte.ts";
