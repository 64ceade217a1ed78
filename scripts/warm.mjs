/**
 * A gateway of `npm run dev` in waiting: it has loaded every package that the built gateway names before it is told to go, since
 * loading them is most of a start. The build itself is read only then.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { inRoot } from './folders.mjs';

const folder = inRoot('build/gateway');
const packages = new Set();
for (const name of readdirSync(folder).filter((file) => file.endsWith('.mjs')))
  for (const [, from] of readFileSync(`${folder}/${name}`, 'utf8').matchAll(
    /^import\s(?:[^'"]*\sfrom\s)?["']([^."'][^"']*)["']/gm,
  ))
    packages.add(from);
for (const name of packages) await import(name).catch(() => undefined);

const asBuilt = pathToFileURL(`${folder}/main.mjs`).href;
process.once('message', () => void import(asBuilt));
process.send?.('warm');
