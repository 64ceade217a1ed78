export { default } from "./++WorkshopRow.svelte.ts";
export * from "./++WorkshopRow.svelte.ts";
