import type { BenchOptions } from './ground.ts';
import { load, median, type Round } from './load.ts';

/** Two ways of doing the same, in turns, so that what disturbs the machine disturbs both. */
export async function compared(
  { rounds, roundMs, lanes }: Pick<BenchOptions, 'rounds' | 'roundMs' | 'lanes'>,
  ways: ((nth: number) => Promise<unknown>)[],
): Promise<Round[][]> {
  const results: Round[][] = ways.map(() => []);
  for (const way of ways) await load(way, { ms: Math.min(roundMs, 1_000), lanes });
  for (let round = 0; round < rounds; round += 1)
    for (const [at, way] of ways.entries()) results[at]!.push(await load(way, { ms: roundMs, lanes }));
  return results;
}

export const ratioOf = (own: readonly Round[], bare: readonly Round[]) =>
  median(own.map(({ perSecond }, round) => perSecond / bare[round]!.perSecond));

export const inTurn = <T>(items: readonly T[], nth: number): T => items[nth % items.length]!;
