import type { PageLoad } from './$types';

/** Sent where it is shown only: how a workshop that nobody manages is claimed, and what its own people read of it. */
export const load: PageLoad = async ({ data }) => ({
  ...data,
  Claim: data.workshop.managers.length === 0 ? (await import('$lib/workshop/Claim.svelte')).default : undefined,
  ReusePanel: data.reuse && (await import('$lib/material/ReusePanel.svelte')).default,
});
