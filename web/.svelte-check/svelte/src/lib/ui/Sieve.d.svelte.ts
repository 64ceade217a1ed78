export { default } from "./++Sieve.svelte.ts";
export * from "./++Sieve.svelte.ts";
