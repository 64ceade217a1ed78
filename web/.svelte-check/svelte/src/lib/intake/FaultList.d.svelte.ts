export { default } from "./++FaultList.svelte.ts";
export * from "./++FaultList.svelte.ts";
