export { default } from "./++EquipmentForm.svelte.ts";
export * from "./++EquipmentForm.svelte.ts";
