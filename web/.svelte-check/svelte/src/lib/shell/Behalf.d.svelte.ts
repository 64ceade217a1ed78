export { default } from "./++Behalf.svelte.ts";
export * from "./++Behalf.svelte.ts";
