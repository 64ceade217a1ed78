import type { OfferState, RequestState } from '$schema/production.ts';
import type { Messages } from '../i18n/index.ts';
import type { State } from '../ui/Pill.svelte';

const ofRequest: Record<RequestState, State> = {
  draft: 'idle',
  routing: 'wait',
  awarded: 'ok',
  in_production: 'info',
  delivered: 'now',
  done: 'ok',
  unroutable: 'warn',
  cancelled: 'idle',
};
const ofOffer: Record<OfferState, State> = {
  proposed: 'wait',
  viewed: 'wait',
  accepted: 'ok',
  declined: 'bad',
  expired: 'late',
  withdrawn: 'idle',
};

export const requestPill = (t: Messages, state: RequestState) => ({
  state: ofRequest[state],
  label: t.production.state[state],
});
export const offerPill = (t: Messages, state: OfferState) => ({
  state: ofOffer[state],
  label: t.production.offerState[state],
});
