export { default } from "./++Dispo.svelte.ts";
export * from "./++Dispo.svelte.ts";
