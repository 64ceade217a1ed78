import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { sections } from '$lib/i18n/sections.ts';
import { type CountedKind, countedKinds, kinds } from '../../schema/kinds.ts';
import { inRoot } from '../../scripts/folders.mjs';

const web = inRoot('web/src');
const routes = join(web, 'routes');
const names = Object.keys(sections) as (keyof typeof sections)[];

/** What the browser loads of a file, at once or where it is shown: not the types, and nothing of the server. */
const importsOf = (file: string, text: string): string[] =>
  [
    ...text.matchAll(/import (?!type\b)[^;]*?from '((?:\$lib|\.)[^']*)';/g),
    ...text.matchAll(/import\('((?:\$lib|\.)[^']*)'\)/g),
  ]
    .map(([, from = '']) => resolve(from.startsWith('$lib') ? web : dirname(file), from.replace('$lib', 'lib')))
    .filter((path) => existsSync(path) && !path.includes('.server.') && !path.includes('/i18n/'));

/** What a kind shows is chosen by kind: what it reads counts in the folder of its kind alone. */
const table = join(web, 'lib/sharing/panels.ts');
const detail = '[kind=kind]/[id]/+page.ts';
function panelsOf(kind: CountedKind): string[] {
  const text = readFileSync(table, 'utf8');
  const [said = ''] = new RegExp(`^  ${kind}: async [\\s\\S]*?\\}\\),$`, 'm').exec(text) ?? [];
  return [...said.matchAll(/import\('([^']+)'\)/g)].map(([, path = '']) => resolve(dirname(table), path));
}

const reads = new Map<string, Set<string>>();

/** The sections that a file reads, itself or through what it imports. */
function readsOf(file: string, above: readonly string[] = []): Set<string> {
  const known = reads.get(file);
  if (known || above.includes(file)) return known ?? new Set();
  const text = readFileSync(file, 'utf8');
  const own = names.filter((name) => new RegExp(`\\bt\\.${name}\\b|\\{[^{}]*\\b${name}\\b[^{}]*\\} = t\\b`).test(text));
  const found = new Set<string>(own);
  for (const each of importsOf(file, text).filter((path) => path !== table))
    for (const name of readsOf(each, [...above, file])) found.add(name);
  reads.set(file, found);
  return found;
}

const pages = readdirSync(routes, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.svelte$|\+(page|layout)\.ts$/.test(file))
  .flatMap((file) => {
    const folder = file.split('/').length > 1 ? file.split('/')[0]! : '';
    if (folder !== '[kind=kind]') return [{ file, folder, panels: [] as string[] }];
    // One set of pages for every kind that is counted, each in its own folder.
    return countedKinds.map((kind) => ({
      file,
      folder: kinds[kind].path,
      panels: file === detail ? panelsOf(kind) : [],
    }));
  });

const readBy = ({ file, panels }: { file: string; panels: string[] }) =>
  new Set([join(routes, file), ...panels].flatMap((path) => [...readsOf(path)]));

test('a page reads words of its own sections only: the browser has no others', () => {
  const astray = pages.flatMap(({ file, folder, panels }) =>
    [...readBy({ file, panels })]
      .filter((name) => !(sections[name as keyof typeof sections] as readonly string[]).includes(folder))
      .map((name) => `${file} reads ${name}`),
  );
  expect(astray).toEqual([]);
});

test('what stands around every page reads no section', () => {
  for (const file of ['+layout.svelte', '+error.svelte']) expect([...readsOf(join(routes, file))]).toEqual([]);
});

test('a section is sent to no page that does not read it', () => {
  const idle = names.flatMap((name) =>
    sections[name]
      .filter((folder) => !pages.some((page) => page.folder === folder && readBy(page).has(name)))
      .map((folder) => `/${folder} loads ${name}`),
  );
  expect(idle).toEqual([]);
});
