import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { sections } from '$lib/i18n/sections.ts';
import { inRoot } from '../../scripts/folders.mjs';

const web = inRoot('web/src');
const routes = join(web, 'routes');
const names = Object.keys(sections) as (keyof typeof sections)[];

/** What the browser loads of a file: not the types, and nothing of the server. */
const importsOf = (file: string, text: string): string[] =>
  [...text.matchAll(/import (?!type\b)[^;]*?from '((?:\$lib|\.)[^']*)';/g)]
    .map(([, from = '']) => resolve(from.startsWith('$lib') ? web : dirname(file), from.replace('$lib', 'lib')))
    .filter((path) => existsSync(path) && !path.includes('.server.') && !path.includes('/i18n/'));

const reads = new Map<string, Set<string>>();

/** The sections that a file reads, itself or through what it imports. */
function readsOf(file: string, above: readonly string[] = []): Set<string> {
  const known = reads.get(file);
  if (known || above.includes(file)) return known ?? new Set();
  const text = readFileSync(file, 'utf8');
  const own = names.filter((name) => new RegExp(`\\bt\\.${name}\\b|\\{[^{}]*\\b${name}\\b[^{}]*\\} = t\\b`).test(text));
  const found = new Set<string>(own);
  for (const each of importsOf(file, text)) for (const name of readsOf(each, [...above, file])) found.add(name);
  reads.set(file, found);
  return found;
}

const pages = readdirSync(routes, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.svelte$|\+(page|layout)\.ts$/.test(file))
  .map((file) => ({ file, folder: file.split('/').length > 1 ? file.split('/')[0]! : '' }));

test('a page reads words of its own sections only: the browser has no others', () => {
  const astray = pages.flatMap(({ file, folder }) =>
    [...readsOf(join(routes, file))]
      .filter((name) => !(sections[name as keyof typeof sections] as readonly string[]).includes(folder))
      .map((name) => `${file} reads ${name}`),
  );
  expect(astray).toEqual([]);
});

test('a section is sent to no page that does not read it', () => {
  const idle = names.flatMap((name) =>
    sections[name]
      .filter((folder) => !pages.some((page) => page.folder === folder && readsOf(join(routes, page.file)).has(name)))
      .map((folder) => `/${folder} loads ${name}`),
  );
  expect(idle).toEqual([]);
});
