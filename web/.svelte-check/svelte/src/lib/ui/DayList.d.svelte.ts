export { default } from "./++DayList.svelte.ts";
export * from "./++DayList.svelte.ts";
