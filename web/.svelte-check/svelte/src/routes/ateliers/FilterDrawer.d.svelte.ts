export { default } from "./++FilterDrawer.svelte.ts";
export * from "./++FilterDrawer.svelte.ts";
