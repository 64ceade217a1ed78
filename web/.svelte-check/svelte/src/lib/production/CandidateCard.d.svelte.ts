export { default } from "./++CandidateCard.svelte.ts";
export * from "./++CandidateCard.svelte.ts";
