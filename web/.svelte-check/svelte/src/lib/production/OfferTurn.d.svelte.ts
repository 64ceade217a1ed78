export { default } from "./++OfferTurn.svelte.ts";
export * from "./++OfferTurn.svelte.ts";
