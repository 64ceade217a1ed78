import { invalidate } from '$app/navigation';
import { navigating } from '$app/state';

/**
 * Reads again what `dependency` names, because something happened elsewhere. Waits for a navigation under way: reading the
 * page again would take its place, and whoever had just sent a form would stay where they were.
 */
export async function reread(dependency: string): Promise<void> {
  while (navigating.complete) await navigating.complete.catch(() => undefined);
  await invalidate(dependency);
}
