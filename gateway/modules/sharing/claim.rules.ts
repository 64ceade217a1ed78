import { kinds, type Sharing } from '../../../schema/kinds.ts';
import {
  type ClaimGate,
  type ClaimMove,
  claimMoveNames,
  claimMoves,
  type ClaimStatus,
  claimStatuses,
  type ClaimStep,
  claimTurns,
  type Public,
  type SharingActor,
  type SharingSide,
  thousandths,
} from '../../../schema/sharing.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Party } from '../identity/viewer.ts';
import type { Claim } from './claim.entity.ts';
import type { Listing } from './listing.entity.ts';

const HOUR = 3_600_000;

type Part = Pick<Claim, 'status' | 'holdUntil'> & Partial<Pick<Claim, 'askedAt'>>;
type Whole = Pick<Listing, 'kind' | 'status' | 'from'> & Partial<Pick<Listing, 'facts' | 'movedAt'>>;

/**
 * Until when a part that was agreed can be given up: a session until it begins, a pledge until it binds the others; so too
 * a seat of a session whose cost is shared, once it will take place, unless it has moved since.
 */
const revocable: Record<Sharing, (whole: Whole, now: Date, part: Part) => boolean> = {
  exclusive: () => false,
  seats: ({ from, status, facts, movedAt }, now, { askedAt }) => {
    const hasMoved = movedAt !== undefined && askedAt !== undefined && askedAt < movedAt;
    return (from === undefined || now < from) && (hasMoved || facts?.cost === undefined || status !== 'confirmed');
  },
  stock: () => true,
  pledges: ({ status }) => status === 'open',
  shares: ({ status }) => status === 'open' || status === 'confirmed',
};

const hasBegun = ({ kind, from }: Whole, now: Date) =>
  kinds[kind].sharing === 'seats' && from !== undefined && now >= from;

/** A hold ends at its instant, or when what it is for begins: at that very instant nobody can accept. */
const isHeld = ({ holdUntil }: Part, whole: Whole, now: Date) =>
  holdUntil !== undefined && now < holdUntil && !hasBegun(whole, now);

const gates: Record<ClaimGate, (part: Part, whole: Whole, now: Date) => boolean> = {
  before_hold_ends: isHeld,
  after_hold_ends: (part, whole, now) => !isHeld(part, whole, now),
  while_revocable: (part, whole, now) => revocable[kinds[whole.kind].sharing](whole, now, part),
  once_begun: (_, { from }, now) => from !== undefined && now >= from,
};

/** The steps of a part open to a side now: what guards is what the page draws its buttons from. */
export const openClaimMoves = (part: Part, whole: Whole, actor: SharingActor | undefined, now: Date): ClaimMove[] =>
  claimMoveNames.filter((name) => {
    const step: ClaimStep = claimMoves[name];
    return (
      actor !== undefined &&
      step.by.includes(actor) &&
      step.from.includes(part.status) &&
      step.in.includes(kinds[whole.kind].sharing) &&
      (step.when === undefined || gates[step.when](part, whole, now))
    );
  });

/** Where a step leads. Refuses with `platform.forbidden` who never takes it, `sharing.closedMove`, or `sharing.reason`. */
export function takeClaimMove(
  move: ClaimMove,
  part: Part,
  whole: Whole,
  { actor, now, note }: { actor: SharingActor | undefined; now: Date; note?: string | undefined },
): ClaimStatus {
  const step: ClaimStep = claimMoves[move];
  if (actor === undefined || !step.by.includes(actor)) throw new Refusal('platform.forbidden');
  if (!openClaimMoves(part, whole, actor, now).includes(move))
    throw new Refusal('sharing.closedMove', { move, status: part.status });
  if (step.needs === 'reason' && !note?.trim()) throw new Refusal('sharing.reason', { move });
  return step.to;
}

/** What a step does to the ledger: from what it took before to what it takes after. */
export function effectOf(before: ClaimStatus, after: ClaimStatus): 'take' | 'keep' | 'give_back' | 'nothing' {
  const [was, is] = [claimStatuses[before], claimStatuses[after]];
  if (was === is) return 'nothing';
  if (is === 'nothing') return 'give_back';
  return was === 'held' ? 'keep' : 'take';
}

export const claimTurnOf = ({ status, holdUntil }: Part, now: Date): SharingSide | undefined =>
  status === 'asked' && holdUntil !== undefined && holdUntil <= now ? undefined : claimTurns[status];

/** Until when a request holds its part: no longer than until a session begins. */
export function holdUntilOf({ kind, from, holdHours }: Pick<Listing, 'kind' | 'from' | 'holdHours'>, now: Date): Date {
  const until = new Date(now.getTime() + holdHours * HOUR);
  return kinds[kind].sharing === 'seats' && from !== undefined && from < until ? from : until;
}

/** The publics as which a party may be charged: a person says whether they look for work, a firm is a firm. */
export function publicOf(party: Party, isMember: boolean, said: Public | undefined): Public {
  if (party.scope === 'person') return said === 'job_seeker' ? 'job_seeker' : 'person';
  if (party.scope === 'firm') return 'firm';
  return isMember ? 'member' : 'everyone';
}

/**
 * Who will sit on seats, as they were named: no more than there are seats. Refuses with `platform.invalid` names for what
 * nobody sits on.
 */
export function checkedAttendees(
  { measure }: Pick<Listing, 'measure'>,
  quantity: number,
  names: readonly string[],
): string[] {
  const said = names.map((name) => name.trim().replace(/\s+/g, ' ')).filter(Boolean);
  const seats = measure === 'seat' ? quantity / thousandths : 0;
  if (said.length > seats) throw new Refusal('platform.invalid', { field: 'attendees' });
  return said;
}
