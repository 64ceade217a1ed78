export { default } from "./++MachineTimeSheet.svelte.ts";
export * from "./++MachineTimeSheet.svelte.ts";
