import type { PageServerLoad } from './$types';
import { radii } from '$lib/sharing/radii.ts';
import { listPage } from '$lib/sharing/rows.server.ts';

export const load: PageServerLoad = async (event) => ({ radii, found: await listPage(event) });
