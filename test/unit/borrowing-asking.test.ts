import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Asking,
  conditionsOf,
  demandConditions,
  isFree,
  nextSlot,
  type SlotSearch,
  withinHours,
} from '../../gateway/modules/borrowing/asking.rules.ts';
import { loanConditions } from '../../schema/loans.ts';

const HOUR = 3_600_000;
/** A Tuesday, 9:00 in Paris. */
const start = new Date('2026-11-24T08:00:00Z');
const at = (hours: number) => new Date(start.getTime() + hours * HOUR);
const week = ([1, 2, 3, 4, 5] as const).map((day) => ({ day, from: '09:00', to: '18:00' }));

const asking = (more: Partial<Asking> = {}): Asking => ({
  now: at(-72),
  period: { from: at(0), until: at(4) },
  use: 'on_site',
  asker: 'person',
  party: { scope: 'workshop', id: 'tours', networkIds: ['cvl'] },
  lender: { id: 'blois', networkIds: ['cvl'], openingHours: week, closures: [], timeZone: 'Europe/Paris' },
  machine: { use: 'both', audience: 'network', noticeHours: 24, longestHours: 72, accreditation: 'Laser niveau 1' },
  accredited: true,
  free: true,
  ...more,
});

const missing = (more: Partial<Asking>) =>
  conditionsOf(asking(more))
    .filter(({ met }) => !met)
    .map(({ condition }) => condition);

test('a request that meets everything is missing nothing', () => {
  expect(missing({})).toEqual([]);
  expect(() => demandConditions(conditionsOf(asking()))).not.toThrow();
});

test('each condition is missed alone, in the words of its own refusal', () => {
  const machine = asking().machine;
  const cases: [Partial<Asking>, string, string][] = [
    [{ asker: 'visitor' }, 'account', 'platform.signIn'],
    [{ asker: 'unproven' }, 'account', 'identity.verifyEmail'],
    [{ party: { scope: 'workshop', id: 'blois', networkIds: ['cvl'] } }, 'own_machine', 'borrowing.ownMachine'],
    [{ party: { scope: 'workshop', id: 'brest', networkIds: ['bzh'] } }, 'audience', 'borrowing.audience'],
    [{ machine: { ...machine, use: 'take_away' } }, 'use', 'borrowing.use'],
    [{ now: at(-3) }, 'notice', 'calendar.notice'],
    [{ machine: { ...machine, longestHours: 3 } }, 'length', 'calendar.tooLong'],
    [{ period: { from: at(-1), until: at(2) } }, 'hours', 'calendar.closed'],
    [{ accredited: false }, 'accreditation', 'borrowing.accreditation'],
    [{ free: false }, 'free', 'calendar.taken'],
  ];
  for (const [more, condition, key] of cases) {
    expect(missing(more)).toEqual([condition]);
    expect(() => demandConditions(conditionsOf(asking(more)))).toThrow(expect.objectContaining({ key }));
  }
});

test('conditions come in the order of the table, each at most once', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -100, max: 100 }),
      fc.integer({ min: -5, max: 100 }),
      fc.boolean(),
      (from, length, free) => {
        const names = conditionsOf(asking({ period: { from: at(from), until: at(from + length) }, free })).map(
          ({ condition }) => condition,
        );
        expect(names).toEqual(loanConditions.filter((condition) => names.includes(condition)));
      },
    ),
  );
});

test('audience: the network lends to its members and to itself, organisations to all but persons, everyone to all', () => {
  const machine = asking().machine;
  const party = (scope: Asking['party']['scope'], id: string, networkIds: string[] = []) => ({ scope, id, networkIds });
  const among = (audience: Asking['machine']['audience'], who: Asking['party']) =>
    !missing({ machine: { ...machine, audience }, party: who }).includes('audience');
  expect(among('network', party('workshop', 'tours', ['cvl']))).toBe(true);
  expect(among('network', party('network', 'cvl'))).toBe(true);
  expect(among('network', party('network', 'bzh'))).toBe(false);
  expect(among('network', party('firm', 'cycles'))).toBe(false);
  expect(among('organisations', party('firm', 'cycles'))).toBe(true);
  expect(among('organisations', party('person', 'lou'))).toBe(false);
  expect(among('everyone', party('person', 'lou'))).toBe(true);
});

test('on site every minute is open; taken away only the two ends are', () => {
  const { lender } = asking();
  const overNight = { from: at(0), until: at(24) };
  expect(withinHours(overNight, 'on_site', lender)).toBe(false);
  expect(withinHours(overNight, 'take_away', lender)).toBe(true);
  expect(withinHours({ from: at(0), until: at(9) }, 'on_site', lender)).toBe(true);
  expect(withinHours({ from: at(0), until: at(9.5) }, 'on_site', lender)).toBe(false);
  expect(withinHours({ from: at(0), until: at(13) }, 'take_away', lender)).toBe(false);
  expect(withinHours({ from: at(-100), until: at(100) }, 'on_site', { ...lender, openingHours: [] })).toBe(true);
});

test('a closed day refuses both ends', () => {
  const lender = { ...asking().lender, closures: [{ from: '2026-11-24', to: '2026-11-24' }] };
  expect(withinHours({ from: at(0), until: at(2) }, 'on_site', lender)).toBe(false);
  expect(withinHours({ from: at(24), until: at(26) }, 'on_site', lender)).toBe(true);
});

test('the next slot is free, open, as long as wished, and never before the notice', () => {
  const block = fc.record({
    unitId: fc.constantFrom('a', 'b'),
    from: fc.integer({ min: -10, max: 100 }),
    length: fc.integer({ min: 1, max: 30 }),
  });
  fc.assert(
    fc.property(
      fc.array(block, { maxLength: 12 }),
      fc.integer({ min: 1, max: 6 }),
      fc.nat(48),
      fc.nat(60),
      (rows, length, notice, before) => {
        const search: SlotSearch = {
          period: { from: at(0), until: at(length) },
          use: 'on_site',
          lender: asking().lender,
          earliest: at(notice),
          unitIds: ['a', 'b'],
          blocks: rows.map(({ unitId, from, length }) => ({ unitId, from: at(from), until: at(from + length) })),
          before,
          after: 15,
        };
        const slot = nextSlot(search);
        expect(slot).toBeDefined();
        expect(slot!.from >= at(notice)).toBe(true);
        expect(slot!.until.getTime() - slot!.from.getTime()).toBe(length * HOUR);
        expect(isFree(slot!, search)).toBe(true);
        expect(withinHours(slot!, 'on_site', search.lender)).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});
