import { invalidate } from '$app/navigation';
import { graphql } from '../graph/generated/index.ts';
import { live } from '../graph/live.ts';

const Happened = graphql(`
  subscription Happened {
    happened {
      topic
      subjectId
    }
  }
`);

/**
 * Reads the page's loans again as something happens to one of them, on either side. Called while a component is set up;
 * `id` keeps to one loan. After a lost connection everything is read once.
 */
export function watchLoans(id?: () => string): void {
  $effect(() =>
    live(Happened, {}, (data) => {
      const { topic, subjectId } = data?.happened ?? {};
      if (!data || (topic === 'loan' && (!id || subjectId === id()))) void invalidate('loans');
    }),
  );
}
