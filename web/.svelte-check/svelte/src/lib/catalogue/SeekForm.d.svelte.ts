export { default } from "./++SeekForm.svelte.ts";
export * from "./++SeekForm.svelte.ts";
