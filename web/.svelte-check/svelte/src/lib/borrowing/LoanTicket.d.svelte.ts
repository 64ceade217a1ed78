export { default } from "./++LoanTicket.svelte.ts";
export * from "./++LoanTicket.svelte.ts";
