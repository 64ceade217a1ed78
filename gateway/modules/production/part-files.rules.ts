import type { RequestState } from '../../../schema/production.ts';
import type { Offer } from './offer.entity.ts';

/** While a lab may still need a drawing, its asker may add or take one away. */
const written: readonly RequestState[] = ['draft', 'unroutable', 'routing', 'awarded', 'in_production'];
const made: readonly RequestState[] = ['awarded', 'in_production', 'delivered'];

export const mayWriteFiles = (state: RequestState): boolean => written.includes(state);

/** Whether an offer still opens the files: while it waits for an answer, and while the run that it won lasts. */
export const opensFiles = (
  { open, state, expiresAt }: Pick<Offer, 'open' | 'state' | 'expiresAt'>,
  request: RequestState,
  now: Date,
): boolean => (open ? expiresAt > now : state === 'accepted' && made.includes(request));
