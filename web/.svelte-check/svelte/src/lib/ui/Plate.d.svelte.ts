export { default } from "./++Plate.svelte.ts";
export * from "./++Plate.svelte.ts";
