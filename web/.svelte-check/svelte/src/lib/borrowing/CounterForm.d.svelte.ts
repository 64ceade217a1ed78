export { default } from "./++CounterForm.svelte.ts";
export * from "./++CounterForm.svelte.ts";
