export { default } from "./++SeekBlock.svelte.ts";
export * from "./++SeekBlock.svelte.ts";
