export { default } from "./++SayForm.svelte.ts";
export * from "./++SayForm.svelte.ts";
