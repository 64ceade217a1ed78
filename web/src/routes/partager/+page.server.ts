import type { PageServerLoad } from './$types';
import { everythingPage } from '$lib/finding/everything.server.ts';
import { radii } from '$lib/sharing/radii.ts';

export const load: PageServerLoad = async (event) => ({ radii, ...(await everythingPage(event)) });
