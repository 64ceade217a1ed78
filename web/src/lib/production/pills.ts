import type { OfferState, RequestState } from '$schema/production.ts';
import type { Messages } from '../i18n/index.ts';

/** The state of a pill, by that of the request. */
const ofRequest = {
  draft: 'idle',
  routing: 'wait',
  awarded: 'ok',
  in_production: 'info',
  delivered: 'now',
  done: 'ok',
  unroutable: 'warn',
  cancelled: 'idle',
} as const satisfies Record<RequestState, string>;
const ofOffer = {
  proposed: 'wait',
  viewed: 'wait',
  accepted: 'ok',
  declined: 'bad',
  expired: 'late',
  withdrawn: 'idle',
  given_up: 'bad',
} as const satisfies Record<OfferState, string>;

export const requestPill = (t: Messages, state: RequestState) => ({
  state: ofRequest[state],
  label: t.production.state[state],
});
export const offerPill = (t: Messages, state: OfferState) => ({
  state: ofOffer[state],
  label: t.production.offerState[state],
});
