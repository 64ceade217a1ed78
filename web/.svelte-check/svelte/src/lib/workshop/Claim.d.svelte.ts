export { default } from "./++Claim.svelte.ts";
export * from "./++Claim.svelte.ts";
