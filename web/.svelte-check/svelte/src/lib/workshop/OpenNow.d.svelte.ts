export { default } from "./++OpenNow.svelte.ts";
export * from "./++OpenNow.svelte.ts";
