import { invalidate, invalidateAll } from '$app/navigation';
import { navigating } from '$app/state';

const againMs = 2_000;
const isReachable = () =>
  fetch('/healthz').then(
    ({ ok }) => ok,
    () => false,
  );

/**
 * Reads again what `dependency` names, or the whole page, because something happened elsewhere. Waits for a navigation
 * under way: reading the page again would take its place, and whoever had just sent a form would stay where they were.
 * Waits while the gateway is out of reach: a reading that fails would put the browser's error in the place of what is
 * being typed.
 */
export async function reread(dependency?: string): Promise<void> {
  while (!(await isReachable())) await new Promise((resolve) => setTimeout(resolve, againMs));
  while (navigating.complete) await navigating.complete.catch(() => undefined);
  await (dependency ? invalidate(dependency) : invalidateAll());
}
