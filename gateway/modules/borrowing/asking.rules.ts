import type { Use } from '../../../schema/kinds.ts';
import type { LoanCondition, LoanUse } from '../../../schema/loans.ts';
import type { RefusalKey } from '../../../schema/refusals.ts';
import type { Audience, Scope } from '../../../schema/vocabulary.ts';
import { type Closure, openMinutesBetween, type WeeklyHours } from '../../platform/hours.ts';
import { minutesOf, type Period } from '../../platform/intervals.ts';
import { Refusal, type RefusalParams } from '../../platform/refusal.ts';
import type { NextTraining } from '../training/next.entity.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Who asks, for whom, when and how; what the machine and its workshop say; what the calendar and the accreditations show. */
export interface Asking {
  now: Date;
  period: Period;
  use: LoanUse;
  /** `visitor`: nobody is signed in; `unproven`: their address is not confirmed. */
  asker: 'visitor' | 'unproven' | 'person';
  party: { scope: Scope | 'person'; id: string; networkIds: readonly string[] };
  lender: {
    id: string;
    networkIds: readonly string[];
    openingHours: WeeklyHours;
    closures: readonly Closure[];
    timeZone: string;
  };
  machine: {
    use: Use;
    audience: Audience;
    noticeHours: number;
    longestHours: number;
    accreditation?: string;
  };
  /** Of somebody who comes to the borrower: the road, absent where nobody knows where the borrower is, and how far they go. */
  visit?: { radiusKm: number; km?: number };
  /** Whether the person holds the accreditation that the machine wants. */
  accredited: boolean;
  /** Who gives the accreditation that is missing, and when next, where somebody does. */
  training?: NextTraining;
  /** Whether a unit is free for the whole of it. */
  free: boolean;
  /** The next stretch as long that is free and open, where one was looked for and found. */
  next?: Period;
}

/** One condition of a loan: met, or missing with the figures that say what to do. */
export interface Condition {
  condition: LoanCondition;
  met: boolean;
  refusal: RefusalKey;
  /** The first instant that would do (notice), or the last (length). */
  at?: Date;
  /** The next stretch that would do. */
  next?: Period;
  /** Hours of notice, or of the longest loan. */
  hours?: number;
  /** Kilometres by road, and how many they would be at most. */
  km?: number;
  radiusKm?: number;
  /** Name of the accreditation. */
  name?: string;
  /** The next session that gives it. */
  training?: NextTraining;
}

const shares = (a: readonly string[], b: readonly string[]) => a.some((id) => b.includes(id));

/** Network: its members and the network itself. Organisations: everyone but a person on their own account. */
function isAmong({ machine, party, lender }: Asking): boolean {
  if (machine.audience === 'everyone') return true;
  if (machine.audience === 'organisations') return party.scope !== 'person';
  return party.scope === 'network' ? lender.networkIds.includes(party.id) : shares(party.networkIds, lender.networkIds);
}

/**
 * On site, every minute is inside the opening hours; taken away, somebody is there to hand it over and to take it back,
 * which the minute of opening and that of closing allow. Hours that nobody declared refuse nothing.
 */
export function withinHours({ from, until }: Period, use: LoanUse, lender: Asking['lender']): boolean {
  const { openingHours, closures, timeZone } = lender;
  if (openingHours.length === 0) return true;
  const open = (start: number, end: number) => {
    const span = { from: new Date(start), until: new Date(end) };
    return openMinutesBetween(openingHours, closures, timeZone, span) >= minutesOf(span);
  };
  const [start, end] = [from.getTime(), until.getTime()];
  if (use === 'on_site') return open(start, end);
  return open(start, start + MINUTE) && (open(end - MINUTE, end) || open(end, end + MINUTE));
}

/** Every condition of a request, in order; asking and showing what it takes both read this list. */
export function conditionsOf(asking: Asking): Condition[] {
  const { now, period, use, asker, party, lender, machine, visit } = asking;
  const { from, until } = period;
  const shaped = from < until;
  const earliest = new Date(now.getTime() + machine.noticeHours * HOUR);
  const last = new Date(from.getTime() + machine.longestHours * HOUR);
  const next = asking.next ? { next: asking.next } : {};
  const accountRefusal = asker === 'visitor' ? 'platform.signIn' : 'identity.verifyEmail';
  const conditions: (Condition | false)[] = [
    { condition: 'account', met: asker === 'person', refusal: accountRefusal },
    {
      condition: 'own_machine',
      met: party.id !== lender.id,
      refusal: 'borrowing.ownMachine',
    },
    { condition: 'audience', met: isAmong(asking), refusal: 'borrowing.audience' },
    { condition: 'use', met: machine.use === 'both' || machine.use === use, refusal: 'borrowing.use' },
    visit !== undefined && { condition: 'place', met: visit.km !== undefined, refusal: 'borrowing.noPlace' },
    visit?.km !== undefined && {
      condition: 'radius',
      met: visit.km <= visit.radiusKm,
      refusal: 'borrowing.beyondRadius',
      km: visit.km,
      radiusKm: visit.radiusKm,
    },
    { condition: 'period', met: shaped, refusal: 'calendar.period' },
    { condition: 'future', met: from >= now, refusal: 'calendar.past', ...next },
    machine.noticeHours > 0 && {
      condition: 'notice',
      met: from >= earliest,
      refusal: 'calendar.notice',
      at: earliest,
      hours: machine.noticeHours,
      ...next,
    },
    { condition: 'length', met: until <= last, refusal: 'calendar.tooLong', at: last, hours: machine.longestHours },
    lender.openingHours.length > 0 && {
      condition: 'hours',
      // Somebody who comes works all the while, wherever that is.
      met: shaped && withinHours(period, visit ? 'on_site' : use, lender),
      refusal: 'calendar.closed',
      ...next,
    },
    machine.accreditation !== undefined && {
      condition: 'accreditation',
      met: asking.accredited,
      refusal: 'borrowing.accreditation',
      name: machine.accreditation,
      ...(!asking.accredited && asking.training && { training: asking.training }),
    },
    { condition: 'free', met: shaped && asking.free, refusal: 'calendar.taken', ...next },
  ];
  return conditions.filter((condition) => condition !== false);
}

/** What a refusal for want of an accreditation says: who gives it and when next, to book a seat there. */
export const trainingParams = (training: NextTraining | undefined): RefusalParams =>
  training
    ? {
        training: training.listingId,
        trainingName: training.name,
        trainingFrom: training.from.toISOString(),
        trainingWorkshop: training.workshop,
        trainingCity: training.city,
        trainingZone: training.timeZone,
      }
    : {};

const paramsOf = ({ condition, at, next, hours, name, training, km, radiusKm }: Condition): RefusalParams => ({
  ...trainingParams(training),
  ...(condition === 'notice' && at && { earliest: at.toISOString() }),
  ...(condition === 'length' && at && { latest: at.toISOString() }),
  ...(hours !== undefined && { hours }),
  ...(condition === 'radius' && { km: km ?? null, radius: radiusKm ?? null }),
  ...(name !== undefined && { name }),
  ...(condition === 'free' && {
    nextFrom: next?.from.toISOString() ?? null,
    nextUntil: next?.until.toISOString() ?? null,
  }),
});

/** Refuses with the first condition that is missing; `more` says which machine it is about. */
export function demandConditions(conditions: readonly Condition[], more: RefusalParams = {}): void {
  const missing = conditions.find(({ met }) => !met);
  if (missing) throw new Refusal(missing.refusal, { ...paramsOf(missing), ...more });
}

/** What stands in the way on one unit, its own buffers included. */
interface UnitBlock extends Period {
  unitId: string;
}

export interface SlotSearch {
  period: Period;
  use: LoanUse;
  lender: Asking['lender'];
  /** No slot begins before this instant: now, with the notice that the owner wants. */
  earliest: Date;
  unitIds: readonly string[];
  blocks: readonly UnitBlock[];
  /** Minutes that a loan takes before and after itself. */
  before: number;
  after: number;
  /** How many units are wanted at the same time; one unless said. */
  units?: number;
}

const STEP = 30 * MINUTE;
const SEARCH_DAYS = 21;

/** How many units are free for the period and what it takes before and after itself. */
const freeUnits = (period: Period, { unitIds, blocks, before, after }: SlotSearch): number => {
  const from = period.from.getTime() - before * MINUTE;
  const until = period.until.getTime() + after * MINUTE;
  const busy = blocks.filter((block) => block.from.getTime() < until && from < block.until.getTime());
  return unitIds.filter((unitId) => !busy.some((block) => block.unitId === unitId)).length;
};

/** Whether there is room for the period: `units` of them, one unless said. */
export const isFree = (period: Period, search: SlotSearch): boolean => freeUnits(period, search) >= (search.units ?? 1);

/** The next stretch as long that is free and open, on the half-hour, within three weeks of what was wished. */
export function nextSlot(search: SlotSearch): Period | undefined {
  const { period, use, lender, earliest } = search;
  const length = period.until.getTime() - period.from.getTime();
  if (length <= 0) return undefined;
  const wish = Math.max(period.from.getTime(), earliest.getTime());
  const first = Math.ceil(wish / STEP) * STEP;
  for (let at = first; at < first + SEARCH_DAYS * 24 * HOUR; at += STEP) {
    const slot = { from: new Date(at), until: new Date(at + length) };
    if (isFree(slot, search) && withinHours(slot, use, lender)) return slot;
  }
  return undefined;
}

/** The days that a search for a slot looks at. */
export const searchWindow = ({ from, until }: Period, earliest: Date): Period => {
  const start = Math.max(from.getTime(), earliest.getTime());
  return {
    from: new Date(Math.min(from.getTime(), start) - 24 * HOUR),
    until: new Date(start + (SEARCH_DAYS + 1) * 24 * HOUR + Math.max(0, until.getTime() - from.getTime())),
  };
};
