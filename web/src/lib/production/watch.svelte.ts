import { invalidate } from '$app/navigation';
import { graphql } from '../graph/generated/index.ts';
import { live } from '../graph/live.ts';

const ExchangeHappened = graphql(`
  subscription ExchangeHappened {
    happened {
      topic
    }
  }
`);

/**
 * Reads the page again as something happens to a request or an offer, on either side. Called while a component is set
 * up. After a lost connection everything is read once.
 */
export function watchExchange(): void {
  $effect(() =>
    live(ExchangeHappened, {}, (data) => {
      const topic = data?.happened.topic;
      if (!data || topic === 'request' || topic === 'offer') void invalidate('exchange');
    }),
  );
}
