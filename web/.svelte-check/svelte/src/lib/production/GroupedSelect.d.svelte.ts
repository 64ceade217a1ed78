export { default } from "./++GroupedSelect.svelte.ts";
export * from "./++GroupedSelect.svelte.ts";
