export { default } from "./++Pill.svelte.ts";
export * from "./++Pill.svelte.ts";
