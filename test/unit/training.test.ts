import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  endOf,
  expiryOf,
  monthsAfter,
  recognises,
  stateOf,
  suffices,
} from '../../gateway/modules/training/accreditation.rules.ts';
import { planOf } from '../../gateway/modules/training/plan.rules.ts';
import { costShares, mostShare } from '../../gateway/modules/sharing/split.rules.ts';
import { covers, skillGiven, skillName, skillOf } from '../../schema/training.ts';

const day = 86_400_000;
const instants = fc.date({ min: new Date('2020-01-01'), max: new Date('2032-01-01'), noInvalidDate: true });
const rows = fc.record(
  {
    name: fc.constantFrom('Laser niveau 1', 'Laser niveau 2', 'LASER  Niveau 3', 'Laser', 'Fraiseuse niveau 2'),
    issuedAt: instants,
    expiresAt: instants,
    idleMonths: fc.integer({ min: 1, max: 60 }),
    usedAt: instants,
    revokedAt: instants,
  },
  { requiredKeys: ['name', 'issuedAt'] },
);

describe('names', () => {
  test.each([
    ['Laser niveau 1', 'laser', 1],
    ['Découpe  LASER, niveau 2', 'laser', 2],
    ['Laser level 3', 'laser', 3],
    ['Fraiseuse', 'cnc_milling', 0],
    ['CNC milling, level 1', 'cnc_milling', 1],
    ['Tapisserie niveau 1', 'tapisserie', 1],
    ['Niveau 2', 'niveau 2', 0],
  ])('%s', (name, skill, level) => expect(skillOf(name)).toEqual({ skill, level }));

  test('a level opens what asks for the same skill at that level or below, and nothing else', () => {
    const skill = fc.record({ skill: fc.constantFrom('laser', 'cnc'), level: fc.integer({ min: 0, max: 9 }) });
    fc.assert(
      fc.property(skill, skill, (has, wanted) => {
        expect(covers(has, wanted)).toBe(has.skill === wanted.skill && has.level >= wanted.level);
      }),
    );
  });

  test('what a session gives is issued under a name that reads back as the same', () => {
    const said = fc.constantFrom('Laser', 'Découpe laser', 'Laser niveau 1', 'Tour à bois');
    fc.assert(
      fc.property(said, fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }), (skill, level) => {
        const given = skillGiven({ skill, ...(level !== undefined && { level }) })!;
        expect(skillOf(skillName(skill, given.level))).toEqual(given);
      }),
    );
    expect(skillGiven({ level: 1 })).toBeUndefined();
  });
});

describe('an accreditation', () => {
  test('revoked never opens, whatever else is said of it', () => {
    fc.assert(
      fc.property(rows, instants, instants, (row, revokedAt, now) => {
        expect(stateOf({ ...row, revokedAt }, now)).toBe('revoked');
        expect(suffices({ ...row, revokedAt }, row.name, now)).toBe(false);
      }),
    );
  });

  test('past its end it never opens; before it, it opens its own name; the end counts as past', () => {
    fc.assert(
      fc.property(rows, instants, ({ revokedAt: _, ...row }, now) => {
        const end = endOf(row);
        expect(suffices(row, row.name, now)).toBe(end === undefined || now < end);
        if (end) {
          expect(suffices(row, row.name, end)).toBe(false);
          expect(suffices(row, row.name, new Date(end.getTime() - 1))).toBe(true);
        }
      }),
    );
  });

  test('using it puts off disuse and never age', () => {
    fc.assert(
      fc.property(rows, instants, fc.nat(400), ({ revokedAt: _, ...row }, from, days) => {
        const later = new Date(from.getTime() + days * day);
        const [first, second] = [endOf({ ...row, usedAt: from }), endOf({ ...row, usedAt: later })];
        if (first && second) expect(second >= first).toBe(true);
        if (row.expiresAt && second) expect(second <= row.expiresAt).toBe(true);
      }),
    );
  });

  test('months end on the same day, or on the last of a shorter month', () => {
    expect(monthsAfter(new Date('2026-01-31T09:30:00Z'), 1)).toEqual(new Date('2026-02-28T09:30:00Z'));
    expect(monthsAfter(new Date('2026-11-23T09:00:00Z'), 24)).toEqual(new Date('2028-11-23T09:00:00Z'));
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 120 }), (instant, months) => {
        const later = monthsAfter(instant, months);
        const apart =
          (later.getUTCFullYear() - instant.getUTCFullYear()) * 12 + later.getUTCMonth() - instant.getUTCMonth();
        expect(apart).toBe(months);
      }),
    );
  });

  test('lasts as the policy of its skill says, else as that of its workshop, else for ever', () => {
    const lasting = [
      { skill: '', ageMonths: 36 },
      { skill: 'Laser', idleMonths: 6 },
    ];
    expect(expiryOf({ lasting }, 'laser niveau 2')).toMatchObject({ idleMonths: 6 });
    expect(expiryOf({ lasting }, 'laser niveau 2').ageMonths).toBeUndefined();
    expect(expiryOf({ lasting }, 'CNC')).toMatchObject({ ageMonths: 36 });
    expect(expiryOf(undefined, 'CNC')).toEqual({});
  });
});

describe('recognising an issuer', () => {
  const site = fc.record({
    _id: fc.constantFrom('a', 'b', 'c'),
    networkIds: fc.uniqueArray(fc.constantFrom('n1', 'n2'), { maxLength: 2 }),
  });
  const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c'));
  const policies = fc.record({ recognised: ids, ignored: ids });

  test('itself always; without a word, exactly the members of a shared network, both ways', () => {
    fc.assert(
      fc.property(site, site, policies, (lender, issuer, policy) => {
        expect(recognises(lender, lender, policy)).toBe(true);
        fc.pre(lender._id !== issuer._id);
        const shares = lender.networkIds.some((id) => issuer.networkIds.includes(id));
        expect(recognises(lender, issuer, undefined)).toBe(shares);
        expect(recognises(issuer, lender, undefined)).toBe(shares);
      }),
    );
  });

  test('who is left out is not recognised, who is added is, and the other way round nothing follows', () => {
    const [blois, brest] = [
      { _id: 'a', networkIds: ['n1'] },
      { _id: 'b', networkIds: ['n2'] },
    ];
    expect(recognises(blois, brest, { recognised: ['b'], ignored: [] })).toBe(true);
    expect(recognises(brest, blois, undefined)).toBe(false);
    fc.assert(
      fc.property(site, site, policies, (lender, issuer, policy) => {
        fc.pre(lender._id !== issuer._id && policy.ignored.includes(issuer._id));
        expect(recognises(lender, issuer, policy)).toBe(false);
      }),
    );
  });
});

describe('a cost shared by seats', () => {
  const seats = fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 20 }).map((n) => n * 1000) }), {
    minLength: 1,
    maxLength: 12,
  });
  const costs = fc.integer({ min: 0, max: 10_000_000 });

  test('the shares sum to the cost, and equal seats differ by a cent at most', () => {
    fc.assert(
      fc.property(costs, seats, (cost, parts) => {
        const shares = costShares(cost, parts);
        expect(shares.reduce((sum, cents) => sum + cents, 0)).toBe(cost);
        for (const [n, { quantity }] of parts.entries())
          for (const [m, other] of parts.entries())
            if (quantity === other.quantity) expect(Math.abs(shares[n]! - shares[m]!)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('once there are enough, nobody owes more than the most that was said, whoever joins after', () => {
    fc.assert(
      fc.property(costs, seats, seats, fc.integer({ min: 1, max: 40 }), (cost, first, later, minimum) => {
        const threshold = minimum * 1000;
        const all = [...first, ...later];
        fc.pre(all.reduce((sum, { quantity }) => sum + quantity, 0) >= threshold);
        const shares = costShares(cost, all);
        let standing = 0;
        for (const [n, { quantity }] of all.entries()) {
          expect(shares[n]!).toBeLessThanOrEqual(mostShare(cost, quantity, standing, threshold));
          standing += quantity;
        }
      }),
    );
  });
});

describe('the plan of a network', () => {
  const skill = fc.record({ skill: fc.constantFrom('laser', 'cnc'), level: fc.integer({ min: 0, max: 3 }) });
  const asked = fc.array(
    fc
      .tuple(skill, fc.nat(9), fc.nat(9))
      .map(([one, refused, wished]) => ({ ...one, name: one.skill, refused, wished })),
  );
  const given = fc.array(
    fc
      .tuple(skill, instants, fc.nat(12))
      .map(([one, from, seats]) => ({ ...one, listingId: 'x', name: one.skill, from, seats })),
  );

  test('nothing that is asked for is lost, what is missing most comes first, and no seat of a lower level counts', () => {
    fc.assert(
      fc.property(asked, given, (wants, sessions) => {
        const rows = planOf(wants, sessions);
        const sum = (list: readonly { refused: number; wished: number }[]) =>
          list.reduce((all, row) => all + row.refused + row.wished, 0);
        expect(sum(rows)).toBe(sum(wants));
        expect(new Set(rows.map((row) => `${row.skill} ${row.level}`)).size).toBe(rows.length);
        for (const [n, row] of rows.entries()) {
          expect(row.missing).toBe(Math.max(0, row.refused + row.wished - row.seats));
          if (n > 0) expect(rows[n - 1]!.missing).toBeGreaterThanOrEqual(row.missing);
          const enough = sessions.filter((one) => one.skill === row.skill && one.level >= row.level);
          expect(row.seats).toBe(enough.reduce((all, one) => all + one.seats, 0));
        }
      }),
    );
  });
});
