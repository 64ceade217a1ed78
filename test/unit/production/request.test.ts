import { describe, expect, test } from 'vitest';
import { countedIn, missingIn, needOf } from '../../../gateway/modules/production/request.rules.ts';
import type { DraftPart, RememberedOffer } from '../../../gateway/modules/production/request.rules.ts';
import { blois } from './builders.ts';

const part: DraftPart = {
  id: 'p1',
  name: '',
  process: 'co2_cut',
  material: null,
  thicknessMm: null,
  sizeMm: null,
  quantity: 4,
  toleranceClass: null,
  finish: null,
};
const whole = { title: 'Platines', parts: [part], mustHaveBy: new Date('2026-12-11'), delivery: { point: blois } };

describe('a draft', () => {
  test('lacks nothing once a lab could be asked', () => {
    expect(missingIn(whole)).toEqual([]);
  });

  test('names each field that it lacks', () => {
    expect(missingIn({ title: ' ', parts: [], mustHaveBy: null, delivery: null })).toEqual([
      'title',
      'parts',
      'mustHaveBy',
      'delivery',
    ]);
    expect(missingIn({ ...whole, parts: [part, { ...part, process: null, quantity: null }] })).toEqual([
      'parts.1.process',
      'parts.1.quantity',
    ]);
  });

  test('is looked for without the parts that say no process', () => {
    const need = needOf(
      {
        ...whole,
        parts: [
          { ...part, quantity: null },
          { ...part, process: null },
        ],
      },
      'Platines',
    );
    expect(need.parts.map(({ name, quantity }) => [name, quantity])).toEqual([['Platines', 1]]);
    expect(need.near).toEqual(blois);
  });
});

test('a new date asks again those who lacked time or kept silent, and nobody else', () => {
  const before = (workshopId: string, over: Partial<RememberedOffer>): RememberedOffer => ({
    workshopId,
    state: 'declined',
    round: 1,
    ...over,
  });
  const offers = [
    before('busy', { declineReason: 'no_capacity' }),
    before('late', { declineReason: 'deadline' }),
    before('silent', { state: 'expired' }),
    before('never', { declineReason: 'not_our_kind' }),
    before('now', { round: 2, declineReason: 'no_capacity' }),
  ];
  expect(countedIn(2, offers).map(({ workshopId }) => workshopId)).toEqual(['never', 'now']);
});
