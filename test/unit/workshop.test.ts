import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { archetypeOf, farthest, questions, resemblances } from '../../schema/archetypes.ts';
import { recordWords, termsOf } from '../../gateway/modules/workshop/directory.rules.ts';
import { codeFor, slugFor } from '../../gateway/modules/workshop/naming.rules.ts';
import { openingAt, tidyClosures, tidyHours } from '../../gateway/modules/workshop/opening.rules.ts';
import { mayAsk, openMoves, take } from '../../gateway/modules/network/network.rules.ts';
import {
  type ArchetypeAnswers,
  archetypeNames,
  archetypeQuestions,
  archetypes,
  membershipMoveNames,
  membershipStatuses,
} from '../../schema/vocabulary.ts';
import { isFoundBy, searchWords, storedWords } from '../../schema/words.ts';

const answers = fc.record(
  Object.fromEntries(questions.map((question) => [question, fc.constantFrom(...archetypeQuestions[question])])),
) as fc.Arbitrary<ArchetypeAnswers>;

describe('archetypes', () => {
  test.each(archetypeNames)('%s resembles itself most, at no distance', (name) => {
    expect(resemblances(archetypes[name])[0]).toEqual({ archetype: name, distance: 0 });
  });

  test('every workshop has a distance to each of the six, sorted, and no farther than the contrary', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const all = resemblances(given);
        expect(all.map(({ archetype }) => archetype).sort()).toEqual([...archetypeNames].sort());
        expect(all.map(({ distance }) => distance)).toEqual(all.map(({ distance }) => distance).sort((a, b) => a - b));
        expect(all.every(({ distance }) => distance >= 0 && distance <= farthest)).toBe(true);
      }),
    );
  });

  test('one question without an answer, and nothing is said; a workshop may overrule', () => {
    fc.assert(
      fc.property(answers, fc.constantFrom(...questions), fc.constantFrom(...archetypeNames), (given, left, chosen) => {
        const partial = { ...given, [left]: null };
        expect(resemblances(partial)).toEqual([]);
        expect(archetypeOf(partial)).toBeUndefined();
        expect(archetypeOf(given, chosen)).toBe(chosen);
      }),
    );
  });
});

describe('opening hours', () => {
  const minute = fc.integer({ min: 0, max: 1440 });
  const clockTime = (at: number) =>
    at === 1440 ? '24:00' : `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
  const span = fc.record({ day: fc.integer({ min: 1, max: 7 }), a: minute, b: minute });

  test('spans are accepted exactly when none is empty and none overlaps another of its day', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 6 }), (raw) => {
        const overlaps = raw.some((one, n) =>
          raw.some((other, m) => n !== m && one.day === other.day && one.a < other.b && other.a < one.b),
        );
        const wrong = overlaps || raw.some(({ a, b }) => a >= b);
        const spans = raw.map(({ day, a, b }) => ({ day, from: clockTime(a), to: clockTime(b) }));
        if (wrong) expect(() => tidyHours(spans)).toThrow('workshop.hours');
        else expect(tidyHours(spans)).toHaveLength(raw.length);
      }),
    );
  });

  test.each(['24:00', '9:00', '12:60', '', '12h00', '25:00'])('"%s" is no time to open at', (from) => {
    expect(() => tidyHours([{ day: 1, from, to: '24:00' }])).toThrow('workshop.hours');
  });

  test('a closure has two days that exist, in order', () => {
    const closure = (from: string, to: string) => () => tidyClosures([{ from, to }]);
    expect(closure('2026-12-24', '2027-01-02')).not.toThrow();
    expect(closure('2026-12-24', '2026-12-24')).not.toThrow();
    for (const [from, to] of [
      ['2026-02-30', '2026-03-01'],
      ['2026-12-24', '2026-12-23'],
      ['24/12/2026', '2027-01-01'],
    ])
      expect(closure(from!, to!)).toThrow('workshop.closure');
  });

  test('a place says when it closes, and after hours when it opens next, closures aside', () => {
    const openingHours = [
      { day: 1, from: '09:00', to: '12:00' },
      { day: 3, from: '14:00', to: '18:00' },
    ];
    const place = { openingHours, closures: [], timeZone: 'Europe/Paris' };
    const monday = (time: string) => new Date(`2026-11-23T${time}:00+01:00`);
    expect(openingAt(place, monday('10:00'))).toEqual({ open: true, until: monday('12:00') });
    expect(openingAt(place, monday('12:00'))).toEqual({ open: false, next: new Date('2026-11-25T14:00:00+01:00') });
    const shut = { ...place, closures: [{ from: '2026-11-24', to: '2026-12-31' }] };
    expect(openingAt(shut, monday('12:00'))).toEqual({ open: false });
    expect(openingAt({ ...place, openingHours: [] }, monday('10:00'))).toBeUndefined();
  });
});

describe('names', () => {
  test('slugs and codes are new, whatever the names and however many', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ maxLength: 80 }), fc.string({ maxLength: 20 })), { maxLength: 40 }),
        (sites) => {
          const slugs = new Set<string>();
          const codes = new Set<string>();
          for (const [name, city] of sites) {
            const slug = slugFor(name, city, slugs);
            const code = codeFor(name, city, codes)!;
            expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
            expect(slug.length).toBeLessThanOrEqual(60);
            expect(code).toMatch(/^[A-Z]{3}$/);
            expect(slugs.has(slug) || codes.has(code) || slug === 'nouveau').toBe(false);
            slugs.add(slug);
            codes.add(code);
          }
        },
      ),
    );
  });

  test('they recall the name, then the town', () => {
    const none = new Set<string>();
    expect(slugFor('FabLab Robert-Houdin', 'Blois', none)).toBe('fablab-robert-houdin');
    expect(slugFor('L’Atelier', 'Blois', new Set(['l-atelier']))).toBe('l-atelier-blois');
    expect(slugFor('L’Atelier', 'Blois', new Set(['l-atelier', 'l-atelier-blois']))).toBe('l-atelier-blois-2');
    expect(codeFor('FabLab Robert-Houdin', 'Blois', none)).toBe('ROB');
    expect(codeFor('Le Copeau', 'Amboise', new Set(['COP']))).toBe('AMB');
  });
});

describe('words of the directory', () => {
  test('accents, capitals and plurals do not count', () => {
    expect(searchWords('Découpes LASER, métaux')).toEqual(searchWords('decoupe lasers metal'));
  });

  test('a word asks for the processes and materials whose name it begins', () => {
    const [laser] = termsOf(searchWords('lasers'));
    expect(laser).toMatchObject({ word: 'laser' });
    expect(laser!.processes).toEqual(expect.arrayContaining(['laser', 'co2_cut', 'laser_engrave']));
    expect(termsOf(searchWords('contreplaqué'))[0]!.materials).toContain('plywood');
    expect(termsOf(searchWords('à la'))).toEqual([]);
  });

  test('no text makes a word that a pattern could misread', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const word of searchWords(text)) {
          expect(word).toMatch(/^[a-z0-9]+$/);
          expect(isFoundBy(word, storedWords(text))).toBe(true);
        }
      }),
    );
  });

  test('a record is found by its name, its town and what it lists', () => {
    const machines = [{ brand: 'Trotec', model: 'Speedy 100' }];
    const record = { name: 'Le Copeau', city: 'Amboise', postalCode: '37400', address: '', description: '', machines };
    expect(recordWords(record)).toEqual(expect.arrayContaining(['copeau', 'amboise', '37400', 'trotec', 'speedy']));
  });
});

test('a membership moves only from where a step begins, by the side that takes it', () => {
  const sides = [[], ['network'], ['workshop'], ['network', 'workshop']] as const;
  for (const status of membershipStatuses)
    for (const side of sides)
      for (const move of membershipMoveNames) {
        if (openMoves(status, side).includes(move)) expect(membershipStatuses).toContain(take(move, status, side));
        else expect(() => take(move, status, side)).toThrow(/platform.forbidden|network.closedMove/);
      }
  expect(membershipStatuses.filter(mayAsk)).toEqual(['refused', 'left']);
});
