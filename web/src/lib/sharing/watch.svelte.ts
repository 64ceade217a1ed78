import { onHappened } from '../graph/happened.ts';
import { reread } from '../graph/reread.ts';

/**
 * Reads the page's parts again as something happens to one of them, on either side. Called while a component is set up;
 * `id` keeps to one part.
 */
export function watchParts(id?: () => string): void {
  $effect(() =>
    onHappened((happening) => {
      if (!happening || (happening.topic === 'claim' && (!id || happening.subjectId === id()))) void reread('parts');
    }),
  );
}
