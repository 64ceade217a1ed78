import { type MaterialId, ancestors } from './taxonomy.ts';

/** Where densities come from; shown beside what is estimated with them. */
export const densitySources = {
  en1991: { fr: 'EN 1991-1-1, annexe A', en: 'EN 1991-1-1, annex A' },
  datasheet: { fr: 'fiches techniques de fabricants, ISO 1183', en: 'manufacturers’ datasheets, ISO 1183' },
  wood: { fr: 'Wood Handbook, FPL-GTR-282', en: 'Wood Handbook, FPL-GTR-282' },
} as const;
export type DensitySource = keyof typeof densitySources;

interface Density {
  /** Kilograms in a cubic metre: the usual value, rounded. */
  kgM3: number;
  source: DensitySource;
}

const by = (source: DensitySource, rows: Partial<Record<MaterialId, number>>): [MaterialId, Density][] =>
  (Object.entries(rows) as [MaterialId, number][]).map(([id, kgM3]) => [id, { kgM3, source }]);

/** What is not here takes the density of its nearest parent; a family whose members differ too much has none. */
const densities: ReadonlyMap<MaterialId, Density> = new Map([
  ...by('en1991', {
    plywood: 500,
    plywood_birch: 700,
    mdf: 800,
    osb: 700,
    aluminium: 2_700,
    steel: 7_850,
    copper: 8_900,
    brass: 8_500,
    bronze: 8_500,
    glass: 2_500,
    pmma: 1_200,
  }),
  ...by('datasheet', {
    pla: 1_240,
    abs: 1_040,
    asa: 1_070,
    tpu: 1_210,
    pa: 1_140,
    pa11: 1_030,
    pa12: 1_010,
    pet: 1_380,
    petg: 1_270,
    pc: 1_200,
    pp: 910,
    pe: 950,
    pom: 1_410,
    hips: 1_050,
    pvc: 1_400,
    ptfe: 2_170,
    stainless: 7_900,
    titanium: 4_500,
    resin: 1_150,
    silicone: 1_100,
    fr4: 1_850,
    plywood_poplar: 450,
    cardboard: 700,
    cork: 200,
    foam_xps: 35,
  }),
  ...by('wood', { oak: 700, beech: 720, pine: 510, maple: 650 }),
]);

/** The density of a material, or of the nearest family that has one. */
export function densityOf(id: MaterialId): Density | undefined {
  const own = densities.get(id);
  if (own) return own;
  const nearest = [...ancestors(id)].find((family) => densities.has(family));
  return nearest && densities.get(nearest);
}
