import { limits } from '../../../schema/vocabulary.ts';
import { type Closure, openPeriods, type WeeklyHours } from '../../platform/hours.ts';
import { Refusal } from '../../platform/refusal.ts';

interface Hours {
  openingHours: readonly Span[];
  closures: readonly Closure[];
  timeZone: string;
}

interface Span {
  day: number;
  from: string;
  to: string;
}

const time = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Spans in the order of the week. Throws `workshop.hours`, with the day, on a wrong time or two spans that overlap. */
export function tidyHours(spans: readonly Span[]): Span[] {
  if (spans.length > limits.openingSpans) throw new Refusal('workshop.hours', { day: 0 });
  const sorted = spans
    .map(({ day, from, to }) => ({ day, from, to }))
    .sort((a, b) => a.day - b.day || a.from.localeCompare(b.from));
  for (const [index, { day, from, to }] of sorted.entries()) {
    const before = sorted[index - 1];
    const isWeekday = Number.isInteger(day) && day >= 1 && day <= 7;
    const isSpan = time.test(from) && (time.test(to) || to === '24:00') && from < to;
    const overlaps = before?.day === day && from < before.to;
    if (!isWeekday || !isSpan || overlaps) throw new Refusal('workshop.hours', { day });
  }
  return sorted;
}

const isDate = (text: string) => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

/** Closures in order. Throws `workshop.closure` on a date that does not exist or an end before its beginning. */
export function tidyClosures<C extends Closure>(closures: readonly C[]): C[] {
  for (const { from, to } of closures)
    if (!isDate(from) || !isDate(to) || to < from) throw new Refusal('workshop.closure', { from, to });
  return [...closures].sort((a, b) => a.from.localeCompare(b.from) || a.to.localeCompare(b.to));
}

export interface OpeningState {
  open: boolean;
  /** When it closes, while open. */
  until?: Date;
  /** When it opens next, while closed; absent when it does not within three weeks. */
  next?: Date;
}

const horizonMs = 21 * 86_400_000;

/** Whether a workshop is open at an instant; undefined when it never said its hours. */
export function openingAt({ openingHours, closures, timeZone }: Hours, now: Date): OpeningState | undefined {
  if (openingHours.length === 0) return undefined;
  const ahead = { from: now, until: new Date(now.getTime() + horizonMs) };
  const [first] = openPeriods(openingHours as WeeklyHours, closures, timeZone, ahead);
  if (first && first.from <= now) return { open: true, until: first.until };
  return { open: false, ...(first && { next: first.from }) };
}
