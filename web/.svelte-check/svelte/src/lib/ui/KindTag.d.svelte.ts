export { default } from "./++KindTag.svelte.ts";
export * from "./++KindTag.svelte.ts";
