export { default } from "./++RequestList.svelte.ts";
export * from "./++RequestList.svelte.ts";
