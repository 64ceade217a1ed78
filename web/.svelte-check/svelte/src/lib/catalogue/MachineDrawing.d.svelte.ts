export { default } from "./++MachineDrawing.svelte.ts";
export * from "./++MachineDrawing.svelte.ts";
