export { default } from "./++BookingForm.svelte.ts";
export * from "./++BookingForm.svelte.ts";
