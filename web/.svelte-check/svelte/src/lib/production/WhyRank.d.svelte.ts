export { default } from "./++WhyRank.svelte.ts";
export * from "./++WhyRank.svelte.ts";
