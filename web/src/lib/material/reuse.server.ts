import { densitySources } from '$schema/densities.ts';
import type { Scope } from '$schema/vocabulary.ts';
import { materialName } from '../catalogue/names.server.ts';
import { Reuse } from './queries.server.ts';

const YEAR = 365 * 86_400_000;

/** What was kept out of the bin, for those who may know; over a year unless the address says `reemploi=tout`. */
export async function reuseOf(
  { graph, locale }: App.Locals,
  organisation: { scope: Scope; id: string },
  { url, now }: { url: URL; now: string },
) {
  const isAll = url.searchParams.get('reemploi') === 'tout';
  const from = isAll ? null : new Date(Date.parse(now) - YEAR).toISOString();
  const { data } = await graph.ask(Reuse, { ...organisation, from });
  if (!data) return undefined;
  const { materials, ...sums } = data.materialReuse;
  return {
    ...sums,
    isAll,
    materials: materials.map(({ source, ...row }) => ({
      ...row,
      material: materialName(locale, row.materialId),
      source: source ? densitySources[source][locale] : '',
    })),
  };
}
export type ReuseSeen = NonNullable<Awaited<ReturnType<typeof reuseOf>>>;
