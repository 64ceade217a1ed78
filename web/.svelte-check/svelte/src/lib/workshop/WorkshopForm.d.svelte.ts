export { default } from "./++WorkshopForm.svelte.ts";
export * from "./++WorkshopForm.svelte.ts";
