export { default } from "./++Pagination.svelte.ts";
export * from "./++Pagination.svelte.ts";
