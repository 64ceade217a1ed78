import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../gateway/modules/calendar/calendar.rules.ts';
import { freeUnit, widen } from '../../gateway/modules/calendar/calendar.rules.ts';
import type { Envelope } from '../../gateway/modules/catalogue/capability.rules.ts';
import { answers, nextCodes, searchWordsOf, sidesOf } from '../../gateway/modules/catalogue/equipment.rules.ts';
import { firstStretch, halfDay, sidesAsked, type Shelf } from '../../gateway/modules/catalogue/search.rules.ts';
import { localDays } from '../../gateway/platform/days.ts';
import { ancestors, descendants, isBanned, materialIds, processIds } from '../../schema/taxonomy.ts';
import { searchWords } from '../../schema/words.ts';

const hour = (n: number) => new Date(Date.UTC(2026, 10, 23) + n * 3_600_000);
const always = { openingHours: [], closures: [], timeZone: 'Europe/Paris' };
const office = {
  ...always,
  openingHours: ([1, 2, 3, 4, 5] as const).map((day) => ({ day, from: '09:00', to: '18:00' })),
};
const noBuffers = { prepareMinutes: 0, cleanMinutes: 0, transportMinutes: 0 };

describe('words', () => {
  test('accents, plurals, articles and case do not count', () => {
    expect(searchWords('Découpeuses laser CO₂ de l’Atelier')).toEqual(['decoupeuse', 'laser', 'co2', 'atelier']);
    for (const [many, one] of [
      ['métaux', 'métal'],
      ['plateaux', 'plateau'],
      ['fraiseuses', 'fraiseuse'],
      ['bois', 'bois'],
    ] as const)
      expect(searchWords(many)).toEqual(searchWords(one));
  });

  test('a machine answers to its maker, its processes and their families, its materials and its place', () => {
    const words = searchWordsOf({
      name: 'La grosse',
      maker: 'Trotec',
      model: 'Speedy 400',
      processes: ['co2_cut'],
      materials: ['plywood'],
      codes: ['BLO-LAS-01'],
      workshop: { name: 'Fablab', city: 'Blois' },
    });
    for (const word of ['trotec', 'speedy', 'laser', 'decoupe', 'contreplaque', 'plywood', 'blo', 'blois'])
      expect(words).toContain(searchWords(word)[0]);
  });
});

test('codes follow the last of their family, whatever gaps there are', () => {
  expect(nextCodes('BLO', 'LAS', ['BLO-LAS-02', 'BLO-IMP-07', 'TOU-LAS-09', 'BLO-LAS-x'], 2)).toEqual([
    'BLO-LAS-03',
    'BLO-LAS-04',
  ]);
});

describe('what a capability answers', () => {
  test('its own, what is above it and what is below it, never what is banned', () => {
    for (const process of processIds)
      for (const material of [null, ...materialIds]) {
        const { answersProcess, answersMaterial } = answers({ process, material });
        expect(new Set(answersProcess)).toEqual(new Set([...descendants(process), ...ancestors(process)]));
        expect(answersMaterial.some((id) => isBanned(id as (typeof materialIds)[number], process))).toBe(false);
        if (material !== null && !isBanned(material, process)) expect(answersMaterial).toContain(material);
      }
  });

  test('its envelope takes a piece exactly when some turn of it fits', () => {
    const side = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(side, side, side, side, side, side, (x, y, z, a, b, c) => {
        const turns = [
          [a, b, c],
          [a, c, b],
          [b, a, c],
          [b, c, a],
          [c, a, b],
          [c, b, a],
        ];
        const envelope: Envelope = { x, y, z };
        const fits = turns.some(([p, q, r]) => p! <= x && q! <= y && r! <= z);
        const bounds = sidesOf('fff', envelope);
        expect(sidesAsked({ x: a, y: b, z: c }).every((asked, at) => bounds[at]! >= asked)).toBe(fits);
        const flat = sidesOf('co2_cut', envelope);
        const lies = (a <= x && b <= y) || (b <= x && a <= y);
        expect(sidesAsked({ x: a, y: b }).every((asked, at) => flat[at]! >= asked)).toBe(lies);
      }),
    );
  });
});

describe('the first free stretch', () => {
  const block = fc.record({ unit: fc.nat(1), from: fc.nat(40), length: fc.integer({ min: 1, max: 12 }) });
  const minutes = fc.constantFrom(0, 30, 60);
  const buffers = fc.record({ prepareMinutes: minutes, cleanMinutes: minutes, transportMinutes: minutes });

  test('is free by the rules of the calendar, and nothing earlier is', () => {
    fc.assert(
      fc.property(
        fc.array(block, { maxLength: 10 }),
        buffers,
        fc.boolean(),
        fc.integer({ min: 1, max: 6 }),
        (rows, around, away, hours) => {
          const unitIds = ['u0', 'u1'];
          const blocks: Block[] = rows.map(({ unit, from, length }) => ({
            unitId: unitIds[unit]!,
            from: hour(from),
            until: hour(from + length),
            purpose: 'loan',
          }));
          const shelf: Shelf = { unitIds, buffers: around, away, opening: always };
          const found = firstStretch(shelf, blocks, { from: hour(0), until: hour(200) }, hours * 60)!;
          const isFree = (from: Date) =>
            freeUnit(
              unitIds,
              widen({ from, until: new Date(from.getTime() + hours * 3_600_000) }, around, 'loan', away),
              blocks,
            ) !== undefined;
          expect(isFree(found.from)).toBe(true);
          for (let half = 0; hour(half / 2) < found.from; half++) expect(isFree(hour(half / 2))).toBe(false);
        },
      ),
    );
  });

  test('on site it stays inside the opening hours; taken away, only its ends do', () => {
    const within = { from: hour(15), until: hour(24 * 6) };
    const on = { unitIds: ['u'], buffers: noBuffers, away: false, opening: office };
    expect(firstStretch(on, [], within, 180)).toEqual({ from: hour(24 + 8), until: hour(24 + 11) });
    expect(firstStretch({ ...on, away: true }, [], within, 24 * 60)).toEqual({ from: hour(15), until: hour(39) });
    expect(firstStretch(on, [], within, 24 * 60)).toBeUndefined();
  });
});

describe('half-days', () => {
  const shelf = { unitIds: ['u'], buffers: noBuffers, away: false, opening: office };
  const morning = { from: hour(-1), until: hour(12) };
  const taken = (from: number, until: number): Block => ({
    unitId: 'u',
    from: hour(from),
    until: hour(until),
    purpose: 'loan',
  });

  test('two hours in a row are free, less is taken, outside opening hours is closed', () => {
    expect(halfDay(shelf, [], morning, hour(0))).toBe('free');
    expect(halfDay(shelf, [taken(10, 12)], morning, hour(0))).toBe('free');
    expect(halfDay(shelf, [taken(9, 11)], morning, hour(0))).toBe('taken');
    expect(halfDay(shelf, [], { from: hour(-25), until: hour(-12) }, hour(-30))).toBe('closed');
  });

  test('what has passed is closed', () => expect(halfDay(shelf, [], morning, hour(13))).toBe('closed'));
});

test('days follow each other without a gap through both nights on which clocks change', () => {
  for (const start of ['2026-03-27', '2026-10-23']) {
    const days = localDays(
      'Europe/Paris',
      { from: new Date(`${start}T12:00:00Z`), until: new Date(`${start.slice(0, 8)}31T12:00:00Z`) },
      7,
    );
    expect(days[0]!.date).toBe(start);
    for (const [n, day] of days.slice(1).entries()) expect(day.from).toEqual(days[n]!.until);
    expect(days.some(({ from, until }) => until.getTime() - from.getTime() !== 24 * 3_600_000)).toBe(true);
  }
});
