/** What one way of doing a thing cost, in one round. */
export interface Round {
  times: number[];
  perSecond: number;
}

/** Runs `work` again and again in `lanes` at once for `ms` milliseconds; `nth` tells the runs apart. */
export async function load(
  work: (nth: number) => Promise<unknown>,
  { ms, lanes }: { ms: number; lanes: number },
): Promise<Round> {
  const times: number[] = [];
  let nth = 0;
  const start = performance.now();
  const lane = async () => {
    do {
      const since = performance.now();
      await work(nth++);
      times.push(performance.now() - since);
    } while (performance.now() - start < ms);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return { times, perSecond: times.length / ((performance.now() - start) / 1000) };
}

/** The value below which this share of the others lies; the nearest one that there is. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}
export const median = (values: readonly number[]) => quantile(values, 0.5);

export interface Measured {
  p50: number;
  p95: number;
  perSecond: number;
}

export const measured = (rounds: readonly Round[]): Measured => {
  const times = rounds.flatMap((round) => round.times);
  return {
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    perSecond: median(rounds.map(({ perSecond }) => perSecond)),
  };
};
