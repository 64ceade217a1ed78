export { default } from "./++LoanJournal.svelte.ts";
export * from "./++LoanJournal.svelte.ts";
