export { default } from "./++LoanThread.svelte.ts";
export * from "./++LoanThread.svelte.ts";
