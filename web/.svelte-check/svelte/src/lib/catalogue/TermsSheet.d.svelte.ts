export { default } from "./++TermsSheet.svelte.ts";
export * from "./++TermsSheet.svelte.ts";
