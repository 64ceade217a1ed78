export { default } from "./++RequestHistory.svelte.ts";
export * from "./++RequestHistory.svelte.ts";
