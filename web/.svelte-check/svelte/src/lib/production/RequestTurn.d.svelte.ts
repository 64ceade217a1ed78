export { default } from "./++RequestTurn.svelte.ts";
export * from "./++RequestTurn.svelte.ts";
