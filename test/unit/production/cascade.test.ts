import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  expiresAt,
  isOpen,
  nextStep,
  offerMoves,
  offersPerRequest,
  openOfferMoves,
  openRequestMoves,
  requestMoves,
  ttlOpenMinutes,
} from '../../../gateway/modules/production/cascade.rules.ts';
import type { CascadeInput, PastOffer } from '../../../gateway/modules/production/cascade.rules.ts';
import { offerStates, requestStates } from '../../../schema/production.ts';
import type { OfferState } from '../../../schema/production.ts';

const now = new Date('2026-11-20T15:00:00Z');
const input = (over: Partial<CascadeInput>): CascadeInput => ({
  ranked: [],
  offers: [],
  sieve: [],
  nearMisses: [],
  mustHaveBy: null,
  now,
  ...over,
});
const reach = (moves: Record<string, { from: readonly string[]; to: string }>, start: string): Set<string> => {
  const found = new Set([start]);
  for (let size = 0; size !== found.size;) {
    size = found.size;
    for (const { from, to } of Object.values(moves)) if (from.some((state) => found.has(state))) found.add(to);
  }
  return found;
};

describe('the moves', () => {
  test('every state can be reached, and only the last ones are final', () => {
    expect([...reach(requestMoves, 'draft')].sort()).toEqual([...requestStates].sort());
    expect([...reach(offerMoves, 'proposed')].sort()).toEqual([...offerStates].sort());
    const sides = ['firm', 'lab', 'system'] as const;
    expect(requestStates.filter((state) => sides.every((side) => openRequestMoves(state, side).length === 0))).toEqual([
      'done',
      'cancelled',
    ]);
    expect(offerStates.filter((state) => sides.every((side) => openOfferMoves(state, side).length === 0))).toEqual([
      'expired',
      'given_up',
    ]);
  });

  test('each side has its own steps, and a stranger none', () => {
    expect(openOfferMoves('viewed', 'lab')).toEqual(['accept', 'decline']);
    expect(openOfferMoves('proposed', 'system')).toEqual(['expire', 'withdraw']);
    expect(openOfferMoves('proposed', 'firm')).toEqual([]);
    expect(openRequestMoves('routing', 'firm')).toEqual(['cancel']);
    expect(openRequestMoves('routing', undefined)).toEqual([]);
  });
});

describe('the time to live', () => {
  const week = ([1, 2, 3, 4, 5] as const).map((day) => ({ day, from: '09:00', to: '18:00' }));

  test('is eight open hours, or two when the date is near', () => {
    expect(ttlOpenMinutes(null, now)).toBe(480);
    expect(ttlOpenMinutes(new Date('2026-11-25T15:00:00Z'), now)).toBe(480);
    expect(ttlOpenMinutes(new Date('2026-11-25T14:59:00Z'), now)).toBe(120);
  });

  test('runs on the lab’s clock: asked on Friday at four, it lapses on Monday at three', () => {
    expect(expiresAt(now, 480, week, [], 'Europe/Paris')).toEqual(new Date('2026-11-23T14:00:00Z'));
  });

  test('a lab without hours, or shut for a season, still has an end', () => {
    expect(expiresAt(now, 480, [], [], 'Europe/Paris')).toEqual(new Date('2026-11-23T14:00:00Z'));
    expect(expiresAt(now, 480, week, [{ from: '2026-01-01', to: '2027-12-31' }], 'Europe/Paris')).toEqual(
      new Date('2026-11-23T14:00:00Z'),
    );
  });
});

describe('the cascade', () => {
  test('widens ring by ring, and asks labs of unknown place last', () => {
    const ranked = [
      { workshopId: 'best', distanceKm: 200 },
      { workshopId: 'lost', distanceKm: null },
      { workshopId: 'near', distanceKm: 29 },
    ];
    const offers: PastOffer[] = [];
    const path: unknown[] = [];
    for (
      let step = nextStep(input({ ranked, offers }));
      step.kind === 'offer';
      step = nextStep(input({ ranked, offers }))
    ) {
      path.push([step.workshopId, step.ringKm]);
      offers.push({ workshopId: step.workshopId, state: 'declined' });
    }
    expect(path).toEqual([
      ['near', 30],
      ['best', 300],
      ['lost', null],
    ]);
    expect(nextStep(input({ ranked, offers }))).toMatchObject({ kind: 'unroutable', reason: 'all_asked' });
  });

  test('says why it stops', () => {
    expect(nextStep(input({}))).toMatchObject({ reason: 'nobody_capable' });
    expect(nextStep(input({ ranked: [{ workshopId: 'a', distanceKm: 1 }], mustHaveBy: now }))).toMatchObject({
      reason: 'too_late',
    });
    const offers = Array.from({ length: offersPerRequest }, (_, at): PastOffer => ({
      workshopId: `l${at}`,
      state: 'expired',
    }));
    expect(nextStep(input({ ranked: [{ workshopId: 'a', distanceKm: 1 }], offers }))).toMatchObject({
      reason: 'offer_limit',
    });
  });

  test('every path ends, with one open offer at most, and nobody is asked twice', () => {
    const ranked = fc.uniqueArray(
      fc.record({ workshopId: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), distanceKm: fc.option(fc.nat(900)) }),
      { selector: (each) => each.workshopId },
    );
    const answers = fc.array(fc.constantFrom<OfferState>('viewed', 'accepted', 'declined', 'expired', 'withdrawn'), {
      minLength: 80,
      maxLength: 80,
    });
    fc.assert(
      fc.property(ranked, answers, (labs, played) => {
        const offers: PastOffer[] = [];
        let end: string | undefined;
        for (const answer of played) {
          const step = nextStep(input({ ranked: labs, offers }));
          const waiting = offers.find((offer) => isOpen(offer.state));
          if (step.kind === 'offer') {
            expect(waiting).toBeUndefined();
            expect(offers.some((offer) => offer.workshopId === step.workshopId)).toBe(false);
            offers.push({ workshopId: step.workshopId, state: 'proposed' });
          } else if (step.kind === 'wait') {
            expect(step.workshopId).toBe(waiting?.workshopId);
            waiting!.state = waiting!.state === 'viewed' && answer === 'viewed' ? 'expired' : answer;
          } else {
            end = step.kind;
            break;
          }
          expect(offers.filter((offer) => isOpen(offer.state)).length).toBeLessThanOrEqual(1);
        }
        expect(end).toBe(offers.some((offer) => offer.state === 'accepted') ? 'settled' : 'unroutable');
      }),
    );
  });
});
