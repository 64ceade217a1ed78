import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkedSlots,
  deletedAt,
  monthsAfter,
  openApplicationMoves,
  takeApplicationMove,
} from '../../gateway/modules/hiring/application.rules.ts';
import { canSwap, clashesOf, isMonday, swapped, weekOf } from '../../gateway/modules/hiring/week.rules.ts';
import { checkedShare, daysOfSeason, mostOfSeason } from '../../gateway/modules/sharing/share.rules.ts';
import {
  applicationActors,
  applicationMoveNames,
  applicationMoves,
  applicationStatuses,
  dayOf,
  jobLimits,
  standingApplications,
  weekHalves,
} from '../../schema/jobs.ts';
import { isRomeTitle, romeTitles } from '../../schema/rome.ts';
import { Refusal } from '../../gateway/platform/refusal.ts';

/** The key of what is refused; what is let through has none. */
function refusalOf(act: () => unknown): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.key;
    throw error;
  }
}

const blois = { lat: 47.594, lon: 1.329 };
const tours = { lat: 47.394, lon: 0.688 };
const chartres = { lat: 48.446, lon: 1.49 };
const party = { scope: 'workshop' as const, id: 'w' };
const halves = fc.uniqueArray(fc.constantFrom(...weekHalves));
const shares = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 }).chain((ids) =>
  fc.tuple(
    ...ids.map((workshopId) =>
      fc.record({
        workshopId: fc.constant(workshopId),
        point: fc.constantFrom(blois, tours, chartres),
        percent: fc.constant(20),
        days: halves,
      }),
    ),
  ),
);

type Share = Parameters<typeof clashesOf>[0][number];

describe('a share', () => {
  test('of named half-days is ten percent of each, whatever their order, and anything else is refused', () => {
    fc.assert(
      fc.property(halves, fc.integer({ min: 1, max: 100 }), (days, percent) => {
        const check = () => checkedShare('job', party, percent * 1_000, { days });
        if (days.length === 0 || percent === days.length * 10) expect(new Set(check().days)).toEqual(new Set(days));
        else expect(refusalOf(check)).toBe('jobs.halves');
      }),
    );
  });

  test('of a season holds no more of a year than the season does', () => {
    const day = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 364 }), fc.integer({ min: 1, max: 100 }), (first, more, percent) => {
        const from = first.toISOString().slice(0, 10);
        const until = new Date(Date.parse(from) + more * 86_400_000).toISOString().slice(0, 10);
        const season = { from, until };
        expect(daysOfSeason(season)).toBe(more + 1);
        const check = () => checkedShare('job', party, percent * 1_000, { season });
        if (percent * 1_000 <= mostOfSeason(season)) expect(check()).toEqual({ days: [], season });
        else expect(refusalOf(check)).toBe('jobs.season');
      }),
    );
    expect(mostOfSeason({ from: '2026-01-01', until: '2026-12-31' })).toBe(100_000);
  });

  test('is a workshop’s, either of half-days or of a season, and of jobs alone', () => {
    const season = { from: '2026-06-01', until: '2026-08-31' };
    expect(refusalOf(() => checkedShare('job', { scope: 'firm', id: 'f' }, 10_000, {}))).toBe('jobs.workshopOnly');
    expect(refusalOf(() => checkedShare('job', party, 10_000, { days: ['mon_am'], season }))).toBe('platform.invalid');
    expect(refusalOf(() => checkedShare('material', party, 10_000, { days: ['mon_am'] }))).toBe('platform.invalid');
    expect(
      refusalOf(() => checkedShare('job', party, 1_000, { season: { from: '2026-09-01', until: '2026-08-31' } })),
    ).toBe('platform.invalid');
    expect(checkedShare('material', { scope: 'firm', id: 'f' }, 10_000, {})).toEqual({ days: [] });
  });
});

describe('a week', () => {
  test('shows every half-day of every share, and no other', () => {
    fc.assert(
      fc.property(shares, (all) => {
        for (const { half, workshopIds } of weekOf(all))
          expect(new Set(workshopIds)).toEqual(
            new Set(all.filter(({ days }) => days.includes(half)).map(({ workshopId }) => workshopId)),
          );
      }),
    );
  });

  test('flags two workshops on one half-day, and on one day those farther apart than is stated, and nothing else', () => {
    fc.assert(
      fc.property(shares, (all) => {
        const found = clashesOf(all);
        const pairs = all.flatMap((a, n) => all.slice(n + 1).map((b) => [a, b] as const));
        for (const [a, b] of pairs) {
          const between = found.filter(
            ({ workshopIds }) => workshopIds.includes(a.workshopId) && workshopIds.includes(b.workshopId),
          );
          const same = weekHalves.filter((half) => a.days.includes(half) && b.days.includes(half));
          expect(between.filter(({ reason }) => reason === 'same_half').map(({ half }) => half)).toEqual(same);
          const days = new Set(a.days.map(dayOf).filter((day) => b.days.map(dayOf).includes(day)));
          const far = between.filter(({ reason }) => reason === 'far');
          expect(far.length).toBe((far[0]?.km ?? 0) > jobLimits.dayKm ? days.size : 0);
          if (a.point === b.point) expect(far).toEqual([]);
        }
      }),
    );
    const a = { workshopId: 'a', point: tours, percent: 10, days: ['tue_am' as const] };
    const b = { workshopId: 'b', point: chartres, percent: 10, days: ['tue_pm' as const] };
    expect(clashesOf([a, b])).toEqual([{ reason: 'far', day: 'tue', workshopIds: ['a', 'b'], km: 131 }]);
    expect(clashesOf([a, { ...b, point: blois }])).toEqual([]);
  });

  test('flags two seasons that together ask for more than whole weeks', () => {
    const summer = { from: '2027-06-01', until: '2027-08-31' };
    const of = (workshopId: string, percent: number, season = summer) => ({
      workshopId,
      point: blois,
      percent,
      days: [],
      season,
    });
    expect(clashesOf([of('a', 12), of('b', 12)])).toEqual([]);
    expect(clashesOf([of('a', 20), of('b', 12)])).toMatchObject([{ reason: 'season' }]);
    expect(clashesOf([of('a', 20), of('b', 12, { from: '2027-09-01', until: '2027-11-30' })])).toEqual([]);
  });

  test('keeps as many half-days of each workshop, and of all, through any swap', () => {
    const swap = fc.record({
      askerId: fc.constantFrom('a', 'b', 'c', 'd'),
      otherId: fc.constantFrom('a', 'b', 'c', 'd'),
      give: fc.constantFrom(...weekHalves),
      take: fc.constantFrom(...weekHalves),
    });
    fc.assert(
      fc.property(shares, fc.array(swap, { maxLength: 8 }), (all, swaps) => {
        const after = swaps.reduce<Share[]>(
          (now, one) => {
            const next = swapped(now, one);
            if (canSwap(now, one)) {
              const days = (id: string) => next.find(({ workshopId }) => workshopId === id)!.days;
              expect(days(one.askerId)).toContain(one.take);
              expect(days(one.otherId)).toContain(one.give);
            } else expect(next).toEqual(now);
            return next;
          },
          [...all],
        );
        const cells = (week: readonly Share[]) => week.map(({ days }) => new Set(days).size);
        expect(cells(after)).toEqual(cells(all));
        const taken = (week: readonly Share[]) => week.flatMap(({ days }) => days).sort();
        expect(taken(after)).toEqual(taken(all));
      }),
    );
  });

  test('begins on a Monday', () => {
    expect(isMonday('2026-11-23')).toBe(true);
    expect(isMonday('2026-11-24')).toBe(false);
    expect(isMonday('lundi')).toBe(false);
  });
});

describe('an application', () => {
  test('only takes the steps of the table, by whom the table says', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...applicationMoveNames), fc.constantFrom(...applicationActors)), {
          maxLength: 12,
        }),
        (steps) => {
          let status: (typeof applicationStatuses)[number] = 'received';
          for (const [move, actor] of steps) {
            const isOpen = openApplicationMoves(status, actor).includes(move);
            try {
              const next = takeApplicationMove(move, status, actor, 'Merci');
              expect(isOpen).toBe(true);
              expect(next).toBe(applicationMoves[move].to);
              status = next;
            } catch {
              expect(isOpen).toBe(false);
            }
          }
          expect(applicationStatuses).toContain(status);
          if (!standingApplications.includes(status))
            for (const actor of applicationActors) expect(openApplicationMoves(status, actor)).toEqual([]);
        },
      ),
    );
  });

  test('is declined with a reason by people, and without one by what becomes of the job', () => {
    expect(refusalOf(() => takeApplicationMove('decline', 'received', 'employer', ' '))).toBe('jobs.reason');
    expect(takeApplicationMove('decline', 'received', 'system')).toBe('declined');
    expect(refusalOf(() => takeApplicationMove('hire', 'received', 'candidate'))).toBe('platform.forbidden');
    expect(refusalOf(() => takeApplicationMove('hire', 'declined', 'employer'))).toBe('jobs.closedMove');
  });

  test('is never kept for longer than is recommended after its last news, and goes at once when taken back', () => {
    const instants = fc.date({ min: new Date('2026-01-01'), max: new Date('2032-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 60 }), (now, months) => {
        const until = deletedAt('declined', months, now)!;
        expect(until > now).toBe(true);
        expect(until <= monthsAfter(now, jobLimits.keepMonths)).toBe(true);
        expect(deletedAt('withdrawn', months, now)).toEqual(now);
        expect(deletedAt('hired', months, now)).toBeUndefined();
      }),
    );
    expect(monthsAfter(new Date('2026-08-31T10:00:00Z'), 6).toISOString()).toBe('2027-02-28T10:00:00.000Z');
  });

  test('is met at times to come, each once and in order', () => {
    const now = new Date('2026-11-23T08:00:00Z');
    const at = (hour: number) => new Date(now.getTime() + hour * 3_600_000);
    expect(checkedSlots([at(5), at(2), at(5)], now)).toEqual([at(2), at(5)]);
    for (const slots of [[], [at(0)], [at(-1), at(3)], [1, 2, 3, 4, 5, 6, 7].map(at)])
      expect(refusalOf(() => checkedSlots(slots, now))).toBe('jobs.slots');
  });
});

test('every title of the repertoire says its card and its two languages', () => {
  for (const [code, { rome, fr, en }] of Object.entries(romeTitles)) {
    expect(isRomeTitle(code)).toBe(true);
    expect(rome).toMatch(/^[A-N]\d{4}$/);
    expect(fr.length * en.length).toBeGreaterThan(0);
  }
  expect(isRomeTitle('toString')).toBe(false);
});
