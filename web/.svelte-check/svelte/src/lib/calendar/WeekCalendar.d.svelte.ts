export { default } from "./++WeekCalendar.svelte.ts";
export * from "./++WeekCalendar.svelte.ts";
