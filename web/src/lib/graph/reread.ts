import { invalidate } from '$app/navigation';
import { navigating } from '$app/state';

const isReachable = () =>
  fetch('/healthz').then(
    ({ ok }) => ok,
    () => false,
  );

/**
 * Reads again what `dependency` names, because something happened elsewhere. Waits for a navigation under way: reading the
 * page again would take its place, and whoever had just sent a form would stay where they were. Leaves the page as it is
 * while the gateway is out of reach: a reading that fails would put an error in the place of what is being typed.
 */
export async function reread(dependency: string): Promise<void> {
  if (!(await isReachable())) return;
  while (navigating.complete) await navigating.complete.catch(() => undefined);
  await invalidate(dependency);
}
