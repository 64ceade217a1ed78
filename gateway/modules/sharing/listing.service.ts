import { type CountedKind, countedKinds, kinds } from '../../../schema/kinds.ts';
import { type ListingMove, thousandths } from '../../../schema/sharing.ts';
import type { Clock } from '../../platform/clock.ts';
import { transaction } from '../../platform/database.ts';
import { once } from '../../platform/idempotency.ts';
import type { NewId } from '../../platform/ids.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import { lenderOf } from '../identity/sides.ts';
import { asVerified, demand, leads, speaksFor, type Viewer } from '../identity/viewer.ts';
import { networksOf } from './asker.ts';
import type { LedgerService } from './ledger.service.ts';
import { type Listing, ListingRecord } from './listing.entity.ts';
import type { CreateListing, UpdateListing } from './listing.inputs.ts';
import {
  checkedFacts,
  demandBreaks,
  demandComplete,
  inThousandths,
  isChangeable,
  isDue,
  isMoved,
  isShownToAll,
  takeListingMove,
} from './listing.rules.ts';
import type { ListingFollower, ListingOutcome } from './listing-outcome.service.ts';
import { listingWords } from './listing.words.ts';
import { demandBased, type Offerer, offererOf } from './offerer.service.ts';

interface Deps {
  clock: Clock;
  newId: NewId;
  followers: readonly ListingFollower[];
  ledger: LedgerService;
  outcome: ListingOutcome;
}

const optional = ['threshold', 'decideAt', 'from', 'until'] as const;
const actorOf = (viewer: Viewer, listing: Listing) =>
  viewer.kind === 'system' ? 'system' : leads(viewer, lenderOf(listing)) ? 'owner' : undefined;

async function isSeen(viewer: Viewer, listing: Listing): Promise<boolean> {
  const isOurs = speaksFor(viewer, lenderOf(listing)) || leads(viewer, lenderOf(listing));
  if (isOurs || listing.status === 'draft') return isOurs;
  if (isShownToAll(listing)) return true;
  return (await networksOf(viewer)).some((id) => listing.networkIds.includes(id));
}

/** What is offered by quantity: written, published, changed, ended. */
export class ListingService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** A listing; a draft only for those of its workshop, what is not shown to all yet for those of its networks. */
  async get(viewer: Viewer, id: string): Promise<Listing> {
    const listing = await ListingRecord.findById(id).lean();
    if (!listing || !(await isSeen(viewer, listing))) throw notFound('listing');
    return listing;
  }

  /** Offers something, by somebody who leads the workshop, or the network in its place. A retry with the same key gives the first again. */
  async create(viewer: Viewer, input: CreateListing): Promise<Listing> {
    const by = viewer.kind === 'system' ? 'system' : asVerified(viewer).id;
    if (!countedKinds.includes(input.kind)) throw new Refusal('platform.invalid', { field: 'kind' });
    const { clock, newId } = this.#deps;
    const { idempotencyKey: key, workshopId, kind, published } = input;
    const owned = { workshopId, ...(input.networkId && { networkId: input.networkId }) };
    demand(viewer, leads(viewer, lenderOf(owned)));
    const intent = { by, key, operation: 'createListing', arguments: input, at: clock() };
    const id = await once(intent, async () => {
      await demandBased(kind, owned);
      const listing: Listing = {
        _id: newId(),
        kind,
        status: published ? 'open' : 'draft',
        ...owned,
        personId: by,
        history: published ? [{ at: clock(), move: 'publish', ...(by !== 'system' && { personId: by }) }] : [],
        revision: 0,
        ...said(kind, input, await offererOf(owned), clock()),
      };
      if (published) demandComplete(listing, clock());
      await ListingRecord.create([listing]);
      await this.#deps.ledger.offer(listing, listing.quantity ?? 0, by);
      await this.#follow(listing);
      return listing._id;
    });
    return this.get(viewer, id);
  }

  /** Changes what is said of it. What was already asked for keeps its price; less than what is taken is refused. */
  update(viewer: Viewer, id: string, input: UpdateListing): Promise<Listing> {
    const { id: personId } = asVerified(viewer);
    return transaction(async () => {
      const before = await this.#deps.ledger.claim(id);
      demand(viewer, leads(viewer, lenderOf(before)));
      if (!isChangeable(before)) throw new Refusal('sharing.over', { kind: before.kind, status: before.status });
      const facts = said(before.kind, input, await offererOf(before), this.#deps.clock());
      if (before.status !== 'draft' && facts.measure !== before.measure)
        throw new Refusal('platform.invalid', { field: 'measure' });
      if ((before.quantity === null) !== (facts.quantity === null)) {
        if (before.status !== 'draft') throw new Refusal('platform.invalid', { field: 'quantity' });
      }
      const unsaid = optional.filter((name) => facts[name] === undefined);
      const rewritten: Listing = {
        ...before,
        ...Object.fromEntries(unsaid.map((name) => [name, undefined])),
        ...facts,
      };
      const moved = isMoved(rewritten, before) ? { movedAt: this.#deps.clock() } : {};
      const after: Listing = { ...rewritten, ...moved };
      if (before.status !== 'draft') demandComplete(after, this.#deps.clock());
      await this.#deps.ledger.offer(before, (after.quantity ?? 0) - (before.quantity ?? 0), personId);
      await ListingRecord.updateOne(
        { _id: id },
        { $set: { ...facts, ...moved }, $unset: Object.fromEntries(unsaid.map((name) => [name, 1])) },
      );
      await this.#follow(after, before);
      await this.#deps.outcome.widened(after);
      if (isMoved(after, before)) await this.#deps.outcome.moved(after);
      return (await ListingRecord.findById(id).lean()) ?? after;
    });
  }

  /** Takes a listing one step further; a step that ends it calls off what was asked for, and everyone hears. */
  move(viewer: Viewer, id: string, move: ListingMove, note?: string): Promise<Listing> {
    const { clock, ledger, outcome } = this.#deps;
    const personId = viewer.kind === 'system' ? undefined : asVerified(viewer).id;
    return transaction(async () => {
      const listing = await ledger.claim(id);
      const status = takeListingMove(move, listing, actorOf(viewer, listing), note);
      if (viewer.kind === 'system' && !isDue(move, listing, clock()))
        throw new Refusal('sharing.closedMove', { move, status: listing.status });
      if (move === 'publish' || move === 'reopen') demandComplete(listing, clock());
      const said = note?.trim();
      const line = { at: clock(), move, ...(said && { note: said }), ...(personId && { personId }) };
      await ListingRecord.updateOne(
        { _id: id },
        { $set: { status, updatedAt: clock(), unmatched: true }, $push: { history: line } },
      );
      const after = { ...listing, status, history: [...listing.history, line] };
      await this.#follow(after, listing);
      await outcome.followed(after, move, said);
      return after;
    });
  }

  async #follow(after: Listing, before?: Listing): Promise<void> {
    for (const follower of this.#deps.followers) await follower.changed(after, before);
  }
}

/** What is said of it, with all that follows from it. */
function said(kind: CountedKind, input: UpdateListing, offerer: Offerer | undefined, now: Date) {
  if (!offerer) throw notFound('workshop');
  const { measure } = input;
  if (!(kinds[kind].measures as readonly string[]).includes(measure))
    throw new Refusal('platform.invalid', { field: 'measure' });
  const stored = (quantity: number, field: string) => inThousandths(quantity, measure, field);
  const facts = checkedFacts(kind, input.facts);
  demandBreaks(kind, input.prices);
  const name = input.name.trim().replace(/\s+/g, ' ');
  if (!name) throw new Refusal('platform.invalid', { field: 'name' });
  const { location, departement, networkIds } = offerer;
  return {
    name,
    description: input.description.trim(),
    measure,
    quantity: input.quantity ? stored(input.quantity, 'quantity') : null,
    minimum: stored(input.minimum, 'minimum'),
    step: stored(input.step, 'step'),
    ...(input.threshold && { threshold: stored(input.threshold, 'threshold') }),
    ...(input.decideAt && { decideAt: input.decideAt }),
    ...(input.from && { from: input.from }),
    ...(input.until && { until: input.until }),
    prices: input.prices.map((price) => ({ ...price, from: Math.round(price.from * thousandths) })),
    audience: input.audience,
    automatic: input.automatic,
    holdHours: input.holdHours,
    facts,
    location,
    departement,
    networkIds,
    searchWords: listingWords({ name, facts }, offerer),
    updatedAt: now,
    unmatched: true as const,
  };
}
