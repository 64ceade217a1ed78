import { reread } from '../graph/reread.ts';
import { onHappened } from '../graph/happened.ts';

/**
 * Reads the page's loans again as something happens to one of them, on either side. Called while a component is set up;
 * `id` keeps to one loan. After a lost connection everything is read once.
 */
export function watchLoans(id?: () => string): void {
  $effect(() =>
    onHappened((happening) => {
      if (!happening || (happening.topic === 'loan' && (!id || happening.subjectId === id()))) void reread('loans');
    }),
  );
}
