/** A stretch of time in UTC, half-open: a period that ends at noon leaves noon free. */
export interface Period {
  from: Date;
  until: Date;
}

export const overlaps = (a: Period, b: Period): boolean => a.from < b.until && b.from < a.until;

export const minutesOf = (period: Period): number => (period.until.getTime() - period.from.getTime()) / 60_000;

/** The same time as sorted, disjoint, non-touching periods; empty and reversed ones vanish. */
export function union(periods: readonly Period[]): Period[] {
  const sorted = periods
    .filter((period) => period.from < period.until)
    .sort((a, b) => a.from.getTime() - b.from.getTime());
  const merged: Period[] = [];
  for (const { from, until } of sorted) {
    const last = merged.at(-1);
    if (!last || last.until < from) merged.push({ from, until });
    else if (last.until < until) last.until = until;
  }
  return merged;
}

/** The time of `periods` that no period of `taken` covers, as `union` would write it. */
export function subtract(periods: readonly Period[], taken: readonly Period[]): Period[] {
  const holes = union(taken);
  const left: Period[] = [];
  let first = 0;
  for (const { from, until } of union(periods)) {
    let cursor = from;
    while (holes[first] && holes[first]!.until <= from) first += 1;
    for (let at = first; at < holes.length && cursor < until; at += 1) {
      const hole = holes[at]!;
      if (hole.from >= until) break;
      if (cursor < hole.from) left.push({ from: cursor, until: hole.from });
      if (cursor < hole.until) cursor = hole.until;
    }
    if (cursor < until) left.push({ from: cursor, until });
  }
  return left;
}

/** What is left of one period once the taken ones are out of it. */
export const free = (within: Period, taken: readonly Period[]): Period[] => subtract([within], taken);

/** The time that both have in common, as `union` would write it. */
export const intersect = (a: readonly Period[], b: readonly Period[]): Period[] => subtract(a, subtract(a, b));
