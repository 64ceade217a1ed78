import { undoMinutes } from '../../../schema/loans.ts';
import type { OfferState, RequestState, StopReason } from '../../../schema/production.ts';
import { addOpenTime } from '../../platform/hours.ts';
import type { Closure, WeeklyHours } from '../../platform/hours.ts';
import type { NearMiss } from './nearmiss.rules.ts';
import type { SieveStep } from './matching.rules.ts';

/** Who takes a step: the firm that asks, the lab that is asked, or the cascade itself. */
export type Side = 'firm' | 'lab' | 'system';

/** Every step of a request. An accepted offer awards it; nothing else does. */
export const requestMoves = {
  submit: { from: ['draft', 'unroutable'], to: 'routing', by: 'firm' },
  award: { from: ['routing'], to: 'awarded', by: 'system' },
  giveUp: { from: ['routing'], to: 'unroutable', by: 'system' },
  reroute: { from: ['awarded', 'in_production', 'unroutable'], to: 'routing', by: 'system' },
  start: { from: ['awarded'], to: 'in_production', by: 'lab' },
  deliver: { from: ['in_production'], to: 'delivered', by: 'lab' },
  receive: { from: ['delivered'], to: 'done', by: 'firm' },
  cancel: { from: ['draft', 'routing', 'awarded', 'unroutable'], to: 'cancelled', by: 'firm' },
} as const satisfies Record<string, { from: readonly RequestState[]; to: RequestState; by: Side }>;
export type RequestMove = keyof typeof requestMoves;

/** Every step of an offer. It is open while it is proposed or viewed. */
export const offerMoves = {
  view: { from: ['proposed'], to: 'viewed', by: 'lab' },
  accept: { from: ['proposed', 'viewed'], to: 'accepted', by: 'lab' },
  decline: { from: ['proposed', 'viewed'], to: 'declined', by: 'lab' },
  expire: { from: ['proposed', 'viewed'], to: 'expired', by: 'system' },
  withdraw: { from: ['proposed', 'viewed'], to: 'withdrawn', by: 'system' },
  propose_again: { from: ['withdrawn'], to: 'proposed', by: 'system' },
  give_up: { from: ['accepted'], to: 'given_up', by: 'lab' },
  undo_accept: { from: ['accepted'], to: 'viewed', by: 'lab' },
  undo_decline: { from: ['declined'], to: 'viewed', by: 'lab' },
} as const satisfies Record<string, { from: readonly OfferState[]; to: OfferState; by: Side }>;
export type OfferMove = keyof typeof offerMoves;

const open = (from: readonly string[], by: Side, state: string, side: Side | undefined): boolean =>
  by === side && from.includes(state);

/** The steps open to a side now: guards and buttons read the same list. */
export const openRequestMoves = (state: RequestState, side: Side | undefined): RequestMove[] =>
  (Object.keys(requestMoves) as RequestMove[]).filter((move) =>
    open(requestMoves[move].from, requestMoves[move].by, state, side),
  );

export const openOfferMoves = (state: OfferState, side: Side | undefined): OfferMove[] =>
  (Object.keys(offerMoves) as OfferMove[]).filter((move) =>
    open(offerMoves[move].from, offerMoves[move].by, state, side),
  );

/** What deciding whether an answer can be taken back needs to know. */
export interface AnsweredOffer {
  _id: string;
  state: OfferState;
  round: number;
  offeredAt: Date;
  expiresAt: Date;
  answeredAt: Date | null;
}

/**
 * The step that takes an answer back, and until when: for a few minutes, while the offer would still run, and when nothing
 * else happened since. A yes: the request is as the yes left it. A no: whoever was asked next has not looked yet.
 */
export function openOfferUndo(
  offer: AnsweredOffer,
  request: { state: RequestState; round: number; offerId: string | null },
  others: readonly AnsweredOffer[],
  now: Date,
): { move: 'undo_accept' | 'undo_decline'; until: Date } | undefined {
  const { answeredAt, expiresAt, state } = offer;
  if (!answeredAt || now >= expiresAt || request.round !== offer.round) return undefined;
  const until = new Date(Math.min(answeredAt.getTime() + undoMinutes * 60_000, expiresAt.getTime()));
  if (now >= until) return undefined;
  if (state === 'accepted')
    return request.state === 'awarded' && request.offerId === offer._id ? { move: 'undo_accept', until } : undefined;
  if (state !== 'declined' || (request.state !== 'routing' && request.state !== 'unroutable')) return undefined;
  const since = others.filter((other) => other._id !== offer._id && other.offeredAt >= answeredAt);
  return since.every((other) => other.state === 'proposed' || other.state === 'withdrawn')
    ? { move: 'undo_decline', until }
    : undefined;
}

/** Whether the lab of an accepted offer may still hand it back: until it has delivered. */
export const mayGiveUp = (offer: AnsweredOffer, request: { state: RequestState; offerId: string | null }): boolean =>
  offer.state === 'accepted' &&
  request.offerId === offer._id &&
  (request.state === 'awarded' || request.state === 'in_production');

export const isOpen = (state: OfferState): boolean => state === 'proposed' || state === 'viewed';

const dayMs = 86_400_000;
const urgentDays = 5;

/** Open minutes that a lab has to answer: 8 hours, 2 when the date is less than five days away. */
export const ttlOpenMinutes = (mustHaveBy: Date | null, now: Date): number =>
  mustHaveBy !== null && mustHaveBy.getTime() - now.getTime() < urgentDays * dayMs ? 120 : 480;

/** Hours supposed of a lab that declares none, or that stays shut for two months: a French office week. */
export const officeHours: WeeklyHours = ([1, 2, 3, 4, 5] as const).map((day) => ({ day, from: '09:00', to: '18:00' }));

/** When an offer made now lapses: after that much of the lab's own open time. Always an instant after `now`. */
export const expiresAt = (
  now: Date,
  openMinutes: number,
  hours: WeeklyHours,
  closures: readonly Closure[],
  timeZone: string,
): Date =>
  addOpenTime(hours, closures, timeZone, now, openMinutes) ??
  addOpenTime(officeHours, [], timeZone, now, openMinutes) ??
  new Date(now.getTime() + openMinutes * 60_000);

/** Offers reach out ring by ring: a lab of a wider ring is asked when the narrower ones are spent. */
const ringsKm = [30, 75, 150, 300, Infinity] as const;

/** Most labs asked for one request. */
export const offersPerRequest = 12;

export interface PastOffer {
  workshopId: string;
  state: OfferState;
}

export interface CascadeInput {
  /** Capable labs, best first. */
  ranked: readonly { workshopId: string; distanceKm: number | null }[];
  offers: readonly PastOffer[];
  sieve: readonly SieveStep[];
  nearMisses: readonly NearMiss[];
  mustHaveBy: Date | null;
  now: Date;
}

export type NextStep =
  | { kind: 'offer'; workshopId: string; ringKm: number | null }
  /** An offer is open: its lab is being waited for. */
  | { kind: 'wait'; workshopId: string }
  /** A lab has accepted: nothing more is asked. */
  | { kind: 'settled'; workshopId: string }
  | { kind: 'unroutable'; reason: StopReason; sieve: readonly SieveStep[]; nearMisses: readonly NearMiss[] };

/**
 * What to do now for a request that is being routed. Whatever became of its offer, a lab is never asked twice, so every
 * path ends after as many offers as there are capable labs. A lab of unknown place belongs to the widest ring.
 */
export function nextStep(input: CascadeInput): NextStep {
  const { ranked, offers, sieve, nearMisses, mustHaveBy, now } = input;
  const accepted = offers.find((offer) => offer.state === 'accepted');
  if (accepted) return { kind: 'settled', workshopId: accepted.workshopId };
  const waiting = offers.find((offer) => isOpen(offer.state));
  if (waiting) return { kind: 'wait', workshopId: waiting.workshopId };
  const stop = (reason: StopReason): NextStep => ({ kind: 'unroutable', reason, sieve, nearMisses });
  if (mustHaveBy !== null && mustHaveBy <= now) return stop('too_late');
  if (ranked.length === 0 && offers.length === 0) return stop('nobody_capable');
  if (offers.length >= offersPerRequest) return stop('offer_limit');
  const asked = new Set(offers.map((offer) => offer.workshopId));
  for (const ring of ringsKm) {
    const lab = ranked.find((each) => !asked.has(each.workshopId) && (each.distanceKm ?? Infinity) <= ring);
    if (lab) return { kind: 'offer', workshopId: lab.workshopId, ringKm: Number.isFinite(ring) ? ring : null };
  }
  return stop('all_asked');
}
