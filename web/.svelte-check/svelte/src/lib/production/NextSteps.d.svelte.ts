export { default } from "./++NextSteps.svelte.ts";
export * from "./++NextSteps.svelte.ts";
