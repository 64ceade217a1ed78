export { default } from "./++PriceTable.svelte.ts";
export * from "./++PriceTable.svelte.ts";
