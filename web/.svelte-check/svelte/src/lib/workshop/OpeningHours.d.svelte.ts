export { default } from "./++OpeningHours.svelte.ts";
export * from "./++OpeningHours.svelte.ts";
