import { expect, test } from 'vitest';
import { examine } from '../../../gateway/doctor.ts';
import { createServices } from '../../../gateway/app.ts';
import { MandateRecord } from '../../../gateway/modules/identity/person.entity.ts';
import { ClaimRecord } from '../../../gateway/modules/sharing/claim.entity.ts';
import { EntryRecord } from '../../../gateway/modules/sharing/ledger.entity.ts';
import { newId } from '../../../gateway/platform/ids.ts';
import { Refusal } from '../../../gateway/platform/refusal.ts';
import { useApp } from '../../support/app.ts';
import { CHANGE, CLAIMED, MOVED, sample, sharingSteps, sharingWorld } from '../../support/sharing.ts';
import { person } from '../../support/world.ts';
import { thousandths } from '../../../schema/sharing.ts';

const world = useApp();
const { offer, listing, claim } = sharingSteps(world);
const race = { timeout: 90_000 };
let served: { url: string } | undefined;

interface Reply {
  status: number;
  ms: number;
  key: string | undefined;
  data: {
    requestClaim?: { id: string; status: string } | null;
    moveClaim?: object | null;
    updateListing?: object | null;
  } | null;
}

/** Clients over HTTP, each a person with a session of their own, acting for one workshop. */
async function crowd(
  size: number,
  workshopId: string,
  role: 'workshop_member' | 'workshop_manager' = 'workshop_member',
) {
  const { url } = (served ??= await world.serve());
  return Promise.all(
    Array.from({ length: size }, async () => {
      const one = await person('Une personne pressée');
      await MandateRecord.create([
        {
          _id: newId(),
          personId: one.id,
          role,
          scope: 'workshop',
          scopeId: workshopId,
          since: new Date('2026-01-05T09:00:00Z'),
        },
      ]);
      const headers = {
        'content-type': 'application/json',
        'x-acting-for': `workshop:${workshopId}`,
        ...(await world.signedIn(one)),
      };
      return async (query: string, variables: object): Promise<Reply> => {
        const begun = performance.now();
        const body = JSON.stringify({ query, variables });
        const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
        const { data, errors } = (await answer.json()) as {
          data: Reply['data'];
          errors?: { extensions: { key?: string; code?: string } }[];
        };
        const said = errors?.[0]?.extensions;
        return { status: answer.status, ms: performance.now() - begun, data, key: said && (said.key ?? said.code) };
      };
    }),
  );
}

const wish = (listingId: string, quantity: number, more: object = {}) => ({
  input: { listingId, quantity, idempotencyKey: newId(), ...more },
});
const winners = (replies: readonly Reply[]) => replies.filter(({ data }) => data?.requestClaim);

/** Nobody without an answer, no fault, and every refusal for one of these reasons. */
async function sound(replies: readonly Reply[], refusals: readonly string[], took: (reply: Reply) => unknown) {
  expect(replies.filter(({ status }) => status >= 500)).toEqual([]);
  const lost = replies.filter((reply) => !took(reply) && !refusals.includes(reply.key ?? ''));
  expect(lost).toEqual([]);
  expect(await examine(world.clock.read())).toEqual([]);
  const slowest = Math.max(...replies.map(({ ms }) => ms));
  console.log(
    `${replies.length} clients: ${replies.filter(took).length} won, the slowest answer after ${Math.round(slowest)} ms`,
  );
}
const tookPart = ({ data }: Reply) => data?.requestClaim;

/** What was left after each line of the ledger, in the order in which they were written. */
async function neverNegative(listingId: string) {
  const lines = await EntryRecord.find({ listingId }).sort({ _id: 1 }).lean();
  let left = 0;
  for (const { delta, effectiveAt } of lines.filter((line) => line.effectiveAt <= world.clock.read())) {
    left += delta;
    expect([effectiveAt, left >= 0]).toEqual([effectiveAt, true]);
  }
}

test('a hundred ask for the last seat at once: one has it, the others hear that it is gone', race, async () => {
  const { owner, tours } = await sharingWorld();
  const session = await offer(owner, 'training', { quantity: 1 });
  const clients = await crowd(100, tours.acting.id);
  const replies = await Promise.all(clients.map((call) => call(CLAIMED, wish(session.id, 1))));
  await sound(replies, ['sharing.tooMuch'], tookPart);
  expect(winners(replies)).toHaveLength(1);
});

test('thirty who would wait for the last seat: one has it, the others wait and come in one by one', race, async () => {
  const { owner, tours } = await sharingWorld();
  const session = await offer(owner, 'training', { quantity: 1, automatic: true });
  const clients = await crowd(30, tours.acting.id);
  const replies = await Promise.all(clients.map((call) => call(CLAIMED, wish(session.id, 1, { wait: true }))));
  await sound(replies, [], tookPart);
  const standing = replies.map(({ data }) => data!.requestClaim!.status);
  expect(standing.filter((status) => status === 'agreed')).toHaveLength(1);
  expect(standing.filter((status) => status === 'waiting')).toHaveLength(29);
  const ids = replies.map(({ data }) => data!.requestClaim!.id);
  const moved = await Promise.all(ids.slice(0, 15).map((id, n) => clients[n]!(MOVED, { id, move: 'cancel' })));
  await sound(moved, ['sharing.closedMove'], ({ data }) => data?.moveClaim);
  expect(await ClaimRecord.countDocuments({ listingId: session.id, status: 'agreed' })).toBe(1);
});

test('a hundred ask for one sheet each of a lot of sixty: exactly sixty win', race, async () => {
  const { owner, tours } = await sharingWorld();
  const lot = await offer(owner, 'material', { quantity: 60 });
  const clients = await crowd(100, tours.acting.id);
  const replies = await Promise.all(clients.map((call) => call(CLAIMED, wish(lot.id, 1))));
  await sound(replies, ['sharing.tooMuch'], tookPart);
  expect(winners(replies)).toHaveLength(60);
  expect((await listing(owner, lot.id)).left).toBe(0);
  await neverNegative(lot.id);
});

test(
  'a hundred pledges around the threshold: those in pay the whole to the cent, nobody joins afterwards',
  race,
  async () => {
    const { owner, tours } = await sharingWorld();
    const prices = [
      { for: 'everyone', cents: 1999 },
      { for: 'everyone', from: 50, cents: 1333 },
    ];
    const facts = [
      { name: 'supplier', text: 'Filaments du Val de Loire' },
      { name: 'split', text: 'equal' },
      { name: 'transport', number: 1001 },
    ];
    const purchase = await offer(owner, 'purchase', { threshold: 50, prices, facts });
    const clients = await crowd(100, tours.acting.id);
    const replies = await Promise.all(clients.map((call, n) => call(CLAIMED, wish(purchase.id, 1 + (n % 2)))));
    await sound(replies, ['sharing.over'], tookPart);
    const parts = await ClaimRecord.find({ listingId: purchase.id }).lean();
    expect(parts).toHaveLength(winners(replies).length);
    expect(new Set(parts.map(({ status }) => status))).toEqual(new Set(['ordered']));
    const quantity = parts.reduce((sum, part) => sum + part.quantity, 0) / thousandths;
    expect([50, 51]).toContain(quantity);
    expect(parts.reduce((sum, part) => sum + part.totalCents, 0)).toBe(quantity * 1333 + 1001);
  },
);

test('accepting against cancelling at once: one of the two, and the ledger agrees', race, async () => {
  const { owner, tours } = await sharingWorld();
  const lot = await offer(owner, 'material', { quantity: 40 });
  const [accept] = await crowd(1, owner.acting.id);
  const [cancel] = await crowd(1, tours.acting.id);
  for (let round = 0; round < 20; round += 1) {
    const { id } = await claim(tours, lot.id, 1);
    const both = await Promise.all([accept!(MOVED, { id, move: 'accept' }), cancel!(MOVED, { id, move: 'cancel' })]);
    expect(both.filter(({ status }) => status >= 500)).toEqual([]);
    // Accepted first, it can still be given up: then both were done.
    const status = (await ClaimRecord.findById(id).lean())!.status;
    expect(both[1].data?.moveClaim ? 'cancelled' : 'agreed').toBe(status);
    for (const reply of both) if (!reply.data?.moveClaim) expect(reply.key).toBe('sharing.closedMove');
  }
  expect(await examine(world.clock.read())).toEqual([]);
});

test('lowering what is offered against those who ask: never less than is taken', race, async () => {
  const { owner, site, tours } = await sharingWorld();
  const lot = await offer(owner, 'material', { quantity: 40 });
  const clients = await crowd(40, tours.acting.id);
  const managers = await crowd(8, owner.acting.id, 'workshop_manager');
  const { kind: _, workshopId: __, idempotencyKey: ___, ...said } = sample('material', site._id);
  const [asked, lowered] = await Promise.all([
    Promise.all(clients.map((call) => call(CLAIMED, wish(lot.id, 1)))),
    Promise.all(managers.map((call, n) => call(CHANGE, { id: lot.id, input: { ...said, quantity: 12 + n } }))),
  ]);
  await sound(asked, ['sharing.tooMuch'], tookPart);
  await sound(lowered, ['sharing.tooMuch'], ({ data }) => data?.updateListing);
  await neverNegative(lot.id);
});

test('two gateways on one lot, whose lines do not see each other: exactly what there is', race, async () => {
  const { owner, tours, orleans } = await sharingWorld();
  const lot = await offer(owner, 'material', { quantity: 30 });
  const gateways = [createServices(world.app.deps), createServices(world.app.deps)];
  const outcomes = await Promise.all(
    Array.from({ length: 60 }, async (_, n) => {
      const input = { listingId: lot.id, quantity: 1, wait: false, note: '', idempotencyKey: newId() };
      try {
        await gateways[n % 2]!.claims.request(n % 3 ? tours : orleans, input);
        return 'won';
      } catch (error) {
        if (error instanceof Refusal) return error.key;
        throw error;
      }
    }),
  );
  expect(outcomes.filter((outcome) => outcome === 'won')).toHaveLength(30);
  expect(outcomes.filter((outcome) => outcome === 'sharing.tooMuch')).toHaveLength(30);
  await neverNegative(lot.id);
  expect(await examine(world.clock.read())).toEqual([]);
});

test('one intention sent twenty times at once is one part', race, async () => {
  const { owner, tours } = await sharingWorld();
  const lot = await offer(owner, 'material');
  const [call] = await crowd(1, tours.acting.id);
  const once = wish(lot.id, 2);
  const replies = await Promise.all(Array.from({ length: 20 }, () => call!(CLAIMED, once)));
  await sound(replies, [], tookPart);
  expect(new Set(replies.map(({ data }) => data!.requestClaim!.id)).size).toBe(1);
  expect((await listing(owner, lot.id)).left).toBe(8);
});
