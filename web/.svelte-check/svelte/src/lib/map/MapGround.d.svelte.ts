export { default } from "./++MapGround.svelte.ts";
export * from "./++MapGround.svelte.ts";
