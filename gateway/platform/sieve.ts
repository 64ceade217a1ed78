/** How the rows of a list are narrowed: by name, what each filter lets through. */
export type Filters<Row, Name extends string> = Readonly<Record<Name, (row: Row) => boolean>>;

/** A count beside a filter applies all the others: what one would see on choosing it. */
export interface FacetOf<Row, Name extends string> {
  /** The filter that the count leaves out: its own. */
  without: Name;
  /** The values under which a row is counted, each once. */
  values: (row: Row) => Iterable<string>;
}

export interface Sifted<Row, Name extends string, Facet extends string> {
  /** Rows that every filter lets through. */
  kept: Row[];
  /** By filter, the rows that it alone stops. */
  nearly: Record<Name, Row[]>;
  counts: Record<Facet, Map<string, number>>;
}

/** Narrows rows and counts every facet in one pass over them. */
export function sift<Row, Name extends string, Facet extends string>(
  rows: readonly Row[],
  filters: Filters<Row, Name>,
  facets: Readonly<Record<Facet, FacetOf<Row, Name>>>,
): Sifted<Row, Name, Facet> {
  const names = Object.keys(filters) as Name[];
  const counters = (Object.keys(facets) as Facet[]).map((facet) => ({
    ...facets[facet],
    facet,
    counts: new Map<string, number>(),
  }));
  const kept: Row[] = [];
  const nearly = Object.fromEntries(names.map((name) => [name, [] as Row[]])) as Record<Name, Row[]>;
  for (const row of rows) {
    let stoppedBy: Name | undefined;
    let stops = 0;
    for (const name of names) {
      if (filters[name](row)) continue;
      stoppedBy = name;
      stops += 1;
      if (stops > 1) break;
    }
    if (stops > 1) continue;
    if (stoppedBy === undefined) kept.push(row);
    else nearly[stoppedBy].push(row);
    for (const { without, values, counts } of counters)
      if (stoppedBy === undefined || stoppedBy === without)
        for (const value of values(row)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const counted = counters.map(({ facet, counts }) => [facet, counts] as const);
  return { kept, nearly, counts: Object.fromEntries(counted) as Record<Facet, Map<string, number>> };
}

/** The counts of a facet, the fullest first: every value known, those chosen and the zeros included. */
export function countsOf(
  counts: ReadonlyMap<string, number>,
  known: Iterable<string>,
): { value: string; count: number }[] {
  return [...new Set([...counts.keys(), ...known])]
    .map((value) => ({ value, count: counts.get(value) ?? 0 }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}
