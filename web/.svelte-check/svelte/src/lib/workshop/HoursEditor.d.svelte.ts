export { default } from "./++HoursEditor.svelte.ts";
export * from "./++HoursEditor.svelte.ts";
