import { type Archetype, archetypeNames } from '$schema/vocabulary.ts';
import { instantIn } from '../calendar/zone.server.ts';
import type { EquipmentFilter } from '../graph/generated/graphql.ts';
import { formatFor } from '../i18n/format.ts';
import { all, figure, names, one, withoutAccreditation } from './search-url.ts';

const mm = { min: 0.1, max: 20_000 };

/** What the address asks for. Local times are read in the zone of the place searched from. */
export function filterOf(params: URLSearchParams, timeZone: string): EquipmentFilter {
  const [from, until] = [instantIn(timeZone, one(params, 'from')), instantIn(timeZone, one(params, 'until'), true)];
  const [x, y, z] = [figure(params, 'x', mm), figure(params, 'y', mm), figure(params, 'z', mm)];
  const use = one(params, 'use');
  return {
    text: one(params, 'text') || null,
    place: one(params, 'place') || null,
    radiusKm: figure(params, 'km', { min: 1, max: 2_000 }) ?? null,
    from: from?.toISOString() ?? null,
    until: until?.toISOString() ?? null,
    processes: all(params, 'process'),
    materials: all(params, 'material'),
    thicknessMm: figure(params, 'thickness', { min: 0.01, max: 20_000 }) ?? null,
    size: x === undefined ? null : { x, y: y ?? null, z: z ?? null },
    use: use === 'on_site' || use === 'take_away' ? use : null,
    accreditations: all(params, 'accreditation').map((name) => (name === withoutAccreditation ? '' : name)),
    accreditationHeld: one(params, 'held') === '1',
    archetypes: all(params, 'archetype').filter((name): name is Archetype =>
      archetypeNames.some((each) => each === name),
    ),
    openNow: one(params, 'openNow') === '1',
    networkCode: one(params, 'network') || null,
    priceMaxCentsPerHour: figure(params, 'price', { min: 0, max: 1_000_000 }) ?? null,
    withTaken: one(params, 'taken') === '1',
  };
}

type Kept = Omit<EquipmentFilter, 'withTaken' | 'near'> & { near?: { lat: number; lon: number } | null };

/** The address of a search that was kept: what `filterOf` reads back. */
export function addressOf(filter: Kept, timeZone: string): string {
  const format = formatFor('fr', timeZone);
  const params = new URLSearchParams();
  const put = (name: keyof typeof names, value: string | number | null | undefined) => {
    if (value !== null && value !== undefined && value !== '') params.append(names[name], String(value));
  };
  put('text', filter.text);
  put('place', filter.place ?? (filter.near ? `${filter.near.lat},${filter.near.lon}` : null));
  put('km', filter.radiusKm);
  put('from', filter.from && format.fieldDateTime(filter.from));
  put('until', filter.until && format.fieldDateTime(filter.until));
  for (const id of filter.processes ?? []) put('process', id);
  for (const id of filter.materials ?? []) put('material', id);
  put('thickness', filter.thicknessMm);
  put('x', filter.size?.x);
  put('y', filter.size?.y);
  put('z', filter.size?.z);
  put('use', filter.use);
  for (const name of filter.accreditations ?? []) put('accreditation', name || withoutAccreditation);
  put('held', filter.accreditationHeld ? '1' : null);
  for (const name of filter.archetypes ?? []) put('archetype', name);
  put('openNow', filter.openNow ? '1' : null);
  put('price', filter.priceMaxCentsPerHour);
  put('network', filter.networkCode);
  return `/trouver?${params}`;
}
