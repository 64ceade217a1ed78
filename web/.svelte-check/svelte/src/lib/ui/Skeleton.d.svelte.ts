export { default } from "./++Skeleton.svelte.ts";
export * from "./++Skeleton.svelte.ts";
