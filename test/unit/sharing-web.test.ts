import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatFor } from '$lib/i18n/format.ts';
import { en } from '$lib/i18n/en.ts';
import { fr } from '$lib/i18n/fr.ts';
import { countedKinds, factsOf, kindNames, kinds } from '../../schema/kinds.ts';
import { type ClaimEvent, claimMoves, claimStarts, type ClaimStatus } from '../../schema/sharing.ts';
import { folderOf, kindAt } from '../../web/src/lib/sharing/kinds.ts';
import { listingFaults, listingOf, newListing, priceRowsIn } from '../../web/src/lib/sharing/listing-form.server.ts';
import { looksForParts } from '../../web/src/lib/sharing/looking.ts';
import { kmBetween } from '../../web/src/lib/sharing/distance.ts';
import { factText, priceOf, quantityOf } from '../../web/src/lib/sharing/say.ts';
import { threadOf } from '../../web/src/lib/sharing/thread.ts';

const french = formatFor('fr');
const formOf = (values: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.append(name, value);
  return form;
};

test('each kind that is counted has a folder of its own, and what is not counted has none', () => {
  expect(new Set(countedKinds.map(folderOf)).size).toBe(countedKinds.length);
  for (const kind of countedKinds) expect(kindAt(folderOf(kind).slice(1))).toBe(kind);
  for (const name of kindNames.filter((one) => !(countedKinds as readonly string[]).includes(one)))
    expect(kindAt(kinds[name].path)).toBeUndefined();
});

describe('what looks for parts', () => {
  const workshop = { isWorkshop: true, isOwner: false };
  const someone = { isWorkshop: false, isOwner: false };
  const job = (status: string, left: number) => ({ kind: 'job' as const, status, left });

  test('a job asks workshops while it fills, and once published for what is left of the week', () => {
    expect([undefined, workshop, someone].map((asker) => looksForParts(job('open', 40), asker))).toEqual([
      true,
      true,
      false,
    ]);
    expect([undefined, workshop, someone].map((asker) => looksForParts(job('confirmed', 20), asker))).toEqual([
      false,
      true,
      false,
    ]);
    expect(looksForParts(job('confirmed', 0), workshop)).toBe(false);
    expect(looksForParts(job('cancelled', 20), workshop)).toBe(false);
  });

  test('a lot asks everyone but whoever passes it on; nobody is asked for a part of a draft', () => {
    const lot = { kind: 'material' as const, status: 'open', left: 3 };
    expect(looksForParts(lot, someone)).toBe(true);
    expect(looksForParts(lot, { isWorkshop: true, isOwner: true })).toBe(false);
    expect(looksForParts({ ...lot, status: 'draft' }, someone)).toBe(false);
  });
});

describe('the thread of a part', () => {
  const line = (event: ClaimEvent, n: number) => ({ event, at: new Date(n * 3_600_000).toISOString() });
  const states = (steps: ReturnType<typeof threadOf>) => steps.map(({ status, state }) => `${status} ${state}`);

  test('shows what is behind, where it stands and what is to come', () => {
    expect(states(threadOf('stock', 'agreed', [line('ask', 0), line('accept', 1)]))).toEqual([
      'asked done',
      'agreed now',
      'received todo',
    ]);
    expect(states(threadOf('seats', 'waiting', [line('wait', 0)]))).toEqual([
      'waiting now',
      'agreed todo',
      'attended todo',
      'certified todo',
    ]);
  });

  test('ends where it was refused, and promises nothing more', () => {
    expect(states(threadOf('stock', 'declined', [line('ask', 0), line('decline', 1)]))).toEqual([
      'asked done',
      'declined done',
    ]);
  });

  test('counts once a step that was turned back', () => {
    const history = [line('book', 0), line('attend', 1), line('miss', 2), line('attend', 3)];
    expect(states(threadOf('seats', 'attended', history))).toEqual(['agreed done', 'attended now', 'certified todo']);
  });

  test('whatever happened, at most one step is now, none behind comes after one ahead, and none is told twice', () => {
    const events = Object.keys({ ...claimStarts, ...claimMoves }) as ClaimEvent[];
    const led = (event: ClaimEvent): ClaimStatus =>
      event in claimStarts
        ? claimStarts[event as keyof typeof claimStarts]
        : claimMoves[event as keyof typeof claimMoves].to;
    fc.assert(
      fc.property(
        fc.constantFrom('seats' as const, 'stock' as const, 'pledges' as const),
        fc.array(fc.constantFrom(...events), { minLength: 1, maxLength: 8 }),
        (way, told) => {
          const status = led(told.at(-1)!);
          const steps = threadOf(way, status, told.map(line));
          const order = steps.map(({ state }) => ['done', 'now', 'todo'].indexOf(state));
          expect(order).toEqual([...order].sort());
          expect(steps.filter(({ state }) => state === 'now').length).toBeLessThanOrEqual(1);
          expect(steps.filter(({ state }) => state !== 'todo').at(-1)?.status).toBe(status);
          const behind = steps.filter(({ state }) => state !== 'todo').map((step) => step.status);
          expect(new Set(behind).size).toBe(behind.length);
        },
      ),
    );
  });
});

describe('the form of an offer', () => {
  test('reads figures with a comma, euros as cents, and times on the clock of the workshop', () => {
    const read = listingOf(
      'training',
      'Indian/Reunion',
      formOf({
        name: 'Laser',
        quantity: '1 200,5',
        from: '2026-12-01T09:00',
        'fact.programme': 'Sécurité',
        'fact.cost': '12,50',
        'price.1.for': 'member',
        'price.1.cents': '4,05',
      }),
    );
    expect(read.quantity).toBe(1200.5);
    expect(read.from).toBe('2026-12-01T05:00:00.000Z');
    expect(read.until).toBeNull();
    expect(read.facts).toEqual([
      { name: 'programme', text: 'Sécurité' },
      { name: 'cost', number: 1250 },
    ]);
    expect(read.prices).toEqual([{ for: 'member', from: 0, cents: 405 }]);
  });

  test('a figure that cannot be read is sent as what the gateway refuses, never as nothing', () => {
    expect(listingOf('material', 'Europe/Paris', formOf({ quantity: 'douze' })).quantity).toBe(-1);
  });

  test('a fault is shown at its own field, by shape or by the name that a refusal gives', () => {
    const form = formOf({ 'price.2.cents': '5', 'fact.form': 'sheet', 'fact.origin': 'x' });
    const fields = { 'input.prices.0.cents': 'max', 'input.facts.1.text': 'maxLength', 'input.name': 'length' };
    expect(listingFaults('material', { refusal: { key: 'platform.invalid', params: {} }, fields }, form)).toEqual({
      'price.2.cents': 'max',
      'fact.origin': 'maxLength',
      name: 'length',
    });
    const named = (field: string) => ({ refusal: { key: 'sharing.incomplete', params: { field } }, fields: {} });
    expect(listingFaults('material', named('material'), form)).toEqual({ 'fact.material': 'required' });
    expect(listingFaults('material', named('quantity'), form)).toEqual({ quantity: 'required' });
  });

  test.each(countedKinds)('%s begins with the usual measure and with rows for prices', (kind) => {
    const values = newListing(kind);
    expect(values.measure).toBe(kinds[kind].measures[0]);
    expect(priceRowsIn(values)).toBeGreaterThanOrEqual(2);
    expect(priceRowsIn({ ...values, 'price.18.cents': '1' })).toBe(20);
  });
});

describe('in words', () => {
  test('a quantity agrees with its unit in both languages', () => {
    expect(quantityOf(fr, french, 1.5, 'sheet')).toBe('1,5\u00A0feuille');
    expect(quantityOf(en, formatFor('en'), 1.5, 'sheet')).toBe('1.5\u00A0sheets');
  });

  test('a price says where it begins, or how far it goes when somebody pays nothing', () => {
    const price = (prices: { for: string; cents: number }[], facts: { name: 'cost'; number: number }[] = []) =>
      priceOf(fr, french, { kind: 'training', measure: 'seat', prices, facts });
    expect(price([])).toBe('Gratuit');
    expect(price([{ for: 'everyone', cents: 900 }])).toBe('9,00\u00A0€ la place');
    const member = { for: 'member', cents: 400 };
    expect(price([{ for: 'everyone', cents: 900 }, member])).toBe('Dès 4,00\u00A0€ la place');
    expect(price([member])).toBe('De 0 à 4,00\u00A0€ la place');
    expect(price([], [{ name: 'cost', number: 60_000 }])).toBe('600,00\u00A0€ à partager entre les places');
  });

  test.each(countedKinds)('every fact of %s has a label, and its choices words, in both languages', (kind) => {
    for (const t of [fr, en])
      for (const [name, fact] of factsOf(kind)) {
        expect(t.offering.facts[name]).toMatch(/\S/);
        if (fact.type !== 'choice') continue;
        for (const one of fact.of)
          expect(factText(t, french, kind, { name, text: one }, {}), `${kind}.${name} ${one}`).toMatch(/\S/);
        expect(new Set(fact.of.map((one) => factText(t, french, kind, { name, text: one }, {}))).size).toBe(
          fact.of.length,
        );
      }
  });
});

test('as the crow flies, Blois is about 52 km from Tours', () => {
  expect(kmBetween({ lat: 47.594, lon: 1.329 }, { lat: 47.394, lon: 0.688 })).toBeCloseTo(52.9, 0);
  expect(kmBetween({ lat: 47, lon: 1 }, { lat: 47, lon: 1 })).toBe(0);
});
