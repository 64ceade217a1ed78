import { waysOf } from '../../../schema/words.ts';
import { type Bits, bitsOf, countInBoth, inAll, inAny, placesIn } from '../../platform/bits.ts';
import type { WorkshopSort } from './directory.inputs.ts';
import type { Candidate } from './directory.reads.ts';
import { type Facet, facets, type Table } from './directory.table.ts';

export interface Chosen extends Record<Facet, readonly string[]> {
  openNow: boolean;
}

/** The workshops among which the directory decides. */
interface Scope {
  networkId?: string;
  /** Those that words or a place point at; all when left out. */
  among?: readonly Candidate[];
}

interface Sieved {
  kept: Bits;
  /** How many each value would leave, all other filters kept. */
  counts: Record<Facet, Map<string, number>>;
  openNow: number;
}

function scopeOf({ ids, placeOf, having }: Table, { networkId, among }: Scope): Bits[] {
  const places = among?.flatMap(({ _id }) => placeOf.get(_id) ?? []);
  return [
    ...(places ? [bitsOf(ids.length, places)] : []),
    ...(networkId ? [having.networks.get(networkId) ?? bitsOf(ids.length, [])] : []),
  ];
}

/** The workshops that answer, and how many each value would leave. */
export function sieved(table: Table, chosen: Chosen, open: Bits, scope: Scope): Sieved {
  const size = table.ids.length;
  const everyone = bitsOf(size, table.ids.keys());
  const passing = (facet: Facet) =>
    inAny(
      size,
      chosen[facet].flatMap((value) => table.having[facet].get(value) ?? []),
    );
  const filters = new Map<Facet | 'openNow', Bits>([
    ...facets.filter((facet) => chosen[facet].length > 0).map((facet) => [facet, passing(facet)] as const),
    ...(chosen.openNow ? [['openNow', open] as const] : []),
  ]);
  const within = inAll([everyone, ...scopeOf(table, scope)]);
  const kept = inAll([within, ...filters.values()]);
  const without = (name: Facet | 'openNow') =>
    filters.has(name)
      ? inAll([within, ...[...filters].filter(([other]) => other !== name).map(([, bits]) => bits)])
      : kept;
  const countsOf = (facet: Facet) => {
    const left = without(facet);
    const counts = [...table.having[facet]].map(([value, bits]) => [value, countInBoth(bits, left)] as const);
    return new Map(counts.filter(([, count]) => count > 0));
  };
  return {
    kept,
    counts: Object.fromEntries(facets.map((facet) => [facet, countsOf(facet)])) as Sieved['counts'],
    openNow: countInBoth(open, without('openNow')),
  };
}

/** Words found in the name say more than words found elsewhere in the record, and these more than what the workshop does. */
function rank({ nameKey, searchWords }: Candidate, words: readonly string[]): number {
  let total = 0;
  for (const word of words) {
    const { stem, beginnings } = waysOf(word);
    const begins = (text: string) => beginnings.some((beginning) => text.startsWith(beginning));
    if (nameKey.split(' ').some(begins)) total += 3;
    else if (searchWords?.some((each) => each === stem || begins(each))) total += 1;
  }
  return total;
}

interface Order {
  sort: WorkshopSort;
  /** Whether distances are measured from somewhere. */
  hasPlace: boolean;
  words: readonly string[];
}

/** How far behind each candidate comes: by distance from a place, else by what it answers to the words. */
function lagOf({ sort, hasPlace, words }: Order): ((candidate: Candidate) => number) | undefined {
  if (sort === 'name') return undefined;
  if (hasPlace) return ({ km }) => km ?? 0;
  return words.length > 0 ? (candidate) => -rank(candidate, words) : undefined;
}

interface Cut {
  skip: number;
  most: number;
}

/** The places of one page: nearest first from a place, else the best answers to the words, else by name. */
export function pageAt(table: Table, kept: Bits, among: readonly Candidate[], order: Order, cut: Cut): number[] {
  const { skip, most } = cut;
  const lag = lagOf(order);
  if (!lag) return placesIn(kept, skip, most);
  const lags = new Map(among.map((candidate) => [table.placeOf.get(candidate._id), lag(candidate)]));
  return placesIn(kept)
    .map((place) => ({ place, lag: lags.get(place) ?? 0 }))
    .sort((a, b) => a.lag - b.lag || a.place - b.place)
    .slice(skip, skip + most)
    .map(({ place }) => place);
}
