import type { WeeklyHours } from '../../platform/hours.ts';
import { tidyHours } from '../workshop/opening.rules.ts';

/** Hours of their own; none where nothing is said. Throws `workshop.hours` as a workshop's do. */
export function ownHoursOf(spans: Parameters<typeof tidyHours>[0]): { ownHours?: WeeklyHours } {
  const hours = tidyHours(spans);
  return hours.length > 0 ? { ownHours: hours as WeeklyHours } : {};
}
