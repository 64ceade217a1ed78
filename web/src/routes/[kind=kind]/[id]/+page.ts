import { kindParts } from '$lib/sharing/panels.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data }) => ({ ...data, parts: await kindParts[data.listing.kind]() });
