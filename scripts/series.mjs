/** Which series of MongoDB wrote the data of a folder. Its files are read by that series, not by any other. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @param {string} dataDir */
const place = (dataDir) => join(dataDir, 'mongod-version');

/** 6.0.5 → 6.0 @param {string} version */
export const seriesOf = (version) => version.split('.').slice(0, 2).join('.');

/** @param {string} dataDir @returns {string | undefined} */
export function dataSeries(dataDir) {
  try {
    return seriesOf(readFileSync(place(dataDir), 'utf8').trim());
  } catch {
    return undefined;
  }
}

/** @param {string} dataDir @param {string} version */
export const rememberSeries = (dataDir, version) => writeFileSync(place(dataDir), `${version}\n`);
