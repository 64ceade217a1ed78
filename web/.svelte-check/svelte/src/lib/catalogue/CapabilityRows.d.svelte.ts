export { default } from "./++CapabilityRows.svelte.ts";
export * from "./++CapabilityRows.svelte.ts";
