export { default } from "./++ActingFor.svelte.ts";
export * from "./++ActingFor.svelte.ts";
