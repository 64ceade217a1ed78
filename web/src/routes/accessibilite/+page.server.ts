import type { PageServerLoad } from './$types';
import { rgaaResult } from '$schema/rgaa.ts';

export const load: PageServerLoad = () => ({ rgaa: rgaaResult() });
