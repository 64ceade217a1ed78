export { default } from "./++DirectorySeek.svelte.ts";
export * from "./++DirectorySeek.svelte.ts";
