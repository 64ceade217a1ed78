export { default } from "./++MembershipRequests.svelte.ts";
export * from "./++MembershipRequests.svelte.ts";
