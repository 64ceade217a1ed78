/** The present instant, passed in so that tests and the seed can fix it. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

/** Milliseconds that only move forward: for measuring how long a step took, never for domain time. */
export const elapsedSince = (start: number) => Math.round(performance.now() - start);
