export { default } from "./++LoanSides.svelte.ts";
export * from "./++LoanSides.svelte.ts";
