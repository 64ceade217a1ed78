/**
 * Types for the operations that the web writes: every graphql(`…`) literal under web/src is checked against the printed
 * schema, and its types go to web/src/lib/graph/generated/. So is every text marked GraphQL: what the browser itself asks,
 * which must not load all the others with it. Without the codegen command line, which wants Node 22.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import { preset } from '@graphql-codegen/client-preset';
import { buildSchema, Kind, parse, validate } from 'graphql';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const sources = 'web/src';
const out = 'web/src/lib/graph/generated/';
const printed = readFileSync('schema/schema.graphql', 'utf8');
const schemaAst = buildSchema(printed);

/** @type {string[]} */
const faults = [];
const documents = literals().flatMap(({ location, rawSDL }) => {
  try {
    return [{ location, rawSDL, document: parse(rawSDL) }];
  } catch (error) {
    faults.push(`${location}: ${error instanceof Error ? error.message : String(error)}`);
    return [];
  }
});
for (const fault of validate(schemaAst, {
  kind: Kind.DOCUMENT,
  definitions: documents.flatMap((d) => [...d.document.definitions]),
}))
  faults.push(`${placeOf(fault)}${fault.message}`);
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}

const sections = await preset.buildGeneratesSection({
  baseOutputDir: out,
  schema: parse(printed),
  schemaAst,
  documents,
  config: { useTypeImports: true, enumsAsTypes: true, strictScalars: true, scalars: { DateTimeISO: 'string' } },
  plugins: [],
  pluginMap: {},
  pluginContext: {},
  presetConfig: { fragmentMasking: false, gqlTagName: 'graphql' },
  documentTransforms: [],
});
let changed = 0;
for (const section of sections) {
  const text = await codegen(section);
  // An untouched file keeps its time: the web is not built again for nothing.
  if (existsSync(section.filename) && readFileSync(section.filename, 'utf8') === text) continue;
  mkdirSync(dirname(section.filename), { recursive: true });
  writeFileSync(section.filename, text);
  changed += 1;
}
console.log(`${documents.length} documents, ${changed} of ${sections.length} files changed`);

/** Every graphql(`…`) of the web, to the byte: the generated lookup is keyed by the literal itself. */
function literals() {
  if (!existsSync(sources)) return [];
  return readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .map((name) => join(sources, name))
    .filter((file) => /\.(ts|svelte)$/.test(file) && !file.startsWith(out))
    .sort()
    .flatMap((location) =>
      [...readFileSync(location, 'utf8').matchAll(/(?:\bgraphql\(|\/\* GraphQL \*\/)\s*`([^`]*)`/g)].map((match) => ({
        location,
        rawSDL: match[1] ?? '',
      })),
    );
}

/** The file of a fault: its node was parsed from the literal of one of the documents. @param {import('graphql').GraphQLError} fault */
function placeOf(fault) {
  const body = fault.source?.body;
  const file = documents.find((one) => one.rawSDL === body)?.location;
  return file ? `${file}: ` : '';
}
