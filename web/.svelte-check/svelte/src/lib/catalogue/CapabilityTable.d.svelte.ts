export { default } from "./++CapabilityTable.svelte.ts";
export * from "./++CapabilityTable.svelte.ts";
