/** The Node that is in long-term support now, for the tests that must pass on it too. The product itself asks for less: `engines`. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir } from './folders.mjs';
import { run } from './processes.mjs';
import { Trouble } from './say.mjs';

const version = '26.10.0';

/** The npm package `node` only fetches one of these at install; asking for it by name needs no install script. */
const binaryPackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

/** The program, fetched once into the cache. @returns {Promise<{ path: string, version: string }>} */
export async function ensureLts() {
  const folder = join(cacheDir(), `node-${version}`);
  const path = join(folder, 'node_modules', binaryPackage, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(path))
    await run(
      process.platform === 'win32' ? 'npm.cmd' : 'npm',
      ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', `${binaryPackage}@${version}`],
      {
        advice: `Node ${version} comes from the npm registry as ${binaryPackage}; without it, run plain \`npm test\`.`,
      },
    );
  const said = (await run(path, ['--version'])).trim();
  if (said !== `v${version}`) throw new Trouble(`${path} says that it is ${said}.`, `Remove ${folder} and try again.`);
  return { path, version };
}
