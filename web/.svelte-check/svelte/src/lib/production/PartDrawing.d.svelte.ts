export { default } from "./++PartDrawing.svelte.ts";
export * from "./++PartDrawing.svelte.ts";
