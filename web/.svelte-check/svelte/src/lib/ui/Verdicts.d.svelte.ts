export { default } from "./++Verdicts.svelte.ts";
export * from "./++Verdicts.svelte.ts";
