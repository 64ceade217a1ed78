import type { PageServerLoad } from './$types';
import { trainerPage } from '$lib/finding/trainers.server.ts';

export const load: PageServerLoad = async (event) => ({ found: await trainerPage(event) });
