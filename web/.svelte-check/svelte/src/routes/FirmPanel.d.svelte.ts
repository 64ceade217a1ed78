export { default } from "./++FirmPanel.svelte.ts";
export * from "./++FirmPanel.svelte.ts";
