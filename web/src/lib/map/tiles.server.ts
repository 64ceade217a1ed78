import { env } from '$env/dynamic/private';
import type { Tiles } from './tiles.ts';

/** `MAP_TILES_URL` with `MAP_TILES_ATTRIBUTION`; without it the map draws its own outline and asks nothing of anybody. */
export const tiles = (): Tiles | undefined =>
  env.MAP_TILES_URL ? { url: env.MAP_TILES_URL, attribution: env.MAP_TILES_ATTRIBUTION ?? '' } : undefined;
