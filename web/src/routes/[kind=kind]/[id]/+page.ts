import { kindParts } from '$lib/sharing/panels.ts';
import type { PageLoad } from './$types';

/** The buttons of who offers it are loaded for them alone. */
export const load: PageLoad = async ({ data }) => ({
  ...data,
  parts: await kindParts[data.listing.kind](),
  Owner: data.listing.can.length > 0 ? (await import('$lib/sharing/ListingOwner.svelte')).default : undefined,
});
