import { expect, test } from 'vitest';
import type { PersonViewer } from '../../../gateway/modules/identity/viewer.ts';
import { MembershipRecord } from '../../../gateway/modules/network/network.entity.ts';
import { useApp } from '../../support/app.ts';
import { CLAIMED, sharingSteps, sharingWorld } from '../../support/sharing.ts';
import { newId } from '../../../gateway/platform/ids.ts';

const world = useApp();
const { offer, claim } = sharingSteps(world);

const found = async (viewer: PersonViewer, args: Record<string, unknown>) =>
  (
    await world.get<{ listings: { nodes: { id: string }[] } }>(
      viewer,
      'query F($words: String, $near: String, $withinKm: Float) { listings(words: $words, near: $near, withinKm: $withinKm) { nodes { id } } }',
      args,
    )
  ).listings.nodes.map(({ id }) => id);

test('what is offered follows its workshop: to another town, under another name', async () => {
  const { owner, site } = await sharingWorld();
  const lot = await offer(owner, 'material');
  expect(await found(owner, { near: '41000', withinKm: 20 })).toContain(lot.id);
  await world.get(
    owner,
    'mutation U($id: ID!, $input: UpdateWorkshopInput!) { updateWorkshop(id: $id, input: $input) { id } }',
    {
      id: site._id,
      input: { name: 'Fabrique du Vent', place: 'Chartres' },
    },
  );
  expect(await found(owner, { words: 'fabrique vent' })).toEqual([lot.id]);
  expect(await found(owner, { near: '41000', withinKm: 20 })).not.toContain(lot.id);
  expect(await found(owner, { near: '28000', withinKm: 20 })).toContain(lot.id);
});

test('a workshop that leaves the network is no longer charged, nor let in, as one of its members', async () => {
  const { owner, site, tours } = await sharingWorld();
  const session = await offer(owner, 'training', { audience: 'network' });
  expect(await claim(tours, session.id, 1)).toMatchObject({ public: 'member', totalCents: 4500 });
  const tie = await MembershipRecord.findOne({ workshopId: site._id }).lean();
  await world.get(owner, 'mutation L($id: ID!) { moveMembership(id: $id, move: leave) { id } }', { id: tie!._id });
  const input = { listingId: session.id, quantity: 1, idempotencyKey: newId() };
  expect((await world.run(tours, CLAIMED, { input })).refusal).toBe('borrowing.audience');
});
