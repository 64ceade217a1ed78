export { default } from "./++DeskTally.svelte.ts";
export * from "./++DeskTally.svelte.ts";
