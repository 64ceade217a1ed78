export { default } from "./++PasswordField.svelte.ts";
export * from "./++PasswordField.svelte.ts";
