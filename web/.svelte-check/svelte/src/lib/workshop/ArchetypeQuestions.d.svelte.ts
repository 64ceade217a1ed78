export { default } from "./++ArchetypeQuestions.svelte.ts";
export * from "./++ArchetypeQuestions.svelte.ts";
