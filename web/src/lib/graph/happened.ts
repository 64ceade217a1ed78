import type { HappenedSubscription } from './generated/graphql.ts';
import { live } from './live.ts';

const happened = /* GraphQL */ `
  subscription Happened {
    happened {
      topic
      subjectId
    }
  }
`;

type Listener = (happening: HappenedSubscription['happened'] | undefined) => void;

const listeners = new Set<Listener>();
let stop: (() => void) | undefined;

/**
 * Tells `listener` what happens to the person and their organisations, through the one stream of this page, however many
 * listen: a browser keeps few connections to one address. Without a happening: a lost connection is back, read again.
 * Returns how to stop. For the browser alone.
 */
export function onHappened(listener: Listener): () => void {
  listeners.add(listener);
  stop ??= live<HappenedSubscription>(happened, (data) => {
    for (const each of listeners) each(data?.happened);
  });
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stop?.();
    stop = undefined;
  };
}
