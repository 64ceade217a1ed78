import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FactValue } from '../../gateway/modules/sharing/listing.entity.ts';
import { checkedFacts, factValues } from '../../gateway/modules/sharing/listing.rules.ts';
import { type CountedKind, countedKinds, type Fact, type FactName, factsOf, kindNames } from '../../schema/kinds.ts';
import { skillIds, skills } from '../../schema/skills.ts';
import { romeTitles } from '../../schema/rome.ts';
import { sharingLimits } from '../../schema/sharing.ts';
import { materialIds } from '../../schema/taxonomy.ts';
import { limits } from '../../schema/vocabulary.ts';

describe('what is said of a kind', () => {
  const word = fc.stringMatching(/^[a-zA-Zéèà0-9]{1,20}$/);
  const number = (max: number) => fc.integer({ min: 1, max });
  /** Values that each type of fact may have, and some that it may not, from the row itself. */
  const values: {
    [T in Fact['type']]: (fact: Extract<Fact, { type: T }>) => {
      fit: fc.Arbitrary<string | number>;
      unfit: fc.Arbitrary<string | number>;
    };
  } = {
    line: () => ({ fit: word, unfit: fc.constantFrom('x'.repeat(limits.line + 1), 3) }),
    text: () => ({ fit: word, unfit: fc.constantFrom('x'.repeat(limits.text + 1), 3) }),
    link: () => ({
      fit: word.map((name) => `https://example.org/${encodeURIComponent(name)}`),
      unfit: fc.constantFrom('javascript:alert(1)', 'ftp://example.org', 'devis', 4),
    }),
    material: () => ({
      fit: fc.constantFrom(...materialIds),
      unfit: fc.constantFrom('unobtainium', 2),
    }),
    rome: () => ({ fit: fc.constantFrom(...Object.keys(romeTitles)), unfit: fc.constantFrom('Z9999', 1) }),
    date: () => ({
      fit: fc.constantFrom('2026-12-01', '2027-02-28'),
      unfit: fc.constantFrom('2026-13-01', '1/12/2026', 20_261_201),
    }),
    equipment: ({ most }) => ({
      fit: fc
        .uniqueArray(fc.stringMatching(/^[a-z0-9]{8}$/), { minLength: 1, maxLength: most })
        .map((ids) => ids.join(',')),
      unfit: fc.constantFrom(Array.from({ length: most + 1 }, (_, n) => `id${n}`).join(','), 'a b', 5),
    }),
    number: ({ max }) => ({ fit: number(max), unfit: fc.constantFrom(0, -1, max + 1, 'beaucoup') }),
    cents: () => ({
      fit: number(sharingLimits.cents),
      unfit: fc.constantFrom(1.5, -1, sharingLimits.cents + 1, 'gratuit'),
    }),
    choices: ({ of }) => ({
      fit: fc.subarray([...of], { minLength: 1 }).map((chosen) => chosen.join(',')),
      unfit: fc.constantFrom('autre chose', `${of[0]},${of[0]}`, 0),
    }),
    skill: () => ({ fit: fc.constantFrom(...skillIds), unfit: fc.constantFrom('x'.repeat(limits.line + 1), 3) }),
    skills: ({ most }) => ({
      fit: fc
        .subarray([...skillIds], { minLength: 1, maxLength: most })
        .map((ids) => ids.map((id) => `${id}.2`).join(',')),
      unfit: fc.constantFrom('laser', 'laser.4', 'laser.1,laser.2', 'unobtainium.1', 2),
    }),
    choice: ({ of }) => ({ fit: fc.constantFrom(...of), unfit: fc.constantFrom('autre chose', 0) }),
  };
  const valuesOf = (fact: Fact) =>
    (values[fact.type] as (fact: Fact) => { fit: fc.Arbitrary<string | number>; unfit: fc.Arbitrary<string | number> })(
      fact,
    );
  const said = (name: FactName, value: string | number): FactValue =>
    typeof value === 'number' ? { name, number: value } : { name, text: value };
  const saidOf = (kind: CountedKind, names: readonly FactName[]) =>
    fc.tuple(
      ...factsOf(kind)
        .filter(([name]) => names.includes(name))
        .map(([name, fact]) => valuesOf(fact).fit.map((value) => said(name, value))),
    );

  describe.each(countedKinds)('%s', (kind) => {
    const names = factsOf(kind).map(([name]) => name);

    test('is kept as it was said, in the order of its row', () => {
      const some = fc.subarray(names).chain((chosen) => saidOf(kind, chosen));
      fc.assert(
        fc.property(some, (facts) => {
          const shuffled = [...facts].reverse();
          expect(factValues({ kind, facts: checkedFacts(kind, shuffled) })).toEqual(facts);
        }),
        { numRuns: 200 },
      );
    });

    test.each(names)('refuses a wrong %s by its name, and keeps nothing of an empty one', (name) => {
      const fact = factsOf(kind).find(([own]) => own === name)![1];
      fc.assert(
        fc.property(valuesOf(fact).unfit, (value) => {
          expect(() => checkedFacts(kind, [said(name, value)])).toThrow(
            expect.objectContaining({ key: 'platform.invalid', params: { field: name } }),
          );
        }),
        { numRuns: 20 },
      );
      expect(checkedFacts(kind, [{ name, text: '  ' }])).toEqual({});
    });

    test.each(names.filter((name) => factsOf(kind).some(([own, { type }]) => own === name && type === 'skill')))(
      'keeps %s by its id of the shared list, whichever name says it, and as it is said where the list lacks it',
      (name) => {
        const kept = (text: string) => checkedFacts(kind, [{ name, text }])[name];
        for (const id of skillIds) for (const text of [skills[id].fr, skills[id].en]) expect(kept(text)).toBe(id);
        expect(kept('Soufflage de verre')).toBe('Soufflage de verre');
      },
    );

    test('refuses what another kind knows and it does not', () => {
      for (const other of kindNames)
        for (const [name] of factsOf(other))
          if (!names.includes(name))
            expect(() => checkedFacts(kind, [{ name, text: 'x' }])).toThrow(
              expect.objectContaining({ key: 'platform.invalid' }),
            );
    });
  });
});
