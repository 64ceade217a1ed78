export { default } from "./++OpenClock.svelte.ts";
export * from "./++OpenClock.svelte.ts";
