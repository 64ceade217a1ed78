export { default } from "./++SeekCell.svelte.ts";
export * from "./++SeekCell.svelte.ts";
