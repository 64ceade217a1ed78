import { type Bits, bitsOf, noBits, put } from '../../platform/bits.ts';
import { type Closure, isOpenAt, type WeeklyHours } from '../../platform/hours.ts';
import type { Listed } from './workshop.entity.ts';

/** What the directory is narrowed by, and the field of a workshop that it reads. */
const fields = {
  processes: 'processes',
  materials: 'materials',
  departements: 'departement',
  archetypes: 'archetype',
  networks: 'networkIds',
} as const;
type Column = keyof typeof fields;
const columns = Object.keys(fields) as Column[];
export const facets = ['processes', 'materials', 'departements', 'archetypes'] as const satisfies readonly Column[];
export type Facet = (typeof facets)[number];

/** The workshops that keep the same hours, by their places. */
interface Timetable {
  hours: WeeklyHours;
  closures: readonly Closure[];
  timeZone: string;
  places: number[];
}

/** Every workshop of the network, reduced to bits: whoever is at place n, in the order of the names, is bit n. */
export interface Table {
  ids: readonly string[];
  placeOf: ReadonlyMap<string, number>;
  /** By value, those that have it. */
  having: Readonly<Record<Column, ReadonlyMap<string, Bits>>>;
  /** Those that are open at an instant; worked out once a minute, since hours begin and end with one. */
  openAt: (instant: Date) => Bits;
}

const valuesOf = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

function having(rows: readonly Listed[], column: Column): Map<string, Bits> {
  const found = new Map<string, Bits>();
  for (const [place, row] of rows.entries())
    for (const value of valuesOf(row[fields[column]])) {
      const bits = found.get(value) ?? noBits(rows.length);
      put(bits, place);
      found.set(value, bits);
    }
  return found;
}

/** Those that never said their hours are left out: they do not say that they are open either. */
function timetablesOf(rows: readonly Listed[]): Timetable[] {
  const found = new Map<string, Timetable>();
  const spans = new Map<string, WeeklyHours[number]>();
  const shared = (span: WeeklyHours[number]) => {
    const key = `${span.day} ${span.from} ${span.to}`;
    if (!spans.has(key)) spans.set(key, span);
    return spans.get(key)!;
  };
  for (const [place, { openingHours, closures, timeZone }] of rows.entries()) {
    if (openingHours.length === 0) continue;
    const hours = (openingHours as WeeklyHours).map(shared);
    const days = closures.map(({ from, to }) => ({ from, to }));
    const key = JSON.stringify([timeZone, hours, days]);
    const known = found.get(key);
    if (known) known.places.push(place);
    else found.set(key, { hours, closures: days, timeZone, places: [place] });
  }
  return [...found.values()];
}

const minuteMs = 60_000;

function opening(rows: readonly Listed[]): Table['openAt'] {
  const timetables = timetablesOf(rows);
  let known: { minute: number; open: Bits } | undefined;
  return (instant) => {
    const minute = Math.floor(instant.getTime() / minuteMs);
    if (known?.minute === minute) return known.open;
    const at = new Date(minute * minuteMs);
    const open = timetables.filter(({ hours, closures, timeZone }) => isOpenAt(hours, closures, timeZone, at));
    known = {
      minute,
      open: bitsOf(
        rows.length,
        open.flatMap(({ places }) => places),
      ),
    };
    return known.open;
  };
}

/** Lays workshops out in a table, in the order given: that of their names. */
export const tableOf = (rows: readonly Listed[]): Table => ({
  ids: rows.map(({ _id }) => _id),
  placeOf: new Map(rows.map(({ _id }, place) => [_id, place])),
  having: Object.fromEntries(columns.map((column) => [column, having(rows, column)])) as unknown as Table['having'],
  openAt: opening(rows),
});
