export { default } from "./++Cote.svelte.ts";
export * from "./++Cote.svelte.ts";
