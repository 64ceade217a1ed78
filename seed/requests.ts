import type { Stage } from './stage.ts';

/** Requests of a small firm. */
export async function playRequests(_stage: Stage): Promise<void> {}
