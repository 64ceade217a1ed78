export { default } from "./++EnvelopeDrawing.svelte.ts";
export * from "./++EnvelopeDrawing.svelte.ts";
