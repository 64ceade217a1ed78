export { default } from "./++Cartouche.svelte.ts";
export * from "./++Cartouche.svelte.ts";
