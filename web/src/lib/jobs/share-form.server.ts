import { halfPercent, weekHalves } from '$schema/jobs.ts';
import { text } from '../forms/values.ts';

/** The share that a form asks for: named half-days say how much they are; a season needs both of its days. */
export function shareIn(form: FormData, quantity: number) {
  const days = weekHalves.filter((half) => form.get(`day.${half}`) !== null);
  const [from, until] = [text(form, 'season.from'), text(form, 'season.until')];
  return {
    quantity: days.length > 0 ? days.length * halfPercent : quantity,
    ...(days.length > 0 && { days }),
    ...((from || until) && { season: { from, until } }),
  };
}
