import { expect, test } from 'vitest';
import {
  countedKinds,
  type CountedKind,
  kindNames,
  kinds,
  type KindName,
  type Sharing,
  travels,
} from '../../../schema/kinds.ts';
import { examine } from '../../../gateway/doctor.ts';
import { useApp } from '../../support/app.ts';
import {
  handOver,
  lendingWorld,
  MOVE,
  REQUEST,
  loanSteps,
  takeBack,
  type LoanSeen,
  wish,
} from '../../support/loans.ts';
import { trainerSteps, visit } from '../../support/trainers.ts';
import { sharingSteps, sharingWorld } from '../../support/sharing.ts';

const world = useApp();
const loans = loanSteps(world);
const { trainerWorld } = trainerSteps(world);
const { offer, claim, move, listing, part } = sharingSteps(world);

/** From offer to return, by each way of sharing. */
const journeys: Record<Sharing, (kind: KindName) => Promise<void>> = {
  exclusive: async (kind) => {
    if (travels(kind)) {
      const { home, tours, trainer, teacher } = await trainerWorld();
      const asked = await loans.request(tours, trainer, visit);
      expect((await loans.move(teacher, asked.id, 'agree')).status).toBe('asked');
      expect((await loans.move(home, asked.id, 'accept')).status).toBe('accepted');
      world.clock.set('2026-11-24T12:00:00.000Z');
      expect((await loans.move(tours, asked.id, 'visit')).status).toBe('returned');
      return;
    }
    const { lender: owner, borrower, machine } = await lendingWorld();
    const asked = await world.get<{ requestLoan: LoanSeen }>(borrower, REQUEST, { input: wish(machine._id) });
    const { id } = asked.requestLoan;
    await world.get(owner, MOVE, { id, move: 'accept' });
    world.clock.set('2026-11-24T08:00:00.000Z');
    await world.get(owner, MOVE, { id, move: 'hand_over', handOver });
    const back = await world.get<{ moveLoan: LoanSeen }>(owner, MOVE, { id, move: 'take_back', takeBack });
    expect(back.moveLoan.status).toBe('returned');
  },
  seats: async (kind) => {
    const { owner, tours } = await sharingWorld();
    const session = await offer(owner, kind as CountedKind);
    const seat = await claim(tours, session.id, 1);
    expect(seat).toMatchObject({ status: 'asked', public: 'member', totalCents: 4500, turn: 'owner' });
    expect((await move(owner, seat.id, 'accept')).status).toBe('agreed');
    expect((await listing(owner, session.id)).left).toBe(3);
    world.clock.set('2026-12-01T09:00:00.000Z');
    expect((await move(owner, seat.id, 'attend')).status).toBe('attended');
    expect((await move(owner, seat.id, 'certify')).status).toBe('certified');
  },
  stock: async (kind) => {
    const { owner, tours } = await sharingWorld();
    const lot = await offer(owner, kind as CountedKind);
    const asked = await claim(tours, lot.id, 6);
    expect(asked).toMatchObject({ status: 'asked', totalCents: 1500 });
    expect((await listing(tours, lot.id)).left).toBe(4);
    await move(owner, asked.id, 'accept');
    const got = await move(tours, asked.id, 'receive');
    expect(got.status).toBe('received');
    expect(got.history.map(({ event }) => event)).toEqual(['ask', 'accept', 'receive']);
  },
  pledges: async (kind) => {
    const { owner, tours, orleans } = await sharingWorld();
    const purchase = await offer(owner, kind as CountedKind);
    const first = await claim(tours, purchase.id, 4);
    expect(first).toMatchObject({ status: 'agreed', totalCents: 8000 });
    const second = await claim(orleans, purchase.id, 6);
    expect(await listing(owner, purchase.id)).toMatchObject({ status: 'confirmed', agreed: 10, claimable: false });
    expect(await part(tours, first.id)).toMatchObject({ status: 'ordered', totalCents: 6000 });
    expect((await move(orleans, second.id, 'collect')).status).toBe('received');
  },
  shares: async (kind) => {
    const { owner, tours, orleans } = await sharingWorld();
    const { step } = sharingSteps(world);
    const job = await offer(owner, kind as CountedKind);
    expect(await claim(tours, job.id, 40)).toMatchObject({ status: 'agreed', totalCents: 0 });
    const second = await claim(orleans, job.id, 60);
    expect(await listing(owner, job.id)).toMatchObject({ status: 'confirmed', agreed: 100, left: 0 });
    expect((await move(orleans, second.id, 'cancel')).status).toBe('cancelled');
    expect(await listing(owner, job.id)).toMatchObject({ status: 'open', agreed: 40, left: 60 });
    await claim(orleans, job.id, 60);
    expect((await step(owner, job.id, 'fill')).status).toBe('closed');
  },
};

test.each(kindNames)('%s is offered, asked for, agreed and comes to its end', async (kind) => {
  world.clock.set('2026-11-23T08:00:00.000Z');
  await journeys[kinds[kind].sharing](kind);
  expect(await examine(world.clock.read())).toEqual([]);
});

test.each(countedKinds)('a %s that was called off leaves nothing taken, and everyone hears', async (kind) => {
  world.clock.set('2026-11-23T08:00:00.000Z');
  const { owner, tours } = await sharingWorld();
  const { step } = sharingSteps(world);
  const offered = await offer(owner, kind, { automatic: true });
  const taken = await claim(tours, offered.id, 2);
  await step(owner, offered.id, 'cancel', 'Le local est inondé.');
  expect(await part(tours, taken.id)).toMatchObject({ status: 'called_off', can: [] });
  expect(await examine(world.clock.read())).toEqual([]);
  await world.app.outbox.drain();
  const mail = world.mails.findLast(({ to }) => to === tours.email);
  expect(mail?.subject).toContain('N’aura pas lieu');
  expect(mail?.text).toContain('Le local est inondé.');
});
