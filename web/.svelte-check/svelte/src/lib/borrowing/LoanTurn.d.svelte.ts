export { default } from "./++LoanTurn.svelte.ts";
export * from "./++LoanTurn.svelte.ts";
