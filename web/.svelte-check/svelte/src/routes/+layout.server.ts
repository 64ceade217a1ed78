import type { LayoutServerLoad } from './$types';
import { now } from '$lib/clock.ts';

export const load: LayoutServerLoad = async ({ locals }) => ({
  locale: locals.locale,
  theme: locals.theme,
  now: now().toISOString(),
  viewer: await locals.viewer(),
});
