export { default } from "./++Ticket.svelte.ts";
export * from "./++Ticket.svelte.ts";
