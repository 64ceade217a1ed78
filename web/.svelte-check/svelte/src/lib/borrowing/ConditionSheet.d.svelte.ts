export { default } from "./++ConditionSheet.svelte.ts";
export * from "./++ConditionSheet.svelte.ts";
