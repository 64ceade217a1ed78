import { expect, test } from 'vitest';
import { useApp } from '../../support/app.ts';
import { sharingSteps, sharingWorld } from '../../support/sharing.ts';
import { person } from '../../support/world.ts';
import type { PersonViewer } from '../../../gateway/modules/identity/viewer.ts';

const world = useApp();
const { offer, claim, move } = sharingSteps(world);

const DESK = `query D($workshopId: ID!, $day: String, $names: [DeskClaimSection!], $first: Int!, $after: String) {
  desk(workshopId: $workshopId, day: $day) {
    claims(names: $names, first: $first, after: $after) { name totalCount nodes { id } pageInfo { hasNextPage endCursor } }
    sessions { session { id } seated { id status can } } swaps { id } applications { id } } }`;

interface Desk {
  desk: {
    claims: {
      name: string;
      totalCount: number;
      nodes: { id: string }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    }[];
    sessions: { session: { id: string }; seated: { id: string; status: string; can: string[] }[] }[];
    swaps: object[];
    applications: object[];
  };
}
const desk = async (viewer: PersonViewer, more: object = {}) =>
  (await world.get<Desk>(viewer, DESK, { workshopId: viewer.acting.id, first: 20, ...more })).desk;
const idsOf = (seen: Desk['desk'], name: string) =>
  seen.claims.find((page) => page.name === name)?.nodes.map(({ id }) => id) ?? [];

test('the desk holds what was asked, what waits to be handed over, and what the workshop itself is to fetch', async () => {
  const { owner, tours } = await sharingWorld();
  const plywood = await offer(owner, 'material');
  const asked = await claim(tours, plywood.id, 2);
  const agreed = await claim(tours, plywood.id, 3);
  await move(owner, agreed.id, 'accept');
  const seen = await desk(owner);
  expect(idsOf(seen, 'to_answer')).toEqual([asked.id]);
  expect(idsOf(seen, 'to_give')).toEqual([agreed.id]);
  expect(idsOf(await desk(tours), 'to_receive')).toEqual([agreed.id]);
  await move(owner, agreed.id, 'receive');
  await move(owner, asked.id, 'decline', 'Déjà promis');
  expect((await desk(owner)).claims).toEqual([]);
  expect((await desk(tours)).claims).toEqual([]);
});

test('a request that nobody answered in time is on the desk no more; a long list is paged', async () => {
  const { owner, tours } = await sharingWorld();
  const plywood = await offer(owner, 'material', { holdHours: 2 });
  const ids = [];
  for (let n = 0; n < 3; n += 1) ids.push((await claim(tours, plywood.id, 1)).id);
  const first = await desk(owner, { names: ['to_answer'], first: 2 });
  const [page] = first.claims;
  expect(page).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
  const second = await desk(owner, { names: ['to_answer'], first: 2, after: page!.pageInfo.endCursor });
  expect([...idsOf(first, 'to_answer'), ...idsOf(second, 'to_answer')].sort()).toEqual(ids.sort());
  world.clock.forward({ hours: 3 });
  expect((await desk(owner)).claims).toEqual([]);
});

test('the sessions of a day come with who sits in them; coming is noted there, and noted again', async () => {
  const { owner, tours } = await sharingWorld();
  const day = world.clock.now.toISOString().slice(0, 10);
  const [from, until] = [2, 5].map((hours) => new Date(world.clock.now.getTime() + hours * 3_600_000).toISOString());
  const session = await offer(owner, 'training', { from, until, automatic: true });
  await offer(owner, 'training', { name: 'Un autre jour' });
  const seat = await claim(tours, session.id, 1);
  const seen = await desk(owner, { day });
  expect(seen.sessions).toEqual([
    { session: { id: session.id }, seated: [{ id: seat.id, status: 'agreed', can: ['withdraw'] }] },
  ]);
  world.clock.forward({ hours: 3 });
  expect((await desk(owner, { day })).sessions[0]!.seated[0]!.can).toContain('attend');
  await move(owner, seat.id, 'miss');
  expect((await desk(owner, { day })).sessions[0]!.seated[0]).toMatchObject({ status: 'absent' });
  await move(owner, seat.id, 'attend');
  expect((await desk(owner, { day })).sessions[0]!.seated[0]).toMatchObject({ status: 'attended' });
});

test('nobody else looks at a desk', async () => {
  const { owner } = await sharingWorld();
  const asked = await world.run(await person(), DESK, { workshopId: owner.acting.id, first: 20 });
  expect(asked.refusal).toBe('platform.forbidden');
});
