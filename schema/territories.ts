/**
 * Where France is, as boxes of WGS 84 degrees: the mainland with Corsica under `metro`, each overseas territory under its
 * INSEE code. Coarse on purpose: a box also holds sea and neighbours.
 */
export const territories = {
  metro: { south: 41.2, west: -5.6, north: 51.3, east: 9.8 },
  '971': { south: 15.7, west: -62, north: 16.7, east: -60.9 },
  '972': { south: 14.3, west: -61.4, north: 15, east: -60.7 },
  '973': { south: 2, west: -54.8, north: 6, east: -51.4 },
  '974': { south: -21.5, west: 55.1, north: -20.7, east: 56 },
  '975': { south: 46.6, west: -56.6, north: 47.3, east: -56 },
  '976': { south: -13.2, west: 44.8, north: -12.4, east: 45.5 },
  '977': { south: 17.8, west: -63, north: 18, east: -62.7 },
  '978': { south: 18, west: -63.2, north: 18.2, east: -62.9 },
  '986': { south: -14.6, west: -178.4, north: -13, east: -175.9 },
  '987': { south: -28.2, west: -155, north: -7.5, east: -134 },
  '988': { south: -23.2, west: 158, north: -17.5, east: 172.5 },
} as const satisfies Record<string, { south: number; west: number; north: number; east: number }>;
export type Territory = keyof typeof territories;
/** The mainland first: an object lists the keys that look like numbers before the others. */
export const territoryNames = (Object.keys(territories) as Territory[]).sort((a, b) =>
  a === 'metro' ? -1 : b === 'metro' ? 1 : a < b ? -1 : 1,
);
