export { default } from "./++MapPin.svelte.ts";
export * from "./++MapPin.svelte.ts";
