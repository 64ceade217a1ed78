import { buildAtlas } from '../../gateway/modules/place/atlas.ts';

/** Brittany, Centre-Val de Loire, Normandy, Pays de la Loire: the map on which a world of size 1 stands. */
const regions = ['24', '28', '52', '53'];
/** Degrees of longitude between two copies of the map: wider than the map, so that copies never touch. */
const stride = 12;
/** The most workshops that the map holds: the towns of these regions with an inhabitant to spare. */
const mostTowns = 5_000;

export interface Town {
  name: string;
  insee: string;
  postalCode: string;
  departement: string;
  /** Distinct in each copy of the map. */
  region: string;
  lat: number;
  lon: number;
}

/**
 * Where workshops stand: the `count` largest towns of a few regions, and that whole map again, moved east, for each
 * further copy. A larger world is more territory, as a country is more regions; around any town it is as dense as before.
 */
export function territory(count: number, copies: number): Town[] {
  const atlas = buildAtlas();
  const rows = Array.from({ length: atlas.size }, (_, row) => row)
    .filter((row) => regions.includes(atlas.regions[row]!))
    .slice(0, Math.min(count, mostTowns));
  const country = [...new Set(atlas.departements)].sort();
  const own = new Set(rows.map((row) => atlas.departements[row]!)).size;
  // As a country has them: a copy stands in other départements as long as there are others.
  const departementOf = (code: string, copy: number) => country[(country.indexOf(code) + copy * own) % country.length]!;
  return Array.from({ length: copies }, (_, copy) =>
    rows.map((row): Town => {
      const apart = copy === 0 ? '' : `-${copy}`;
      return {
        name: atlas.names[row]!,
        insee: atlas.insee[row]!,
        postalCode: atlas.postalCodes[row]!.split(' ')[0]!,
        departement: departementOf(atlas.departements[row]!, copy),
        region: `${atlas.regions[row]!}${apart}`,
        lat: atlas.lats[row]!,
        lon: atlas.lons[row]! + copy * stride,
      };
    }),
  ).flat();
}
