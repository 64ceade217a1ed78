import 'reflect-metadata';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { buildMaillageSchema } from '../gateway/schema.ts';

/** Prints the gateway's schema, sorted, to schema.graphql; with --check only says whether the committed one is still true. */
const file = fileURLToPath(new URL('schema.graphql', import.meta.url));
const text = `${printSchema(lexicographicSortSchema(await buildMaillageSchema()))}\n`;
const committed = existsSync(file) ? readFileSync(file, 'utf8') : '';

if (process.argv.includes('--check')) {
  if (text !== committed) console.error('schema/schema.graphql is not what the gateway says: run `npm run schema`.');
  process.exit(text === committed ? 0 : 1);
}
if (text !== committed) writeFileSync(file, text);
process.exit(0);
