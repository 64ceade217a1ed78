export { default } from "./++ClothMap.svelte.ts";
export * from "./++ClothMap.svelte.ts";
