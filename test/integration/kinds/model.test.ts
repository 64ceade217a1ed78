import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { examine } from '../../../gateway/doctor.ts';
import type { PersonViewer } from '../../../gateway/modules/identity/viewer.ts';
import { ClaimRecord } from '../../../gateway/modules/sharing/claim.entity.ts';
import { ListingRecord } from '../../../gateway/modules/sharing/listing.entity.ts';
import { sharingInvariants } from '../../../gateway/modules/sharing/sharing.invariants.ts';
import { newId } from '../../../gateway/platform/ids.ts';
import { Refusal } from '../../../gateway/platform/refusal.ts';
import { type CountedKind, countedKinds } from '../../../schema/kinds.ts';
import { type ClaimMove, claimMoveNames, claimMoves, type ListingMove, thousandths } from '../../../schema/sharing.ts';
import { useApp } from '../../support/app.ts';
import { forgetShared, listed, sharingWorld } from '../../support/sharing.ts';
import { ListingModel, type ModelFacts } from '../../support/sharing-model.ts';

const world = useApp();
const T0 = Date.parse('2026-11-23T08:00:00.000Z');
const at = (minutes: number) => new Date(T0 + minutes * 60_000);
const HOUR = 60;

interface Real {
  listingId: string;
}
type Step = fc.AsyncCommand<ListingModel, Real>;

let owner: PersonViewer;
let claimants: PersonViewer[];
let commands = 0;
let taken = 0;
beforeAll(async () => {
  const made = await sharingWorld();
  owner = made.owner;
  claimants = [made.tours, made.orleans];
});
afterAll(() => console.log(`${commands} commands, of which ${taken} took effect`));

/** Whether it was done; a refusal is an answer, anything else is a fault. */
async function done<T>(act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** The database says what the model says: the whole, what is left of it, and each part. */
async function compare(model: ListingModel, { listingId }: Real): Promise<void> {
  const listing = (await ListingRecord.findById(listingId, { status: 1 }).lean())!;
  const rows = await ClaimRecord.find({ listingId }, { status: 1 }).sort({ _id: 1 }).lean();
  expect({ status: listing.status, claims: rows.map(({ _id, status }) => [_id, status]) }).toEqual({
    status: model.status,
    claims: model.claims.map(({ id, status }) => [id, status]),
  });
  const left = await world.app.services.ledger.left(listingId);
  if (model.left !== null) expect(left / thousandths).toBe(model.left);
}

/** A command: what it does to the model and to the database must be the same, done or refused. */
const command = (words: string, act: (model: ListingModel, real: Real) => Promise<boolean>): Step => ({
  check: () => true,
  async run(model, real) {
    commands += 1;
    if (await act(model, real)) taken += 1;
    await compare(model, real);
  },
  toString: () => words,
});

const ask = (by: number, quantity: number, wait: boolean) =>
  command(`ask ${quantity} by ${by}${wait ? ', waiting' : ''}`, async (model, { listingId }) => {
    const input = { listingId, quantity, wait, note: '', idempotencyKey: newId() };
    const got = await done(() => world.app.services.claims.request(claimants[by]!, input));
    const wanted = model.ask(quantity, wait);
    expect(got !== undefined).toBe(wanted !== undefined);
    if (wanted) model.join({ ...wanted, id: got!._id, by });
    return got !== undefined;
  });

const move = (nth: number, name: ClaimMove) =>
  command(`${name} the part ${nth}`, async (model) => {
    const claim = model.claims[nth % Math.max(1, model.claims.length)];
    if (!claim) return false;
    const viewer = (claimMoves[name].by as readonly string[]).includes('owner') ? owner : claimants[claim.by]!;
    const got = await done(() => world.app.services.claims.move(viewer, claim.id, name, 'Parce que.'));
    expect(model.move(claim, name)).toBe(got !== undefined);
    return got !== undefined;
  });

const step = (name: ListingMove) =>
  command(`${name} the whole`, async (model, { listingId }) => {
    const got = await done(() => world.app.services.listings.move(owner, listingId, name, 'Parce que.'));
    expect(model.step(name)).toBe(got !== undefined);
    return got !== undefined;
  });

const input = (workshopId: string, facts: ModelFacts) =>
  listed(facts.kind, workshopId, {
    quantity: facts.quantity,
    automatic: facts.automatic,
    holdHours: facts.holdMinutes / HOUR,
    ...(facts.threshold !== undefined && { threshold: facts.threshold }),
    decideAt: facts.decideAt === undefined ? undefined : at(facts.decideAt),
    from: facts.from === undefined ? undefined : at(facts.from),
    until: facts.until === undefined ? undefined : at(facts.until),
  });

const offer = (quantity: number) =>
  command(`offer ${quantity}`, async (model, { listingId }) => {
    if (model.facts.quantity === null || model.facts.kind === 'job') return false;
    const said = input(owner.acting.id, { ...model.facts, quantity });
    const got = await done(() => world.app.services.listings.update(owner, listingId, said));
    expect(model.offer(quantity)).toBe(got !== undefined);
    return got !== undefined;
  });

const wait = (halves: number) =>
  command(`wait ${halves / 2} h`, (model) => {
    model.now += halves * 30;
    world.clock.set(at(model.now));
    return Promise.resolve(true);
  });

const sweep = () =>
  command('sweep', async (model) => {
    while ((await world.app.services.sharingDeadlines.run()) > 0);
    model.sweep();
    return true;
  });

const asked = (kind: CountedKind) => (kind === 'job' ? fc.constantFrom(25, 50, 100) : fc.integer({ min: 1, max: 4 }));
const moveNames = claimMoveNames.filter((name) => !(claimMoves[name].by as readonly string[]).includes('system'));

const stepsOf = (kind: CountedKind) =>
  fc.commands(
    [
      fc.tuple(fc.nat(1), asked(kind), fc.constantFrom(true, true, false)).map((args) => ask(...args)),
      fc.tuple(fc.nat(1), asked(kind), fc.constantFrom(true, true, false)).map((args) => ask(...args)),
      fc.tuple(fc.nat(5), fc.constantFrom(...moveNames)).map((args) => move(...args)),
      fc.tuple(fc.nat(5), fc.constantFrom<ClaimMove>('accept', 'cancel', 'decline')).map((args) => move(...args)),
      fc.constantFrom<ListingMove>('close', 'cancel', 'conclude', 'fill', 'reopen').map(step),
      fc.integer({ min: 1, max: 9 }).map(offer),
      fc.integer({ min: 1, max: 12 }).map(wait),
      fc.constant(sweep()),
    ],
    { maxCommands: 10, size: 'max' },
  );

const factsOf = (kind: CountedKind): fc.Arbitrary<ModelFacts> =>
  fc
    .record({
      quantity: fc.integer({ min: 3, max: 6 }),
      threshold: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
      hasCeiling: fc.boolean(),
      automatic: fc.boolean(),
      holdMinutes: fc.integer({ min: 1, max: 4 }).map((hours) => hours * HOUR),
    })
    .map(({ quantity, threshold, hasCeiling, automatic, holdMinutes }): ModelFacts => {
      const usual = { kind, automatic, holdMinutes };
      const decided = (least: number) => ({ threshold: least, decideAt: 6 * HOUR });
      const ways: Record<CountedKind, ModelFacts> = {
        training: { ...usual, quantity: quantity - 2, from: 10 * HOUR, until: 12 * HOUR, ...(threshold && decided(1)) },
        material: { ...usual, quantity, until: 10 * HOUR },
        purchase: { ...usual, quantity: hasCeiling ? quantity : null, ...decided(threshold ?? 3) },
        job: { ...usual, quantity: 100, ...decided(100) },
      };
      return ways[kind];
    });

/** A thousand in all. */
const numRuns = Math.ceil(1_000 / countedKinds.length);

test.each(countedKinds)(
  'whatever happens to a %s, in whatever order, the database is as a model without a database says',
  { timeout: 300_000 },
  async (kind) => {
    const property = fc.asyncProperty(factsOf(kind), stepsOf(kind), async (facts, steps) => {
      await forgetShared();
      world.clock.set(at(0));
      const { _id: listingId } = await world.app.services.listings.create(owner, input(owner.acting.id, facts));
      const model = new ListingModel(facts);
      await fc.asyncModelRun(() => ({ model, real: { listingId } }), steps);
      for (const { name, broken } of sharingInvariants) expect([name, await broken(at(model.now))]).toEqual([name, []]);
    });
    await fc.assert(property, { numRuns });
    expect(await examine(world.clock.read())).toEqual([]);
  },
);
