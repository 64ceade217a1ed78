export { default } from "./++Combobox.svelte.ts";
export * from "./++Combobox.svelte.ts";
