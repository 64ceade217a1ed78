export { default } from "./++ErrorSummary.svelte.ts";
export * from "./++ErrorSummary.svelte.ts";
