export { default } from "./++MonthCalendar.svelte.ts";
export * from "./++MonthCalendar.svelte.ts";
