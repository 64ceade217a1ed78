import { type FacetOf, type Filters, sift } from '../../platform/sieve.ts';
import { type Ability, abilityIn, answers } from './equipment.rules.ts';
import type { Free } from './search.free.rules.ts';
import type { Candidate } from './search.reads.ts';
import type { Wanted } from './search.wanted.ts';
import type { Capability } from './capability.rules.ts';

/** Hourly prices offered as filters, in cents. */
export const priceSteps = [0, 1000, 2000, 4000] as const;

type FilterName = 'ability' | 'way' | 'price' | 'accreditation' | 'held' | 'archetype' | 'openNow';
export const facetNames = ['process', 'material', 'use', 'price', 'accreditation', 'archetype', 'openNow'] as const;
export type FacetName = (typeof facetNames)[number];

/** A machine with what was found out about it at the time asked for. */
export interface Seen extends Candidate {
  free: Free;
  archetype?: string;
  isOpenNow: boolean;
}

interface Known extends Ability {
  process: string;
  answersProcess: readonly string[];
  answersMaterial: readonly string[];
  processes: ReadonlySet<string>;
  materials: ReadonlySet<string>;
}
const known = new Map<string, Known>();
const mostKnown = 20_000;

/** An ability with what it answers: machines say the same few hundred things, each worked out once. */
function knownAbility(text: string): Known {
  const before = known.get(text);
  if (before) return before;
  if (known.size >= mostKnown) known.clear();
  const ability = abilityIn(text);
  const { answersProcess, answersMaterial } = answers(ability as Pick<Capability, 'process' | 'material'>);
  const made = {
    ...ability,
    answersProcess,
    answersMaterial,
    processes: new Set(answersProcess),
    materials: new Set(answersMaterial),
  };
  known.set(text, made);
  return made;
}

const meets = (asked: readonly string[], given: ReadonlySet<string>) =>
  asked.length === 0 || asked.some((id) => given.has(id));

/** Whether one ability takes the piece: thickness and size at once. */
const takes = ({ upToMm, sidesMm }: Ability, wanted: Wanted): boolean =>
  (wanted.thicknessMm === undefined || (upToMm ?? null) === null || upToMm! >= wanted.thicknessMm) &&
  (wanted.sidesMm === undefined || sidesMm.length === 0 || wanted.sidesMm.every((side, at) => sidesMm[at]! >= side));

const doesWork = ({ processes, materials, thicknessMm, sidesMm }: Wanted) =>
  processes.length > 0 || materials.length > 0 || thicknessMm !== undefined || sidesMm !== undefined;

const isAble = ({ abilities }: Candidate, wanted: Wanted): boolean =>
  abilities.some((text) => {
    const ability = knownAbility(text);
    return (
      takes(ability, wanted) && meets(wanted.processes, ability.processes) && meets(wanted.materials, ability.materials)
    );
  });

/** Every id that an ability of the machine answers, among those that satisfy the other list. */
function work({ abilities }: Candidate, wanted: Wanted, facet: 'process' | 'material'): Set<string> {
  const found = new Set<string>();
  for (const text of abilities) {
    const ability = knownAbility(text);
    if (!takes(ability, wanted)) continue;
    const [satisfies, own] =
      facet === 'process'
        ? [meets(wanted.materials, ability.materials), ability.answersProcess]
        : [meets(wanted.processes, ability.processes), ability.answersMaterial];
    if (satisfies) for (const id of own) found.add(id);
  }
  return found;
}

const uses = (row: Seen, withTaken: boolean): string[] => {
  const offered = (use: 'on_site' | 'take_away') => row.use === use || row.use === 'both';
  const [onSite, away] = withTaken ? [offered('on_site'), offered('take_away')] : [row.free.onSite, row.free.away];
  return [...(onSite ? ['on_site'] : []), ...(away ? ['take_away'] : [])];
};

/** What can be decided before anything is read of calendars and workshops. */
export function fixedFilters(wanted: Wanted): Filters<Candidate, 'ability' | 'price' | 'accreditation' | 'held'> {
  const { accreditations, holds, maxCentsPerHour } = wanted;
  return {
    ability: doesWork(wanted) ? (row) => isAble(row, wanted) : () => true,
    price: (row) => maxCentsPerHour === undefined || row.hourlyCents <= maxCentsPerHour,
    accreditation: (row) => accreditations.length === 0 || accreditations.includes(row.accreditation ?? ''),
    held: (row) => !holds || !row.accreditation || holds(row.accreditation),
  };
}

const filtersOf = (wanted: Wanted): Filters<Seen, FilterName> => ({
  ...fixedFilters(wanted),
  way: (row) => {
    const ways = uses(row, wanted.withTaken);
    return wanted.use ? ways.includes(wanted.use) : ways.length > 0;
  },
  archetype: (row) => wanted.archetypes.length === 0 || wanted.archetypes.some((name) => name === row.archetype),
  openNow: (row) => !wanted.openNow || row.isOpenNow,
});

const facetsOf = (wanted: Wanted): Record<FacetName, FacetOf<Seen, FilterName>> => ({
  process: { without: 'ability', values: (row) => work(row, wanted, 'process') },
  material: { without: 'ability', values: (row) => work(row, wanted, 'material') },
  use: { without: 'way', values: (row) => uses(row, wanted.withTaken) },
  price: {
    without: 'price',
    values: (row) => priceSteps.filter((cents) => row.hourlyCents <= cents).map(String),
  },
  accreditation: { without: 'accreditation', values: (row) => [row.accreditation ?? ''] },
  archetype: { without: 'archetype', values: ({ archetype }) => (archetype ? [archetype] : []) },
  openNow: { without: 'openNow', values: ({ isOpenNow }) => (isOpenNow ? ['1'] : []) },
});

/** The machines that answer, and how many each filter would leave. */
export const sieved = (rows: readonly Seen[], wanted: Wanted) => sift(rows, filtersOf(wanted), facetsOf(wanted));

/** Every value that a filter could show for these machines, whatever else is asked for: zeros are listed. */
export function valuesAmong(rows: readonly Candidate[]) {
  const [process, material, accreditation] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const said = new Set<string>();
  for (const row of rows) {
    accreditation.add(row.accreditation ?? '');
    for (const text of row.abilities) said.add(text);
  }
  for (const text of said) {
    const { answersProcess, answersMaterial } = knownAbility(text);
    for (const id of answersProcess) process.add(id);
    for (const id of answersMaterial) material.add(id);
  }
  return { process, material, accreditation };
}

export type SortKey = 'DISTANCE' | 'NAME' | 'PRICE';

const names = new Intl.Collator('fr', { numeric: true });
const byName = (a: Seen, b: Seen) => names.compare(a.name, b.name) || (a._id < b._id ? -1 : 1);
const byDistance = (a: Seen, b: Seen) => (a.km ?? 0) - (b.km ?? 0);
const orders: Record<SortKey, (a: Seen, b: Seen) => number> = {
  DISTANCE: (a, b) => byDistance(a, b) || byName(a, b),
  NAME: byName,
  PRICE: (a, b) => a.hourlyCents - b.hourlyCents || byDistance(a, b) || byName(a, b),
};

export const isTaken = ({ free }: Seen): boolean => !free.onSite && !free.away;

/** In the order asked for, those that are taken after the free ones. */
export const ordered = (rows: readonly Seen[], sort: SortKey): Seen[] =>
  [...rows].sort((a, b) => Number(isTaken(a)) - Number(isTaken(b)) || orders[sort](a, b));
