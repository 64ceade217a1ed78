import { kinds, sharings } from '../../../schema/kinds.ts';
import { type ClaimMove, claimStarts, type ClaimStart, claimStatuses, thousandths } from '../../../schema/sharing.ts';
import type { Clock } from '../../platform/clock.ts';
import { nextCode } from '../../platform/codes.ts';
import { transaction } from '../../platform/database.ts';
import { once } from '../../platform/idempotency.ts';
import type { NewId } from '../../platform/ids.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import { asVerified, type PersonViewer, type Viewer } from '../identity/viewer.ts';
import { askerOf } from './asker.ts';
import { type Asker, demandPart, dueOf, type Part } from './asking.rules.ts';
import { type Claim, ClaimRecord } from './claim.entity.ts';
import type { RequestClaim } from './claim.inputs.ts';
import type { ClaimReader } from './claim-reader.service.ts';
import { type ClaimFollower, type ClaimSteps, sharingSideOf } from './claim-step.service.ts';
import type { ClaimTelling } from './claim-telling.service.ts';
import { checkedAttendees, effectOf, holdUntilOf, openClaimMoves } from './claim.rules.ts';
import type { LedgerService, Want } from './ledger.service.ts';
import { type Listing, ListingRecord } from './listing.entity.ts';
import type { ListingOutcome } from './listing-outcome.service.ts';
import { checkedShare } from './share.rules.ts';
import { sharedCost } from './split.rules.ts';

/** A part to be asked for, with the id that it will have. */
export type PartAsked = Omit<RequestClaim, 'idempotencyKey'> & { claimId: string };

/** A part that may be asked for, before anything is taken. */
interface Opened {
  asked: PartAsked;
  listing: Listing;
  part: Part;
  start: ClaimStart;
  holdUntil?: Date;
}

const wantOf = ({ asked: { claimId }, listing, part: { quantity }, holdUntil }: Opened): Want => ({
  listingId: listing._id,
  claimId,
  quantity,
  ...(holdUntil && { holdUntil }),
});

/** A refusal says of what it is: several things may be asked for in one go. */
function naming<T>({ _id: listingId }: Listing, rule: () => T): T {
  try {
    return rule();
  } catch (error) {
    throw error instanceof Refusal ? new Refusal(error.key, { ...error.params, listingId }) : error;
  }
}

interface Deps {
  clock: Clock;
  newId: NewId;
  ledger: LedgerService;
  reader: ClaimReader;
  steps: ClaimSteps;
  outcome: ListingOutcome;
  telling: ClaimTelling;
  followers: readonly ClaimFollower[];
}

/** Parts asked for of what is counted, from asking to received. Quantities are taken and given back by the ledger alone. */
export class ClaimService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /**
   * Asks for a part for the party that the viewer acts for: held until it is answered, or agreed at once where the owner
   * lets requests be accepted by themselves. A retry with the same key gives the first again. Refusals: `sharing.over`,
   * `sharing.own`, `borrowing.audience`, `sharing.step`, `sharing.tooMuch`.
   */
  async request(viewer: Viewer, input: RequestClaim): Promise<Claim> {
    const person = asVerified(viewer);
    const { clock, newId, ledger } = this.#deps;
    const { listingId, idempotencyKey: key } = input;
    const intent = {
      by: person.id,
      key,
      operation: 'requestClaim',
      arguments: { ...input, party: person.acting },
      at: clock(),
    };
    const claimId = newId();
    const quantity = input.wait ? 0 : Math.round(input.quantity * thousandths);
    const wants = [{ listingId, claimId, quantity }];
    const id = await once(
      intent,
      async () => {
        await this.openAll(person, [{ ...input, claimId }]);
        return claimId;
      },
      (run) => ledger.inLine(wants, run),
    );
    return this.#deps.reader.get(viewer, id);
  }

  /** The steps of a part open to the viewer now. */
  openMoves(viewer: Viewer, claim: Claim, listing: Listing): ClaimMove[] {
    return openClaimMoves(claim, listing, sharingSideOf(viewer, claim), this.#deps.clock());
  }

  /** Takes a part one step further. Refusals: `sharing.closedMove`, `sharing.reason`. */
  async move(viewer: Viewer, id: string, move: ClaimMove, note?: string): Promise<Claim> {
    const { listingId } = await this.#deps.reader.get(viewer, id);
    const turn = [{ listingId, claimId: id, quantity: 0 }];
    return this.#deps.ledger.inLine(turn, () => transaction(() => this.#move(viewer, id, move, note)));
  }

  async #move(viewer: Viewer, id: string, move: ClaimMove, note?: string): Promise<Claim> {
    const claim = await this.#deps.reader.get(viewer, id);
    const listing = await this.#deps.ledger.claim(claim.listingId);
    const after = await this.#deps.steps.one(viewer, claim, listing, move, note);
    const isBack = effectOf(claim.status, after.status) === 'give_back';
    if (isBack) await this.#deps.outcome.promote(listing);
    if (isBack || claimStatuses[after.status] === 'firm') await this.#deps.outcome.decide(listing);
    return after;
  }

  /**
   * Asks for parts in the caller's transaction, all of them or none: whoever waits comes in first, then everything is
   * taken at once, then each is written. Ids are made beforehand, so that a transaction tried again opens the same ones.
   * A refusal names the listing.
   */
  async openAll(person: PersonViewer, asked: readonly PartAsked[], groupId?: string): Promise<void> {
    const asker = await askerOf(person.acting);
    const opened: Opened[] = [];
    for (const one of asked) opened.push(await this.#prepare(asker, one));
    const wants = opened.filter(({ start }) => start !== 'wait').map(wantOf);
    if (wants.length > 0) await this.#deps.ledger.reserve(wants, person.id);
    for (const one of opened) await this.#write(person, one, groupId);
  }

  /** Whether it may be asked for, and how it begins. */
  async #prepare(asker: Asker, asked: PartAsked): Promise<Opened> {
    const { clock, ledger } = this.#deps;
    const listing = await ListingRecord.findById(asked.listingId).lean();
    if (!listing || listing.status === 'draft') throw notFound('listing');
    const part = naming(listing, () => demandPart(asker, listing, asked, clock()));
    const { waits, promised } = sharings[kinds[listing.kind].sharing];
    // Those who wait come before who asks now, also for what the end of a hold has just given back.
    await this.#deps.outcome.promote(listing);
    const isShort =
      asked.wait && waits && listing.quantity !== null && (await ledger.left(listing._id)) < part.quantity;
    const start: ClaimStart = isShort ? 'wait' : listing.automatic || promised ? 'book' : 'ask';
    const holdUntil = start === 'ask' ? { holdUntil: holdUntilOf(listing, clock()) } : {};
    return { asked, listing, part, start, ...holdUntil };
  }

  async #write(person: PersonViewer, opened: Opened, groupId: string | undefined): Promise<void> {
    const { asked, listing, part, start, holdUntil } = opened;
    const { quantity } = part;
    const now = this.#deps.clock();
    const note = asked.note.trim();
    // Read only where the price hangs on it: every step in the line of a listing is waited for by everyone behind.
    const agreed = sharedCost(listing) === undefined ? 0 : await this.#deps.reader.agreedOf(listing._id);
    const claim: Claim = {
      _id: asked.claimId,
      code: await nextCode(kinds[listing.kind].prefix, now.getUTCFullYear()),
      kind: listing.kind,
      status: claimStarts[start],
      listingId: listing._id,
      workshopId: listing.workshopId,
      ...(listing.networkId && { networkId: listing.networkId }),
      party: { scope: person.acting.scope, id: person.acting.id },
      personId: person.id,
      ...(groupId && { groupId }),
      quantity,
      public: part.public,
      totalCents: dueOf(listing, part, agreed),
      note,
      attendees: checkedAttendees(listing, quantity, asked.attendees ?? []),
      ...checkedShare(listing.kind, person.acting, quantity, asked),
      askedAt: now,
      ...(holdUntil && { holdUntil }),
      history: [{ at: now, event: start, by: 'claimant', personId: person.id, ...(note && { note }) }],
      revision: 0,
    };
    if (start === 'wait') await this.#deps.ledger.claim(listing._id);
    await ClaimRecord.create([claim]);
    for (const follower of this.#deps.followers) await follower.advanced(claim, listing);
    await this.#deps.telling.tell([claim], listing, start, 'claimant');
    await this.#deps.outcome.decide(listing);
  }
}
