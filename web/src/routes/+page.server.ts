import type { PageServerLoad } from './$types';
import { now } from '$lib/clock.ts';
import { formatFor } from '$lib/i18n/format.ts';

/** A working day as the fields of the search want it. */
const workingDay = (day: string) => ({ from: `${day}T09:00`, until: `${day}T18:00` });

/** The search opens on tomorrow: what a person with a job to do asks first. */
export const load: PageServerLoad = ({ locals }) => {
  const format = formatFor(locals.locale);
  const today = workingDay(format.isoDay(now()));
  const tomorrow = workingDay(format.dayAfter(now(), 1));
  return { today, tomorrow, ...tomorrow };
};
