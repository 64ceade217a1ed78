import { reread } from '../graph/reread.ts';
import { onHappened } from '../graph/happened.ts';

/**
 * Reads the page again as something happens to a request or an offer, on either side. Called while a component is set
 * up. After a lost connection everything is read once.
 */
export function watchExchange(): void {
  $effect(() =>
    onHappened((happening) => {
      if (!happening || happening.topic === 'request' || happening.topic === 'offer') void reread('exchange');
    }),
  );
}
