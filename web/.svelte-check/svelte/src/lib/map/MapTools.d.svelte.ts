export { default } from "./++MapTools.svelte.ts";
export * from "./++MapTools.svelte.ts";
