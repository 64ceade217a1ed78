export { default } from "./++PartCard.svelte.ts";
export * from "./++PartCard.svelte.ts";
