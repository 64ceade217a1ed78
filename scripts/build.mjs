/** Builds the gateway and the web when their sources changed since the last build, and only then. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, root } from './folders.mjs';
import { run } from './processes.mjs';

const common = ['package-lock.json', 'tsconfig.json', 'schema', 'scripts/build.mjs'];
const parts = {
  gateway: { sources: ['gateway', 'seed', 'tsdown.config.ts', ...common], result: 'build/gateway/main.mjs' },
  web: { sources: ['web', ...common], result: 'build/web/handler.js' },
};

/** @typedef {keyof typeof parts} Part */

/** Made by a build, so no source of one. */
const made = /(^|\/)(node_modules|\.svelte-kit|generated|schema\.graphql)(\/|$)/;

/** Name, size and time of every source, as one hash. @param {Part} part */
function fingerprint(part) {
  const hash = createHash('sha256');
  for (const source of parts[part].sources) {
    const top = inRoot(source);
    if (!existsSync(top)) continue;
    const names = statSync(top).isDirectory() ? readdirSync(top, { recursive: true, encoding: 'utf8' }).sort() : [''];
    for (const name of names) {
      if (made.test(join(source, name))) continue;
      const info = statSync(join(top, name));
      if (info.isFile()) hash.update(`${source}/${name} ${info.size} ${info.mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

/** @param {Part} part */
const stamp = (part) => inRoot(`build/${part}.built`);

/** @param {Part} part */
function isBuilt(part) {
  return (
    existsSync(inRoot(parts[part].result)) &&
    existsSync(stamp(part)) &&
    readFileSync(stamp(part), 'utf8') === fingerprint(part)
  );
}

/** The parts whose build is older than their sources. @returns {Part[]} */
export const stale = () => /** @type {Part[]} */ (Object.keys(parts)).filter((part) => !isBuilt(part));

/** @param {string[]} args @param {string} [cwd] */
const node = (args, cwd = root) =>
  run(process.execPath, args, {
    cwd,
    env: { ...process.env, NODE_ENV: 'production' },
    advice: 'The sources do not build. `npm run check` lists every fault at once.',
  });

/** The schema as the gateway says it, and the types of the operations that the web writes. */
export async function printSchema() {
  await node(['--import', '@oxc-node/core/register', 'schema/print.ts']);
  await node(['schema/codegen.mjs']);
}

const builders = {
  gateway: () => node(['node_modules/tsdown/dist/run.mjs', '--logLevel', 'warn']),
  web: () => node([inRoot('node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], inRoot('web')),
};

/** @param {readonly Part[]} which the parts to build; the web waits for the schema, the gateway does not */
export async function build(which) {
  // Taken before: what is saved while the build runs is for the next one.
  const prints = new Map(which.map((part) => [part, fingerprint(part)]));
  const schema = printSchema();
  const done = await Promise.allSettled([
    schema,
    ...which.map(async (part) => {
      if (part === 'web') await schema;
      await builders[part]();
    }),
  ]);
  const failed = done.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  mkdirSync(inRoot('build'), { recursive: true });
  for (const [part, print] of prints) writeFileSync(stamp(part), print);
}
