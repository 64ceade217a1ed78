export { default } from "./++Map.svelte.ts";
export * from "./++Map.svelte.ts";
