import { beforeEach, describe, expect, test } from 'vitest';
import { examine } from '../../../gateway/doctor.ts';
import { NeedRecord } from '../../../gateway/modules/material/need.entity.ts';
import { NeedPairRecord } from '../../../gateway/modules/material/pair.entity.ts';
import { HappeningRecord } from '../../../gateway/modules/notice/notice.entity.ts';
import { ListingRecord } from '../../../gateway/modules/sharing/listing.entity.ts';
import { newId } from '../../../gateway/platform/ids.ts';
import type { HappeningKey } from '../../../schema/events.ts';
import { useApp } from '../../support/app.ts';
import {
  ANSWER,
  looking,
  LOTS,
  type MatchSeen,
  MOVE_NEED,
  NEEDS,
  type NeedSeen,
  needSteps,
  POST_NEED,
  READ_NEED,
  SEEKERS,
  sheets,
} from '../../support/needs.ts';
import { sharingWorld } from '../../support/sharing.ts';
import { person } from '../../support/world.ts';

const world = useApp({ now: '2026-11-23T08:00:00Z' });
const { offer, claim, move, step, post, lots, seekers } = needSteps(world);

beforeEach(async () => {
  world.clock.set('2026-11-23T08:00:00Z');
  await Promise.all([NeedRecord.deleteMany({}), ListingRecord.deleteMany({}), HappeningRecord.deleteMany({})]);
});

const told = (event: HappeningKey) => HappeningRecord.find({ event }).lean<{ params: { count: number } }[]>();

describe('a need', () => {
  test('is posted once for one key, seen by everyone signed in, and ended by those who look', async () => {
    const { tours, owner } = await sharingWorld();
    const input = looking({ note: 'Pour des boîtes.' });
    const first = (await world.get<{ postNeed: NeedSeen }>(tours, POST_NEED, { input })).postNeed;
    const again = (await world.get<{ postNeed: NeedSeen }>(tours, POST_NEED, { input })).postNeed;
    expect(again.id).toBe(first.id);
    expect(first).toMatchObject({ status: 'open', ours: true, can: ['meet', 'close'], place: 'Tours', quantity: 2 });
    const seen = (await world.get<{ need: NeedSeen }>(owner, READ_NEED, { id: first.id })).need;
    expect(seen).toMatchObject({ ours: false, can: [], seeker: { name: first.seeker.name } });
    expect((await world.run(owner, MOVE_NEED, { id: first.id, move: 'close' })).refusal).toBe('platform.forbidden');
    const met = await world.get<{ moveNeed: NeedSeen }>(tours, MOVE_NEED, { id: first.id, move: 'meet' });
    expect(met.moveNeed).toMatchObject({ status: 'met', can: ['reopen'] });
    expect((await world.run(tours, MOVE_NEED, { id: first.id, move: 'close' })).refusal).toBe('material.closedMove');
  });

  test('names an unknown place, material or date when it is refused', async () => {
    const { tours } = await sharingWorld();
    const refused = async (more: object) => {
      const { refusal, params } = await world.run(tours, POST_NEED, { input: looking(more) });
      return [refusal, params?.field];
    };
    expect(await refused({ place: 'Nulle-Part-sur-Rien' })).toEqual(['platform.invalid', 'place']);
    expect(await refused({ materialId: 'kryptonite' })).toEqual(['platform.invalid', 'materialId']);
    expect(await refused({ until: '2026-11-22T00:00:00Z' })).toEqual(['sharing.past', 'until']);
    expect(await refused({ thicknessMin: 5 })).toEqual(['platform.invalid', 'thicknessMax']);
    expect(await refused({ measure: 'seat' })).toEqual(['platform.invalid', 'measure']);
    expect(await refused({ measure: 'sheet', quantity: 1.5 })).toEqual(['platform.invalid', 'quantity']);
  });

  test('ends by itself when its date has passed, and can then not be reopened', async () => {
    const { tours } = await sharingWorld();
    const { id } = await post(tours, { until: '2026-11-30T00:00:00Z' });
    world.clock.set('2026-11-30T00:00:00Z');
    await world.app.services.pairing.run();
    const seen = (await world.get<{ need: NeedSeen }>(tours, READ_NEED, { id })).need;
    expect(seen).toMatchObject({ status: 'expired', can: [] });
  });

  test('is listed nearest first from a place, by its material or the family, in pages', async () => {
    const { tours, orleans } = await sharingWorld();
    const far = await post(orleans, { place: '45000' });
    const near = await post(tours, { materialId: 'plywood' });
    await post(tours, { materialId: 'pmma' });
    type Listed = { needs: { totalCount: number; nodes: NeedSeen[]; pageInfo: { endCursor: string } } };
    const asked = { near: '37000', withinKm: 200, materialId: 'plywood_birch', first: 1 };
    const { needs } = await world.get<Listed>(orleans, NEEDS, asked);
    expect([needs.totalCount, needs.nodes.map(({ id }) => id)]).toEqual([2, [near.id]]);
    const next = await world.get<Listed>(orleans, NEEDS, { ...asked, after: needs.pageInfo.endCursor });
    expect(next.needs.nodes.map(({ id }) => id)).toEqual([far.id]);
    expect((await world.get<Listed>(orleans, NEEDS, { ...asked, withinKm: 20 })).needs.totalCount).toBe(1);
  });
});

describe('a need and the lots that answer it', () => {
  test('meet by material, thickness, size either way round, quantity and distance, with the numbers', async () => {
    const { owner, tours } = await sharingWorld();
    const good = await offer(owner, 'material', sheets());
    const declared = await offer(owner, 'material', sheets({ material: 'plywood' }, { name: 'Contreplaqué' }));
    await offer(owner, 'material', sheets({ thickness: 5 }, { name: 'Trop épais' }));
    await offer(owner, 'material', sheets({ width: 280, length: 590 }, { name: 'Trop petit' }));
    await offer(owner, 'material', sheets({ material: 'mdf' }, { name: 'MDF' }));
    const need = await post(tours);
    const found = await lots(tours, need.id);
    expect(found.nodes.map(({ listing, verdict }) => [listing.id, verdict]).sort()).toEqual(
      [
        [good.id, 'yes'],
        [declared.id, 'to_confirm'],
      ].sort(),
    );
    const reasons = found.nodes.find(({ listing }) => listing.id === good.id)!.reasons;
    expect(reasons).toMatchObject([
      { requirement: 'material', verdict: 'yes' },
      { requirement: 'thickness', asked: [3, 3], found: [3] },
      { requirement: 'size', asked: [300, 600], found: [1000, 600] },
      { requirement: 'quantity', verdict: 'yes', asked: [2], found: [6], measure: null },
      { requirement: 'distance', verdict: 'yes', asked: [100] },
    ]);
    expect(reasons.at(-1)!.found[0]).toBeCloseTo(51.9, 1);
  });

  test('agree from both ends, whatever is taken meanwhile', async () => {
    const { owner, tours, orleans } = await sharingWorld();
    const lot = await offer(owner, 'material', sheets({}, { automatic: true }));
    const needs = [
      await post(tours),
      await post(orleans, { materialId: 'wood', place: '45000' }),
      await post(tours, { thicknessMax: 6, quantity: null }),
    ];
    await post(tours, { radiusKm: 40 });
    const agree = async () => {
      const fromLot = (await seekers(owner, lot.id)).map(({ id, verdict }) => `${id} ${verdict}`);
      const fromNeeds: string[] = [];
      for (const { id } of needs)
        for (const match of (await lots(id === needs[1]!.id ? orleans : tours, id)).nodes)
          fromNeeds.push(`${match.id} ${match.verdict}`);
      expect(fromLot.sort()).toEqual(fromNeeds.sort());
      return fromLot.length;
    };
    expect(await agree()).toBe(3);
    const part = await claim(tours, lot.id, 8);
    const partly = (await lots(tours, needs[0]!.id)).nodes[0]!;
    expect(partly.reasons.find(({ requirement }) => requirement === 'quantity')).toMatchObject({
      verdict: 'to_confirm',
      asked: [2],
      found: [1.2],
    });
    expect(await agree()).toBe(3);
    await claim(tours, lot.id, 2);
    expect(await agree()).toBe(0);
    await move(owner, part.id, 'withdraw', 'Abîmé.');
    expect(await agree()).toBe(3);
  });

  test('never propose what the seeker may not ask for, nor their own', async () => {
    const { owner, tours } = await sharingWorld();
    await offer(owner, 'material', sheets({}, { audience: 'network' }));
    await offer(tours, 'material', sheets());
    expect((await lots(tours, (await post(tours)).id)).totalCount).toBe(1);
    const somebody = await person('Une personne');
    expect((await lots(somebody, (await post(somebody)).id)).totalCount).toBe(1);
    const { id } = await post(somebody);
    expect((await world.run(owner, LOTS, { id })).refusal).toBe('platform.forbidden');
    expect((await world.run(tours, SEEKERS, { id: (await offer(owner, 'material')).id })).refusal).toBe(
      'platform.forbidden',
    );
  });

  test('come nearest first, in pages', async () => {
    const { owner, tours, orleans } = await sharingWorld();
    const middle = await offer(owner, 'material', sheets());
    const far = await offer(orleans, 'material', sheets());
    const need = await post(tours, { radiusKm: 200 });
    type Lots = { lotsFor: { nodes: MatchSeen[]; totalCount: number; pageInfo: { endCursor: string } } };
    const { lotsFor } = await world.get<Lots>(tours, LOTS, { id: need.id, first: 1 });
    expect([lotsFor.totalCount, lotsFor.nodes[0]!.listing.id]).toEqual([2, middle.id]);
    const next = await world.get<Lots>(tours, LOTS, { id: need.id, first: 1, after: lotsFor.pageInfo.endCursor });
    expect(next.lotsFor.nodes.map(({ listing }) => listing.id)).toEqual([far.id]);
  });
});

describe('both sides are told', () => {
  test('once, when a lot comes after the need, whatever changes afterwards', async () => {
    const { owner, tours } = await sharingWorld();
    const need = await post(tours);
    await world.app.services.pairing.run();
    expect(await told('material.found')).toHaveLength(0);
    const lot = await offer(owner, 'material', sheets());
    expect(await world.app.services.pairing.run()).toBe(1);
    await step(owner, lot.id, 'close');
    await step(owner, lot.id, 'reopen');
    expect(await world.app.services.pairing.run()).toBe(0);
    expect(await told('material.found')).toMatchObject([
      {
        subjectId: need.id,
        params: { count: 1, lots: 'Bouleau 3 mm' },
        audience: [`workshop:${tours.acting.id}`, `person:${tours.id}`],
      },
    ]);
    expect(await told('material.wanted')).toMatchObject([{ audience: [`workshop:${owner.acting.id}`] }]);
    await world.app.outbox.drain();
    const mail = world.mails.findLast(({ to }) => to === tours.email);
    expect(mail?.subject).toBe('Un lot répond à votre recherche\u00a0: Contreplaqué bouleau');
    expect(mail?.text).toContain(`/besoins/${need.id}`);
    expect(world.mails.findLast(({ to }) => to === owner.email)?.subject).toContain(
      'Quelqu’un cherche ce que vous avez',
    );
  });

  test('in one word for all the lots that were there already', async () => {
    const { owner, tours } = await sharingWorld();
    for (const name of ['A', 'B', 'C', 'D']) await offer(owner, 'material', sheets({}, { name: `Lot ${name}` }));
    await world.app.services.pairing.run();
    await post(tours);
    expect(await world.app.services.pairing.run()).toBe(4);
    expect((await told('material.found')).map(({ params }) => params.count)).toEqual([4]);
    expect(await told('material.wanted')).toHaveLength(1);
    expect(await ListingRecord.countDocuments({ unmatched: true })).toBe(0);
    expect(await NeedRecord.countDocuments({ unmatched: true })).toBe(0);
  });

  test('once, when two gateways look at the same moment', async () => {
    const { owner, tours } = await sharingWorld();
    await post(tours);
    await offer(owner, 'material', sheets());
    const { pairing } = world.app.services;
    await Promise.all([pairing.run(), pairing.run()]);
    await pairing.run();
    expect(await told('material.found')).toHaveLength(1);
    expect(await told('material.wanted')).toHaveLength(1);
    expect(await NeedPairRecord.countDocuments({})).toBeGreaterThan(0);
  });

  test('when what was taken is given back and answers for the first time', async () => {
    const { owner, tours, orleans } = await sharingWorld();
    const lot = await offer(owner, 'material', sheets({}, { automatic: true }));
    const all = await claim(orleans, lot.id, 10);
    await post(tours);
    expect(await world.app.services.pairing.run()).toBe(0);
    await move(orleans, all.id, 'cancel');
    expect(await world.app.services.pairing.run()).toBe(1);
  });
});

describe('a workshop answers', () => {
  test('with one of its lots and a word, once for one key; only the two sides read it', async () => {
    const { owner, tours, orleans } = await sharingWorld();
    const need = await post(tours);
    const lot = await offer(owner, 'material', sheets());
    const input = { needId: need.id, listingId: lot.id, note: 'On vous en met de côté.', idempotencyKey: newId() };
    await world.get(owner, ANSWER, { input });
    const { answerNeed } = await world.get<{ answerNeed: NeedSeen }>(owner, ANSWER, { input });
    expect(answerNeed.answers).toMatchObject([{ note: 'On vous en met de côté.', listing: { id: lot.id } }]);
    const seen = async (viewer: typeof owner) =>
      (await world.get<{ need: NeedSeen }>(viewer, READ_NEED, { id: need.id })).need.answers.length;
    expect([await seen(tours), await seen(owner), await seen(orleans)]).toEqual([1, 1, 0]);
    await world.app.outbox.drain();
    const mail = world.mails.findLast(({ to }) => to === tours.email);
    expect(mail?.text).toContain('On vous en met de côté.');
  });

  test('never with the lot of another, with nothing, for itself, or to what has ended', async () => {
    const { owner, tours, orleans } = await sharingWorld();
    const need = await post(tours);
    const lot = await offer(owner, 'material', sheets());
    const answer = async (viewer: typeof owner, more: object) =>
      (await world.run(viewer, ANSWER, { input: { needId: need.id, idempotencyKey: newId(), ...more } })).refusal;
    expect(await answer(orleans, { listingId: lot.id })).toBe('platform.forbidden');
    expect(await answer(orleans, { note: ' ' })).toBe('platform.invalid');
    expect(await answer(tours, { note: 'Moi' })).toBe('material.own');
    expect(await answer(await person('Passante'), { note: 'Bonjour' })).toBe('platform.forbidden');
    await world.get(tours, MOVE_NEED, { id: need.id, move: 'close' });
    expect(await answer(owner, { note: 'Trop tard' })).toBe('material.closedMove');
    expect(await examine(world.clock.read())).toEqual([]);
  });
});
