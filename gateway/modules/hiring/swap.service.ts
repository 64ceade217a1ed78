import { swapMoves, type SwapMove, swapMoveNames, type SwapSide } from '../../../schema/jobs.ts';
import { kinds } from '../../../schema/kinds.ts';
import type { Clock } from '../../platform/clock.ts';
import { transaction } from '../../platform/database.ts';
import { once } from '../../platform/idempotency.ts';
import type { NewId } from '../../platform/ids.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import { asPerson, asVerified, demand, speaksFor, type Viewer } from '../identity/viewer.ts';
import { ClaimRecord } from '../sharing/claim.entity.ts';
import type { LedgerService } from '../sharing/ledger.service.ts';
import type { Listing } from '../sharing/listing.entity.ts';
import { type AskSwap } from './application.inputs.ts';
import { ApplicationRecord } from './application.entity.ts';
import type { HiringFollower } from './follow.service.ts';
import { type Swap, SwapRecord } from './swap.entity.ts';
import { canSwap, isMonday, swapped } from './week.rules.ts';
import type { StandingShare, WeekService } from './week.service.ts';

interface Deps {
  clock: Clock;
  newId: NewId;
  ledger: LedgerService;
  weeks: WeekService;
  hiring: HiringFollower;
}

const MOST = 100;
const site = (id: string) => ({ scope: 'workshop' as const, id });

/** Half-days that the workshops of a job ask of each other, for one week or from then on. */
export class SwapService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** The swaps of a job, the last first, for its workshops and whoever offers it. */
  async ofListing(viewer: Viewer, listing: Listing): Promise<Swap[]> {
    if (viewer.kind !== 'person') return [];
    const parties = await this.#deps.hiring.employersOf(listing);
    if (!parties.some((party) => speaksFor(viewer, party))) return [];
    return SwapRecord.find({ listingId: listing._id }).sort({ at: -1, _id: 1 }).limit(MOST).lean();
  }

  /** The shares of a week: those that stand, with the swaps agreed for that week alone. */
  async inWeek(listingId: string, shares: readonly StandingShare[], week: string): Promise<StandingShare[]> {
    const agreed = await SwapRecord.find({ listingId, week, status: 'agreed' }).sort({ settledAt: 1, _id: 1 }).lean();
    return agreed.reduce<StandingShare[]>((all, swap) => swapped(all, swap), [...shares]);
  }

  /** Asks for a half-day, for the workshop that the viewer acts for. Refuses with `jobs.swap` what cannot be made. */
  async ask(viewer: Viewer, input: AskSwap): Promise<Swap> {
    const person = asVerified(viewer);
    const { clock, newId, hiring } = this.#deps;
    const { idempotencyKey: key, listingId, otherId, give, take, note } = input;
    const week = input.week ?? undefined;
    const { scope, id: askerId } = person.acting;
    demand(viewer, scope === 'workshop' && speaksFor(viewer, person.acting));
    const intent = { by: person.id, key, operation: 'askSwap', arguments: { ...input, askerId }, at: clock() };
    const id = await once(intent, async () => {
      if (week !== undefined && !isMonday(week)) throw new Refusal('platform.invalid', { field: 'week' });
      const { listing } = await this.#demandSwap({ listingId, askerId, otherId, give, take, week });
      const swap: Swap = {
        _id: newId(),
        listingId,
        askerId,
        otherId,
        personId: person.id,
        status: 'asked',
        give,
        take,
        ...(week && { week }),
        note: note.trim(),
        at: clock(),
      };
      await SwapRecord.create([swap]);
      await hiring.tell(listing, 'jobs.swap_asked', [site(otherId)], figures(swap));
      return swap._id;
    });
    return this.#find(id);
  }

  /** Agrees, refuses, takes back. An agreed swap for good changes both shares. Refusals: `jobs.closedMove`, `jobs.swap`. */
  move(viewer: Viewer, id: string, move: SwapMove): Promise<Swap> {
    asVerified(viewer);
    return transaction(async () => {
      const swap = await this.#find(id);
      const sides = sidesOf(viewer, swap);
      if (sides.length === 0) throw notFound('swap');
      const step = swapMoves[move];
      demand(viewer, sides.includes(step.by));
      if (!(step.from as readonly string[]).includes(swap.status))
        throw new Refusal('jobs.closedMove', { move, status: swap.status });
      if (move === 'agree') await this.#make(swap);
      const settled = { status: step.to, settledAt: this.#deps.clock() };
      const { modifiedCount } = await SwapRecord.updateOne({ _id: id, status: swap.status }, { $set: settled });
      if (modifiedCount === 0) throw new Refusal('jobs.closedMove', { move, status: swap.status });
      await this.#tell({ ...swap, ...settled }, move);
      return { ...swap, ...settled };
    });
  }

  /** The steps open to the viewer now. */
  openMoves(viewer: Viewer, swap: Swap): SwapMove[] {
    const sides = sidesOf(viewer, swap);
    return swapMoveNames.filter((name) => {
      const { by, from } = swapMoves[name];
      return sides.includes(by) && (from as readonly string[]).includes(swap.status);
    });
  }

  /** Writes the listing first, so that of two swaps of one half-day one finds it gone. */
  async #demandSwap(
    swap: Pick<Swap, 'listingId' | 'askerId' | 'otherId' | 'give' | 'take'> & { week?: string | undefined },
  ) {
    const listing = await this.#deps.ledger.claim(swap.listingId);
    const runs = listing.status === 'confirmed' || listing.status === 'closed';
    if (kinds[listing.kind].sharing !== 'shares' || !runs) throw new Refusal('jobs.swap');
    const standing = await this.#deps.weeks.sharesOf(swap.listingId);
    const shares = swap.week ? await this.inWeek(swap.listingId, standing, swap.week) : standing;
    if (!canSwap(shares, swap)) throw new Refusal('jobs.swap');
    return { listing, shares };
  }

  async #make(swap: Swap): Promise<void> {
    const { shares } = await this.#demandSwap(swap);
    if (swap.week) return;
    const before = new Map(shares.map(({ claimId, days }) => [claimId, days]));
    for (const { claimId, days } of swapped(shares, swap))
      if (before.get(claimId) !== days)
        await ClaimRecord.updateOne({ _id: claimId }, { $set: { days }, $inc: { revision: 1 } });
  }

  async #tell(swap: Swap, move: SwapMove): Promise<void> {
    if (move === 'take_back') return;
    const { ledger, hiring } = this.#deps;
    const listing = await ledger.claim(swap.listingId);
    const event = move === 'agree' ? 'jobs.swap_agreed' : 'jobs.swap_refused';
    const hired = await ApplicationRecord.findOne(
      { listingId: swap.listingId, status: 'hired' },
      { personId: 1 },
    ).lean();
    const worker = move === 'agree' && hired ? [{ scope: 'person' as const, id: hired.personId }] : [];
    await hiring.tell(listing, event, [site(swap.askerId), ...worker], figures(swap));
  }

  async #find(id: string): Promise<Swap> {
    const swap = await SwapRecord.findById(id).lean();
    if (!swap) throw notFound('swap');
    return swap;
  }
}

const figures = ({ give, take, week, note }: Swap) => ({ give, take, week: week ?? null, note: note || null });

function sidesOf(viewer: Viewer, { askerId, otherId }: Swap): SwapSide[] {
  const { acting } = asPerson(viewer);
  const own = (id: string) => speaksFor(viewer, site(id)) && acting.scope === 'workshop' && acting.id === id;
  return [...(own(askerId) ? (['asker'] as const) : []), ...(own(otherId) ? (['other'] as const) : [])];
}
