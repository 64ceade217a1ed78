import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Block, widen } from '../../gateway/modules/calendar/calendar.rules.ts';
import { abilitiesOf, abilityIn, answers } from '../../gateway/modules/catalogue/equipment.rules.ts';
import { freeFor, openFor } from '../../gateway/modules/catalogue/search.free.rules.ts';
import type { Candidate } from '../../gateway/modules/catalogue/search.reads.ts';
import { facetNames, type Seen, sieved } from '../../gateway/modules/catalogue/search.sieve.ts';
import type { Wanted } from '../../gateway/modules/catalogue/search.wanted.ts';
import { isKnown, lexiconOf, meant } from '../../gateway/modules/finding/lexicon.rules.ts';
import { openMinutesBetween, type WeeklyHours } from '../../gateway/platform/hours.ts';
import { sift } from '../../gateway/platform/sieve.ts';
import { isFoundBy, searchWords, stemOf, storedWords, wordQuery } from '../../schema/words.ts';

const noon = new Date('2026-11-23T12:00:00Z');
const hour = (n: number) => new Date(noon.getTime() + n * 3_600_000);

describe('words', () => {
  test.each([
    ['découpe', 'découper', 'découpage', 'découpeuses'],
    ['fraise', 'fraiser', 'fraisage', 'fraiseuse'],
    ['graver', 'gravure', 'graveuses'],
    ['broder', 'brodeuse'],
    ['métal', 'métaux'],
  ])('%s, %s…: one stem', (...family) => {
    expect(new Set(family.map((word) => stemOf(searchWords(word)[0]!))).size).toBe(1);
  });

  test('what is stored of a text is found by each of its words, in memory as in an index', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const stored = storedWords(text);
        for (const word of searchWords(text)) {
          expect(isFoundBy(word, stored)).toBe(true);
          const some = wordQuery(word).$in;
          expect(
            stored.some((each) => some.some((way) => (way instanceof RegExp ? way.test(each) : way === each))),
          ).toBe(true);
        }
      }),
    );
  });

  const lexicon = lexiconOf(
    ['imprimante', 'brodeuse', 'laser', 'fraiseuse', 'decoupeuse', 'tour'].flatMap((w) => storedWords(w)),
  );

  test('one wrong letter, one too many, one too few or two exchanged: the word meant is found', () => {
    const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
    const slip = fc.record({
      word: fc.constantFrom('imprimante', 'brodeuse', 'fraiseuse', 'decoupeuse'),
      at: fc.nat(20),
      letter,
      kind: fc.constantFrom('change', 'add', 'drop', 'swap'),
    });
    fc.assert(
      fc.property(slip, ({ word, at: where, letter: other, kind }) => {
        const at = 1 + (where % (word.length - 2));
        const typed = {
          change: word.slice(0, at) + other + word.slice(at + 1),
          add: word.slice(0, at) + other + word.slice(at),
          drop: word.slice(0, at) + word.slice(at + 1),
          swap: word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2),
        }[kind];
        expect(isKnown(typed, lexicon) || meant(typed, lexicon) === word).toBe(true);
      }),
    );
  });

  test('short words, codes and words of nowhere near are left as they are', () => {
    for (const word of ['tou', 'lzr', 'blo1as03', 'orthodontie']) expect(meant(word, lexicon)).toBeUndefined();
    expect(meant('lsaer', lexicon)).toBe('laser');
  });
});

test('counts, and rows kept, are those of a naive sieve', () => {
  const row = fc.record({ a: fc.nat(3), b: fc.nat(2), c: fc.boolean() });
  const chosen = fc.record({ a: fc.option(fc.nat(3)), b: fc.option(fc.nat(2)), c: fc.boolean() });
  fc.assert(
    fc.property(fc.array(row), chosen, (rows, want) => {
      type Row = (typeof rows)[number];
      const filters = {
        a: (each: Row) => want.a === null || each.a === want.a,
        b: (each: Row) => want.b === null || each.b === want.b,
        c: (each: Row) => !want.c || each.c,
      };
      const { kept, nearly, counts } = sift<Row, 'a' | 'b' | 'c', 'a' | 'b'>(rows, filters, {
        a: { without: 'a', values: (each: Row) => [String(each.a)] },
        b: { without: 'b', values: (each: Row) => [String(each.b)] },
      });
      expect(kept).toEqual(rows.filter((each) => filters.a(each) && filters.b(each) && filters.c(each)));
      expect(nearly.c).toEqual(rows.filter((each) => filters.a(each) && filters.b(each) && !filters.c(each)));
      for (const value of [0, 1, 2, 3])
        expect(counts.a.get(String(value)) ?? 0).toBe(
          rows.filter((each) => each.a === value && filters.b(each) && filters.c(each)).length,
        );
    }),
  );
});

const machine = (more: Partial<Candidate> = {}): Candidate => ({
  _id: 'm',
  workshopId: 'w',
  name: 'Machine',
  use: 'both',
  hourlyCents: 0,
  abilities: [],
  buffers: { prepareMinutes: 0, cleanMinutes: 0, transportMinutes: 0 },
  unitIds: ['u'],
  ...more,
});

test('free is what no booking overlaps, buffers counted, unit by unit', () => {
  const block = fc.record({
    unitId: fc.constantFrom('u1', 'u2'),
    from: fc.nat(20),
    length: fc.integer({ min: 1, max: 6 }),
  });
  const buffers = fc.record({
    prepareMinutes: fc.constantFrom(0, 30),
    cleanMinutes: fc.constantFrom(0, 60),
    transportMinutes: fc.constantFrom(0, 90),
  });
  fc.assert(
    fc.property(fc.array(block), buffers, fc.nat(20), fc.integer({ min: 1, max: 5 }), (rows, around, start, length) => {
      const blocks: Block[] = rows.map(({ unitId, from, length: hours }) => ({
        unitId,
        from: hour(from),
        until: hour(from + hours),
        purpose: 'loan',
      }));
      const period = { from: hour(start), until: hour(start + length) };
      const free = freeFor(machine({ unitIds: ['u1', 'u2'], buffers: around }), period, blocks, {
        atEnds: true,
        throughout: true,
      });
      for (const [away, told] of [
        [false, free.onSite],
        [true, free.away],
      ] as const) {
        const wide = widen(period, around, 'loan', away);
        const isFree = ['u1', 'u2'].some((unit) =>
          blocks.every(({ unitId, from, until }) => unitId !== unit || until <= wide.from || from >= wide.until),
        );
        expect(told).toBe(isFree);
      }
    }),
  );
});

test('open at both ends, and all along, is what the hours say minute by minute', () => {
  const spans = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 7 });
  fc.assert(
    fc.property(spans, fc.boolean(), fc.nat(200), fc.integer({ min: 1, max: 60 }), (days, always, start, length) => {
      const openingHours = days.flatMap((day) =>
        always
          ? [{ day, from: '00:00', to: '24:00' }]
          : [
              { day, from: '09:00', to: '12:00' },
              { day, from: '12:00', to: '18:30' },
            ],
      );
      const site = {
        _id: 'w',
        timeZone: 'Europe/Paris',
        openingHours,
        closures: [{ from: '2026-11-25', to: '2026-11-25' }],
      };
      const period = { from: hour(start / 2), until: hour(start / 2 + length) };
      const minutes = (from: Date, until: Date) =>
        openMinutesBetween(openingHours as WeeklyHours, site.closures, site.timeZone, { from, until });
      const minute = 60_000;
      const isUnsaid = openingHours.length === 0;
      const atEnds =
        minutes(period.from, new Date(period.from.getTime() + minute)) === 1 &&
        minutes(new Date(period.until.getTime() - minute), period.until) === 1;
      expect(openFor(site, period)).toEqual({
        atEnds: isUnsaid || atEnds,
        throughout: isUnsaid || minutes(period.from, period.until) === length * 60,
      });
    }),
  );
});

test('an ability says as a short text all that it said; one row must take thickness and material at once', () => {
  const rows = [
    {
      process: 'co2_cut',
      material: 'plywood',
      maxThicknessMm: 8,
      evidence: 'declared',
      envelopeMm: { x: 900, y: 600, z: null },
    },
    { process: 'co2_cut', material: 'pmma', maxThicknessMm: 3, evidence: 'imported', envelopeMm: null },
    { process: 'fff', material: null, maxThicknessMm: null, evidence: 'declared', envelopeMm: null },
  ] as const;
  const abilities = abilitiesOf(rows);
  expect(abilities.map(abilityIn).map(({ process, material, upToMm }) => [process, material, upToMm])).toEqual([
    ['co2_cut', 'plywood', 8],
    ['co2_cut', 'pmma', 6],
    ['fff', null, null],
  ]);
  const free = { onSite: true, away: true, freeUnits: 1 };
  const seen: Seen = { ...machine({ abilities: abilities.slice(0, 2) }), free, isOpenNow: false };
  const wanted: Wanted = {
    ...{ now: noon, words: [], processes: [], materials: [], accreditations: [], archetypes: [] },
    ...{ openNow: false, withTaken: false },
  };
  const isKept = (asked: Partial<Wanted>) => sieved([seen], { ...wanted, ...asked }).kept.length === 1;
  expect(isKept({ materials: ['plywood'], thicknessMm: 8 })).toBe(true);
  expect(isKept({ materials: ['pmma'], thicknessMm: 8 })).toBe(false);
  const { counts } = sieved([seen], { ...wanted, materials: ['plywood'], thicknessMm: 8 });
  expect(counts.material.get('pmma')).toBe(
    answers({ process: 'co2_cut', material: 'plywood' }).answersMaterial.includes('pmma') ? 1 : undefined,
  );
  expect(Object.keys(counts).sort()).toEqual([...facetNames].sort());
});
