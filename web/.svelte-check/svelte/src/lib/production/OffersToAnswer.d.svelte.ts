export { default } from "./++OffersToAnswer.svelte.ts";
export * from "./++OffersToAnswer.svelte.ts";
