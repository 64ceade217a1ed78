import { beforeEach, describe, expect, test } from 'vitest';
import { examine } from '../../../gateway/doctor.ts';
import { ReceiptRecord } from '../../../gateway/modules/purchase/receipt.entity.ts';
import { newId } from '../../../gateway/platform/ids.ts';
import { ClaimRecord } from '../../../gateway/modules/sharing/claim.entity.ts';
import { EntryRecord } from '../../../gateway/modules/sharing/ledger.entity.ts';
import { ListingRecord } from '../../../gateway/modules/sharing/listing.entity.ts';
import { useApp } from '../../support/app.ts';
import { CHANGE, OFFER, sample, sharingSteps, sharingWorld, STEP } from '../../support/sharing.ts';

const world = useApp({ now: '2026-11-23T08:00:00Z' });
const { offer, claim, move, step, listing, part } = sharingSteps(world);

/** Each test begins at the same instant: what an earlier one wrote for later would be in its future. */
beforeEach(async () => {
  world.clock.set('2026-11-23T08:00:00Z');
  await Promise.all([ListingRecord.deleteMany({}), ClaimRecord.deleteMany({}), EntryRecord.deleteMany({})]);
});

const SHARE = `query S($id: ID!, $quantity: Float) { purchaseShare(listingId: $id, quantity: $quantity) {
  pledged quantity unitCents goodsCents transportCents totalCents shareCents savedCents missing next { missing cents } } }`;
const NOTE = `mutation N($input: NoteDelivery!) { noteDelivery(input: $input) { id delivered receipts { quantity note } } }`;
interface Share {
  totalCents: number;
  shareCents: number;
  missing: number;
}
interface Noted {
  noteDelivery: { id: string; delivered: number; receipts: { quantity: number; note: string }[] };
}

const withTransport = {
  facts: [
    { name: 'supplier', text: 'Filaments du Val de Loire' },
    { name: 'split', text: 'quantity' },
    { name: 'transport', number: 1001 },
    { name: 'quote', text: 'https://example.org/devis.pdf' },
  ],
};

describe('before anybody commits', () => {
  test('a pledge is shown to the cent, and that is what it costs when the purchase is ordered', async () => {
    const { owner, tours, orleans } = await sharingWorld();
    const { id } = await offer(owner, 'purchase', withTransport);
    await claim(tours, id, 3);
    const share = async (quantity: number) =>
      (await world.get<{ purchaseShare: Share }>(orleans, SHARE, { id, quantity })).purchaseShare;
    expect(await share(2)).toEqual({
      pledged: 3,
      quantity: 5,
      unitCents: 2000,
      goodsCents: 10000,
      transportCents: 1001,
      totalCents: 11001,
      shareCents: 4400,
      savedCents: 601,
      missing: 5,
      next: { missing: 5, cents: 1500 },
    });
    const seen = await share(7);
    expect(seen).toMatchObject({ unitCents: 1500, totalCents: 16001, shareCents: 11201, missing: 0, next: null });
    const mine = await claim(orleans, id, 7);
    expect((await part(orleans, mine.id)).totalCents).toBe(seen.shareCents);
    expect((await share(0)).totalCents).toBe(seen.totalCents);
  });

  test('there is no share of what is no purchase, and none for a visitor', async () => {
    const { owner, tours } = await sharingWorld();
    const lot = await offer(owner, 'material');
    expect((await world.run(tours, SHARE, { id: lot.id })).refusal).toBe('platform.notFound');
    expect((await world.run({ kind: 'visitor' }, SHARE, { id: lot.id })).refusal).toBe('platform.signIn');
  });

  test('price breaks that do not fall are refused with the row, when offered and when changed', async () => {
    const { owner, site } = await sharingWorld();
    const rising = { prices: [{ cents: 1500 }, { from: 10, cents: 1600 }] };
    const refused = await world.run(owner, OFFER, { input: sample('purchase', site._id, rising) });
    expect([refused.refusal, refused.params]).toMatchObject(['sharing.priceBreaks', { row: 2, from: 10 }]);
    const none = await world.run(owner, OFFER, { input: sample('purchase', site._id, { prices: [] }) });
    expect([none.refusal, none.params]).toMatchObject(['sharing.incomplete', { field: 'prices' }]);
    const { id } = await offer(owner, 'purchase');
    const { kind: _k, workshopId: _w, idempotencyKey: _i, ...input } = sample('purchase', site._id, rising);
    expect((await world.run(owner, CHANGE, { id, input })).refusal).toBe('sharing.priceBreaks');
  });
});

test('below the threshold at its date it lapses by itself, and nobody owes anything', async () => {
  const { owner, tours, orleans } = await sharingWorld();
  const { id } = await offer(owner, 'purchase', withTransport);
  const pledges = [await claim(tours, id, 4), await claim(orleans, id, 5)];
  world.clock.set('2026-12-15T16:59:59Z');
  await world.app.services.sharingDeadlines.run();
  expect((await listing(owner, id)).status).toBe('open');
  world.clock.set('2026-12-15T17:00:00Z');
  await world.app.services.sharingDeadlines.run();
  expect(await listing(owner, id)).toMatchObject({ status: 'lapsed', agreed: 0, claimable: false, can: [] });
  expect(await part(tours, pledges[0]!.id)).toMatchObject({ status: 'called_off', can: [] });
  expect(await part(orleans, pledges[1]!.id)).toMatchObject({ status: 'called_off', can: [] });
  await world.app.outbox.drain();
  const mail = world.mails.findLast(({ to }) => to === orleans.email);
  expect(mail?.text).toContain('vous ne devez rien');
  expect(await examine(world.clock.read())).toEqual([]);
});

describe('once ordered', () => {
  const ordered = async () => {
    const people = await sharingWorld();
    const { id } = await offer(people.owner, 'purchase', withTransport);
    const first = await claim(people.tours, id, 4);
    const second = await claim(people.orleans, id, 6);
    return { ...people, id, first, second };
  };
  const noting = (listingId: string, quantity: number, more: object = {}) => ({
    input: { listingId, quantity, idempotencyKey: newId(), ...more },
  });

  test('what comes in is noted in parts, once for one key, never beyond the order; those who wait are told', async () => {
    const { owner, tours, id } = await ordered();
    const once = noting(id, 4, { note: 'Premier colis.' });
    await world.get(owner, NOTE, once);
    const { noteDelivery } = await world.get<Noted>(owner, NOTE, once);
    expect(noteDelivery).toMatchObject({ delivered: 4, receipts: [{ quantity: 4, note: 'Premier colis.' }] });
    const beyond = await world.run(owner, NOTE, noting(id, 7));
    expect([beyond.refusal, beyond.params]).toMatchObject(['purchase.tooMuch', { left: 6 }]);
    expect((await world.get<Noted>(owner, NOTE, noting(id, 6))).noteDelivery.delivered).toBe(10);
    await world.app.outbox.drain();
    const mails = world.mails.filter(({ to, subject }) => to === tours.email && subject.startsWith('Arrivé'));
    expect(mails.map(({ text }) => [text.includes('Reste à venir'), text.includes('Tout est là')])).toEqual([
      [true, false],
      [false, true],
    ]);
    expect(mails[0]!.text).toContain(`/achats-groupes/${id}`);
  });

  test('two who note the last delivery at once: one does', async () => {
    const { owner, id } = await ordered();
    const all = await Promise.all([1, 2, 3, 4].map(() => world.run(owner, NOTE, noting(id, 10))));
    expect(all.filter(({ refusal }) => refusal === undefined)).toHaveLength(1);
    expect(await ReceiptRecord.countDocuments({ listingId: id })).toBe(1);
  });

  test('nobody but its workshop notes it, and only of what is ordered', async () => {
    const { owner, tours, id } = await ordered();
    expect((await world.run(tours, NOTE, noting(id, 1))).refusal).toBe('platform.forbidden');
    const open = await offer(owner, 'purchase');
    expect((await world.run(owner, NOTE, noting(open.id, 1))).refusal).toBe('sharing.closedMove');
    const lot = await offer(owner, 'material');
    expect((await world.run(owner, NOTE, noting(lot.id, 1))).refusal).toBe('sharing.closedMove');
  });

  test('it ends when everyone has theirs, or with a reason', async () => {
    const { owner, tours, orleans, id, first, second } = await ordered();
    const early = await world.run(owner, STEP, { id, move: 'conclude' });
    expect([early.refusal, early.params]).toMatchObject(['sharing.uncollected', { parts: 2 }]);
    await move(tours, first.id, 'collect');
    expect((await world.run(owner, STEP, { id, move: 'conclude' })).params).toMatchObject({ parts: 1 });
    expect((await listing(owner, id)).status).toBe('confirmed');
    await move(orleans, second.id, 'collect');
    expect((await step(owner, id, 'conclude')).status).toBe('closed');
    const other = await ordered();
    const ended = await step(other.owner, other.id, 'conclude', 'Deux bobines perdues par le transporteur.');
    expect(ended.status).toBe('closed');
    expect(await examine(world.clock.read())).toEqual([]);
  });
});
