import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minutesOf, overlaps, union } from '../../../gateway/platform/intervals.ts';
import type { Period } from '../../../gateway/platform/intervals.ts';
import { openPeriods } from '../../../gateway/platform/hours.ts';
import { freeShareOf, planMachine } from '../../../gateway/modules/production/machinetime.rules.ts';
import type { MachineCalendar } from '../../../gateway/modules/production/machinetime.rules.ts';

const at = (text: string) => new Date(`2026-11-${text}:00Z`);
const period = (from: string, until: string): Period => ({ from: at(from), until: at(until) });
const week = ([1, 2, 3, 4, 5] as const).map((day) => ({ day, from: '09:00', to: '18:00' }));
const calendar = (over: Partial<MachineCalendar> = {}): MachineCalendar => ({
  hours: week,
  closures: [],
  timeZone: 'Europe/Paris',
  prepareMinutes: 0,
  cleanMinutes: 0,
  units: [{ id: 'u', taken: [] }],
  ...over,
});
/** Friday at four in the afternoon, in Paris. */
const friday = at('20T15:00');
const month = { from: friday, until: new Date('2026-12-20T00:00:00Z') };

describe('the earliest machine time', () => {
  test('fills the end of the week, then Monday', () => {
    expect(planMachine(calendar(), 180, month)).toEqual({
      unitId: 'u',
      periods: [period('20T15:00', '20T17:00'), period('23T08:00', '23T09:00')],
    });
  });

  test('goes around a loan, and leaves room to clean and prepare on both sides of it', () => {
    const taken = [period('23T09:00', '23T10:00')];
    const busy = calendar({ prepareMinutes: 15, cleanMinutes: 30, units: [{ id: 'u', taken }] });
    expect(planMachine(busy, 60, { from: at('23T08:00'), until: month.until })?.periods).toEqual([
      period('23T08:00', '23T08:30'),
      period('23T10:15', '23T10:45'),
    ]);
  });

  test('takes the unit that is done first', () => {
    const units = [
      { id: 'busy', taken: [period('20T14:00', '24T12:00')] },
      { id: 'free', taken: [] },
    ];
    expect(planMachine(calendar({ units }), 60, month)?.unitId).toBe('free');
  });

  test('is not found when too little is free before the end', () => {
    expect(planMachine(calendar(), 180, { from: friday, until: at('22T00:00') })).toBeUndefined();
    expect(planMachine(calendar({ units: [] }), 10, month)).toBeUndefined();
  });

  test('follows office hours in a house that declares none, and looks beyond the first month', () => {
    expect(planMachine(calendar({ hours: [] }), 60, month)?.periods).toEqual([period('20T15:00', '20T16:00')]);
    const shut = calendar({ closures: [{ from: '2026-11-01', to: '2026-12-27' }] });
    const plan = planMachine(shut, 60, { from: friday, until: new Date('2027-02-01T00:00:00Z') });
    expect(plan?.periods[0]?.from).toEqual(new Date('2026-12-28T08:00:00Z'));
  });

  const anyTaken = fc
    .array(fc.record({ start: fc.integer({ min: 0, max: 20 * 96 }), quarters: fc.integer({ min: 1, max: 60 }) }), {
      maxLength: 12,
    })
    .map((rows) =>
      union(
        rows.map(({ start, quarters }) => ({
          from: new Date(friday.getTime() + start * 900_000),
          until: new Date(friday.getTime() + (start + quarters) * 900_000),
        })),
      ),
    );
  const buffer = fc.constantFrom(0, 10, 15, 45);

  test('adds up to what was asked, within opening hours, never on what is taken', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_500 }),
        fc.array(anyTaken, { minLength: 1, maxLength: 3 }),
        buffer,
        buffer,
        (minutes, shelves, prepareMinutes, cleanMinutes) => {
          const units = shelves.map((taken, nth) => ({ id: `u${nth}`, taken }));
          const machine = calendar({ prepareMinutes, cleanMinutes, units });
          const plan = planMachine(machine, minutes, month);
          if (!plan) return;
          const { taken } = units.find(({ id }) => id === plan.unitId)!;
          const blocks = plan.periods.map(({ from, until }) => ({
            from: new Date(from.getTime() - prepareMinutes * 60_000),
            until: new Date(until.getTime() + cleanMinutes * 60_000),
          }));
          expect(plan.periods.reduce((sum, each) => sum + minutesOf(each), 0)).toBe(Math.ceil(minutes / 15) * 15);
          for (const block of blocks) expect(taken.some((each) => overlaps(each, block))).toBe(false);
          for (let nth = 1; nth < blocks.length; nth += 1)
            expect(blocks[nth - 1]!.until <= blocks[nth]!.from).toBe(true);
          const open = openPeriods(week, [], 'Europe/Paris', month);
          for (const each of plan.periods)
            expect(open.some(({ from, until }) => from <= each.from && each.until <= until)).toBe(true);
        },
      ),
    );
  });

  test('is no later when less is taken', () => {
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 900 }), anyTaken, (minutes, taken) => {
        const full = planMachine(calendar({ units: [{ id: 'u', taken }] }), minutes, month);
        const lighter = planMachine(calendar({ units: [{ id: 'u', taken: taken.slice(1) }] }), minutes, month);
        if (full) expect(lighter!.periods.at(-1)!.until <= full.periods.at(-1)!.until).toBe(true);
      }),
    );
  });
});

test('the free share counts every unit’s open hours', () => {
  const day = { from: at('23T00:00'), until: at('24T00:00') };
  const units = [
    { id: 'a', taken: [period('23T08:00', '23T17:00')] },
    { id: 'b', taken: [] },
  ];
  expect(freeShareOf(calendar({ units }), day)).toBeCloseTo(0.5);
  expect(freeShareOf(calendar(), { from: at('21T00:00'), until: at('22T00:00') })).toBeNull();
});
