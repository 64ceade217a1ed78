import { waysOf } from '../../../schema/words.ts';
import { type FacetOf, type Filters, sift } from '../../platform/sieve.ts';
import type { Entry } from './directory.reads.ts';
import type { WorkshopSort } from './directory.inputs.ts';

/** What the directory is narrowed by, and the field of a workshop that it reads. */
const fields = {
  processes: 'processes',
  materials: 'materials',
  departements: 'departement',
  archetypes: 'archetype',
} as const;
export type Facet = keyof typeof fields;
export const facets = Object.keys(fields) as Facet[];

export interface Chosen extends Record<Facet, readonly string[]> {
  openNow: boolean;
}

/** A workshop, with whether it is open at the instant of the question. */
export type Seen = Entry & { isOpenNow: boolean };

const valuesOf = (row: Entry, facet: Facet): readonly string[] => {
  const value = row[fields[facet]];
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
};

/** The workshops that answer, and how many each value would leave, all other filters kept. */
export function sieved(rows: readonly Seen[], chosen: Chosen) {
  const among = (facet: Facet) => {
    const wanted = new Set(chosen[facet]);
    return (row: Seen) => wanted.size === 0 || valuesOf(row, facet).some((value) => wanted.has(value));
  };
  const each = <T>(make: (facet: Facet) => T) =>
    Object.fromEntries(facets.map((facet) => [facet, make(facet)])) as Record<Facet, T>;
  const filters: Filters<Seen, Facet | 'openNow'> = {
    ...each(among),
    openNow: ({ isOpenNow }) => !chosen.openNow || isOpenNow,
  };
  const counted: Record<Facet | 'openNow', FacetOf<Seen, Facet | 'openNow'>> = {
    ...each((facet) => ({ without: facet, values: (row: Seen) => valuesOf(row, facet) })),
    openNow: { without: 'openNow', values: ({ isOpenNow }) => (isOpenNow ? ['1'] : []) },
  };
  return sift(rows, filters, counted);
}

/** Words found in the name say more than words found elsewhere in the record, and these more than what the workshop does. */
function rank({ nameKey, searchWords }: Entry, words: readonly string[]): number {
  let total = 0;
  for (const word of words) {
    const { stem, beginnings } = waysOf(word);
    const begins = (text: string) => beginnings.some((beginning) => text.startsWith(beginning));
    if (nameKey.split(' ').some(begins)) total += 3;
    else if (searchWords?.some((each) => each === stem || begins(each))) total += 1;
  }
  return total;
}

const byName = (a: Seen, b: Seen) => (a.nameKey < b.nameKey ? -1 : a.nameKey > b.nameKey ? 1 : a._id < b._id ? -1 : 1);

/** Nearest first from a place, else the best answers to the words, else by name. */
export function ordered(
  rows: readonly Seen[],
  sort: WorkshopSort,
  hasPlace: boolean,
  words: readonly string[],
): Seen[] {
  if (hasPlace && sort === 'distance') return [...rows].sort((a, b) => (a.km ?? 0) - (b.km ?? 0) || byName(a, b));
  if (sort === 'name' || words.length === 0) return [...rows].sort(byName);
  const ranks = new Map(rows.map((row) => [row, rank(row, words)]));
  return [...rows].sort((a, b) => ranks.get(b)! - ranks.get(a)! || byName(a, b));
}
