export { default } from "./++LoanRow.svelte.ts";
export * from "./++LoanRow.svelte.ts";
