import type { Sharing } from './kinds.ts';

/** The words of what is counted (seats, stock, pledges, shares) that the gateway and the web both know. */

export const listingStatuses = ['draft', 'open', 'confirmed', 'closed', 'cancelled', 'lapsed'] as const;
export type ListingStatus = (typeof listingStatuses)[number];

export const sharingSides = ['owner', 'claimant'] as const;
export type SharingSide = (typeof sharingSides)[number];
/** `system`: what time, or what happens to the whole, does by itself. */
export type SharingActor = SharingSide | 'system';

const counted: readonly Sharing[] = ['seats', 'stock', 'pledges', 'shares'];

interface Step<Status> {
  from: readonly Status[];
  to: Status;
  by: readonly SharingActor[];
  /** The ways of sharing that know it. */
  in: readonly Sharing[];
  needs?: 'reason';
  /** Not while it waits for enough to be asked for. */
  unless?: 'undecided';
}

/**
 * Every step of what is offered. `confirm`: the threshold is reached; `lapse`: it was not, by its date; `fall_short`: it
 * no longer is; `fill`: somebody is hired.
 */
export const listingMoves = {
  publish: { from: ['draft'], to: 'open', by: ['owner'], in: counted },
  confirm: { from: ['open'], to: 'confirmed', by: ['system'], in: ['seats', 'pledges', 'shares'] },
  fall_short: { from: ['confirmed'], to: 'open', by: ['system'], in: ['shares'] },
  lapse: { from: ['open'], to: 'lapsed', by: ['system'], in: ['seats', 'pledges', 'shares'] },
  fill: { from: ['confirmed'], to: 'closed', by: ['owner', 'system'], in: ['shares'] },
  close: {
    from: ['open', 'confirmed'],
    to: 'closed',
    by: ['owner', 'system'],
    in: ['seats', 'stock'],
    unless: 'undecided',
  },
  conclude: { from: ['confirmed'], to: 'closed', by: ['owner'], in: ['pledges'] },
  reopen: { from: ['closed'], to: 'open', by: ['owner'], in: ['stock'] },
  cancel: { from: ['open', 'confirmed'], to: 'cancelled', by: ['owner'], in: counted, needs: 'reason' },
} as const satisfies Record<string, Step<ListingStatus>>;
export type ListingMove = keyof typeof listingMoves;
export const listingMoveNames = Object.keys(listingMoves) as ListingMove[];

/** Statuses in which a part can be asked for. A purchase that is confirmed is ordered: nobody joins any more. */
export const claimable: Record<Sharing, readonly ListingStatus[]> = {
  exclusive: [],
  seats: ['open', 'confirmed'],
  stock: ['open'],
  pledges: ['open'],
  shares: ['open', 'confirmed'],
};

/**
 * Where a claim stands, and what it takes from what is offered: `held` until the hold ends, `firm`, or nothing. Parts of
 * what was cancelled or has lapsed stand as called off.
 */
export const claimStatuses = {
  asked: 'held',
  waiting: 'nothing',
  agreed: 'firm',
  ordered: 'firm',
  received: 'firm',
  attended: 'firm',
  certified: 'firm',
  absent: 'firm',
  declined: 'nothing',
  lapsed: 'nothing',
  cancelled: 'nothing',
  called_off: 'nothing',
} as const satisfies Record<string, 'held' | 'firm' | 'nothing'>;
export type ClaimStatus = keyof typeof claimStatuses;
export const claimStatusNames = Object.keys(claimStatuses) as ClaimStatus[];

/** How a claim begins. */
export const claimStarts = { ask: 'asked', book: 'agreed', wait: 'waiting' } as const satisfies Record<
  string,
  ClaimStatus
>;
export type ClaimStart = keyof typeof claimStarts;

/** Instants, or what became of the whole, that open or shut a move. Revocable: until it binds others (see the rules). */
export type ClaimGate = 'before_hold_ends' | 'after_hold_ends' | 'while_revocable' | 'once_begun';

export interface ClaimStep extends Step<ClaimStatus> {
  when?: ClaimGate;
}

/** Every step of a claim, and who takes it. What is not here cannot happen. */
export const claimMoves = {
  accept: { from: ['asked'], to: 'agreed', by: ['owner'], in: ['seats', 'stock'], when: 'before_hold_ends' },
  decline: {
    from: ['asked'],
    to: 'declined',
    by: ['owner'],
    in: ['seats', 'stock'],
    when: 'before_hold_ends',
    needs: 'reason',
  },
  lapse: { from: ['asked'], to: 'lapsed', by: ['system'], in: ['seats', 'stock'], when: 'after_hold_ends' },
  promote: { from: ['waiting'], to: 'agreed', by: ['system'], in: ['seats'] },
  cancel: {
    from: ['asked', 'waiting', 'agreed'],
    to: 'cancelled',
    by: ['claimant'],
    in: counted,
    when: 'while_revocable',
  },
  withdraw: {
    from: ['agreed', 'waiting'],
    to: 'cancelled',
    by: ['owner'],
    in: counted,
    when: 'while_revocable',
    needs: 'reason',
  },
  call_off: { from: ['asked', 'waiting', 'agreed', 'ordered'], to: 'called_off', by: ['system'], in: counted },
  order: { from: ['agreed'], to: 'ordered', by: ['system'], in: ['pledges'] },
  receive: { from: ['agreed'], to: 'received', by: ['owner', 'claimant'], in: ['stock'] },
  collect: { from: ['ordered'], to: 'received', by: ['owner', 'claimant'], in: ['pledges'] },
  attend: { from: ['agreed', 'absent'], to: 'attended', by: ['owner'], in: ['seats'], when: 'once_begun' },
  miss: { from: ['agreed', 'attended'], to: 'absent', by: ['owner'], in: ['seats'], when: 'once_begun' },
  certify: { from: ['attended'], to: 'certified', by: ['owner'], in: ['seats'] },
} as const satisfies Record<string, ClaimStep>;
export type ClaimMove = keyof typeof claimMoves;
export const claimMoveNames = Object.keys(claimMoves) as ClaimMove[];

/** Steps after which a basket that was asked for as a whole is one no more. */
export const breakingClaimMoves: ReadonlySet<string> = new Set<ClaimMove>(['decline', 'lapse', 'withdraw', 'call_off']);

/** Everything that the journal of a claim can say. */
export const claimEvents = [...(Object.keys(claimStarts) as ClaimStart[]), ...claimMoveNames] as const;
export type ClaimEvent = (typeof claimEvents)[number];

/** The side that must do something now, by status; what is not here waits for nobody. */
export const claimTurns: Partial<Record<ClaimStatus, SharingSide>> = { asked: 'owner' };

/** To whom a price is. A member is a workshop of one of the networks of the one that offers. */
export const publics = ['everyone', 'member', 'person', 'job_seeker', 'firm'] as const;
export type Public = (typeof publics)[number];

/** Why a line stands in a ledger. */
export const entryReasons = ['offered', 'adjusted', 'taken', 'given_back', 'lapse', 'kept'] as const;
export type EntryReason = (typeof entryReasons)[number];

/** Quantities are whole thousandths of their measure, so that sums are exact. */
export const thousandths = 1_000;

export const sharingLimits = {
  prices: 20,
  quantity: 1_000_000,
  cents: 100_000_000,
  facts: 24,
  attendees: 100,
} as const;
