/** Lists that are each in order, as one: the nearest first, or the first of each, then the second of each. */
export function mixed<T extends { km: number | null }>(ways: readonly (readonly T[])[], byDistance: boolean): T[] {
  const placed = ways.flatMap((way) => way.map((row, nth) => ({ row, at: byDistance ? (row.km ?? Infinity) : nth })));
  return placed.sort((a, b) => a.at - b.at).map(({ row }) => row);
}
