import { type Busy, type Segment, segmentsOf, stateOf, type DayState, type Machine } from './segments.ts';
import { addDays, dateIn, hourIn, instantIn } from './zone.server.ts';

/** A machine's calendar as the gateway gives it. */
export type Calendar = {
  timeZone: string;
  hoursKnown: boolean;
  open: { from: string; until: string }[];
  busy: {
    unitId: string;
    kind: Busy['kind'];
    from: string;
    until: string;
    holdUntil?: string | null | undefined;
    details?:
      | {
          purpose: string;
          subjectId: string;
          code?: string | null | undefined;
          note?: string | null | undefined;
          party?: { name: string } | null | undefined;
        }
      | null
      | undefined;
  }[];
};

/** One stretch as it is drawn: `start` and `end` in hours of the place's own clock. */
export type Slot = Pick<Segment, 'kind' | 'free' | 'label' | 'href'> & {
  from: string;
  until: string;
  holdUntil?: string | undefined;
  start: number;
  end: number;
};
export type Day = {
  date: string;
  isToday: boolean;
  isPast: boolean;
  state: DayState;
  slots: Slot[];
  freeHours: number;
};

const ms = (iso: string) => new Date(iso).getTime();

export function machineOf(
  calendar: Calendar,
  unitIds: readonly string[],
  now: Date,
  chosen?: { from: Date; until: Date },
): Machine {
  return {
    unitIds,
    open: calendar.open.map(({ from, until }) => ({ from: ms(from), until: ms(until) })),
    busy: calendar.busy.map(({ unitId, kind, from, until, holdUntil, details }) => ({
      unitId,
      kind,
      from: ms(from),
      until: ms(until),
      holdUntil: holdUntil ? ms(holdUntil) : undefined,
      label: details ? [details.code, details.party?.name].filter(Boolean).join(', ') || undefined : undefined,
      href: details?.purpose === 'loan' ? `/echanges/${details.subjectId}` : undefined,
    })),
    now: now.getTime(),
    chosen: chosen && { from: chosen.from.getTime(), until: chosen.until.getTime() },
  };
}

/** The days from a date on, each as a list read in order. */
export function daysOf(calendar: Calendar, machine: Machine, first: string, count: number): Day[] {
  const { timeZone } = calendar;
  const today = dateIn(timeZone, new Date(machine.now));
  return Array.from({ length: count }, (_, n) => {
    const date = addDays(first, n);
    const [from, until] = [instantIn(timeZone, date)!, instantIn(timeZone, date, true)!];
    const segments = segmentsOf(machine, { from: from.getTime(), until: until.getTime() });
    return {
      date,
      isToday: date === today,
      isPast: date < today,
      state: stateOf(segments),
      freeHours: segments
        .filter(({ kind }) => kind === 'free')
        .reduce((sum, segment) => sum + (segment.until - segment.from) / 3_600_000, 0),
      slots: segments.map(({ from: start, until: end, holdUntil, ...rest }) => ({
        ...rest,
        from: new Date(start).toISOString(),
        until: new Date(end).toISOString(),
        holdUntil: holdUntil ? new Date(holdUntil).toISOString() : undefined,
        start: hourIn(timeZone, new Date(start), date),
        end: hourIn(timeZone, new Date(end), date),
      })),
    };
  });
}

/** The hours to draw: all that is open, begins or ends that week, 8 to 19 where nothing says otherwise. Nights gone through are left out. */
export function hoursOf(days: readonly Day[], hoursKnown: boolean): { from: number; to: number } {
  if (!hoursKnown) return { from: 7, to: 21 };
  const shown = days.flatMap(({ slots }) =>
    slots.filter(({ kind }) => kind !== 'closed' && kind !== 'late' && kind !== 'maintenance'),
  );
  const starts = shown.filter(({ kind, start }) => kind === 'free' || start > 0).map(({ start }) => Math.floor(start));
  const ends = shown.filter(({ kind, end }) => kind === 'free' || end < 24).map(({ end }) => Math.ceil(end));
  return { from: Math.max(0, Math.min(9, ...starts) - 1), to: Math.min(24, Math.max(18, ...ends) + 1) };
}
