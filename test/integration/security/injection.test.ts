import mongoose from 'mongoose';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PersonViewer } from '../../../gateway/modules/identity/viewer.ts';
import { useApp } from '../../support/app.ts';
import { haveCorpora } from '../../support/corpora.ts';
import { type Scene, stage } from '../authorisation/scene.ts';
import { table } from '../authorisation/table.ts';
import { hopeless, objects, outside, sharp } from './payloads.ts';
import { type Call, callOf, documentOf, type Sink, sinksOf, withText } from './sinks.ts';

/**
 * Every text of every operation, as the schema lists them, is given what breaks software: nothing fails unforeseen, no
 * search finds more than plain words would, and what is kept is kept as it was typed.
 *
 * Operations that read are given every string there is where they look for words, else every ninth. Operations that write are each given a share of them, in turn, so
 * that each goes through one or more; and one field goes through all of them over HTTP, there and back.
 */
const world = useApp();
let scene: Scene;
let dirty = false;
let sinks: Sink[] = [];
const restage = async () => {
  scene = await stage(world);
  dirty = false;
};
beforeAll(async () => {
  sinks = sinksOf(world.app.schema);
  await restage();
}, 60_000);

const rowOf = (operation: string) =>
  table[operation] ?? Object.entries(table).find(([key]) => key.startsWith(`${operation} `))?.[1];
const calls = (sink: Sink) => callOf(world.app.schema, sink, rowOf(sink.operation)!, scene.ids);

interface Outcome {
  accepted: boolean;
  codes: string[];
  rows: number;
  data: unknown;
}

/** Lists and totals in an answer, added up. */
function rowsIn(value: unknown): number {
  if (Array.isArray(value)) return value.length + value.reduce((sum: number, one) => sum + rowsIn(one), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, inner]) => sum + (key === 'totalCount' ? Number(inner) : rowsIn(inner)),
    0,
  );
}

async function attempt(call: Call, path: readonly string[], value: unknown): Promise<Outcome> {
  const { data, errors } = await world.run(scene.viewers[call.as], documentOf(call), withText(call, path, value));
  const codes = errors.map(({ extensions }) => String(extensions?.code));
  return { accepted: errors.length === 0, codes, rows: rowsIn(data), data };
}

const unforeseen = ({ codes }: Outcome) =>
  codes.some((code) => code === 'INTERNAL_SERVER_ERROR' || code === 'UNAVAILABLE');

/** A call of a mutation; one that fails after another has changed the scene is tried again on a fresh one. */
async function write(sink: Sink, value: unknown): Promise<Outcome> {
  const first = await attempt(calls(sink), sink.path, value);
  if (first.accepted || !dirty) {
    dirty ||= first.accepted;
    return first;
  }
  await restage();
  const again = await attempt(calls(sink), sink.path, value);
  dirty = again.accepted;
  return again;
}

interface Keeper {
  collection: string;
  path: string;
}

const keeps = async ({ collection, path }: Keeper, typed: string) =>
  (await mongoose.connection.collection(collection).countDocuments({ [path]: { $in: forms(typed) } })) > 0;

/** The same on a fresh scene: a move made twice is accepted twice, and changes nothing the second time. */
async function keepsAfresh(sink: Sink, keeper: Keeper, typed: string): Promise<boolean> {
  await restage();
  const { accepted } = await write(sink, typed);
  return !accepted || keeps(keeper, typed);
}

/** Where the database holds exactly this text. */
async function keepersOf(text: string): Promise<Keeper[]> {
  const found: Keeper[] = [];
  const look = (collection: string, value: unknown, path: string[]): void => {
    if (value === text) found.push({ collection, path: path.filter((step) => !/^\d+$/.test(step)).join('.') });
    else if (typeof value === 'object' && value !== null && !(value instanceof Date))
      for (const [key, inner] of Object.entries(value)) look(collection, inner, [...path, key]);
  };
  for (const { name } of await mongoose.connection.listCollections())
    for await (const row of mongoose.connection.collection(name).find()) look(name, row, []);
  return found;
}

/** Arguments by which people look for something, in words or by a name in an address. */
const looksForWords = /(?:search|words?|text|slug|code|query|place|near|what)$/;

/** How many strings each operation that writes is given. */
const EACH = 3;

/**
 * What is kept of a text: all of it, without the white space around it, and on one line where the field is a line. Nothing
 * else changes: no Unicode normal form is imposed, words are folded only in what searches read.
 */
const forms = (typed: string) => [typed, typed.trim(), typed.trim().replace(/\s+/g, ' ')];

const outcomes: string[] = [];
const counts = { sinks: 0, calls: 0, accepted: 0, kept: 0 };

describe('every text of the schema', () => {
  test('is in an operation that the table of authorisations calls', () => {
    expect(sinks.filter(({ operation }) => !rowOf(operation)).map(({ name }) => name)).toEqual([]);
    expect(sinks.length).toBeGreaterThan(100);
  });

  test('refuses an object, and a text that cannot be kept', async () => {
    for (const sink of sinks.filter(({ kind }) => kind !== 'subscription')) {
      for (const value of [...objects, ...hopeless.slice(2)]) {
        const outcome = await attempt(calls(sink), sink.path, value);
        if (outcome.accepted || outcome.codes[0] !== 'BAD_USER_INPUT')
          outcomes.push(`${sink.name} takes ${JSON.stringify(value)}: ${outcome.codes.join()}`);
      }
    }
    expect(outcomes.splice(0)).toEqual([]);
  }, 300_000);

  test('that reads finds nothing more by any string than by its plain words', async () => {
    const reading = sinks.filter(({ kind }) => kind === 'query');
    for (const [n, sink] of reading.entries()) {
      counts.sinks += 1;
      const call = calls(sink);
      const control = (await attempt(call, sink.path, 'introuvable')).rows;
      const strings = [
        ...sharp,
        ...hopeless.slice(0, 2),
        ...outside.filter((_text, at) => looksForWords.test(sink.name) || at % 9 === n % 9),
      ];
      for (const value of strings) {
        counts.calls += 1;
        const outcome = await attempt(call, sink.path, value);
        if (unforeseen(outcome)) outcomes.push(`${sink.name} fails on ${JSON.stringify(value.slice(0, 60))}`);
        if (outcome.rows <= control) continue;
        const plain = value
          .normalize('NFKC')
          .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
          .trim();
        const fair = (await attempt(call, sink.path, plain)).rows;
        if (outcome.rows > fair)
          outcomes.push(`${sink.name}: ${outcome.rows} rows by ${JSON.stringify(value)}, ${fair} by its words`);
      }
    }
    expect(outcomes.splice(0)).toEqual([]);
  }, 600_000);

  test('that writes fails on none, and keeps what was typed', async () => {
    const writing = sinks.filter(({ kind }) => kind === 'mutation');
    const strings = [...sharp, ...outside];
    const turns = Math.ceil(strings.length / EACH);
    for (const [n, sink] of writing.entries()) {
      counts.sinks += 1;
      if (dirty) await restage();
      const marker = `Témoin numéro ${n}`;
      const control = await write(sink, marker);
      const keepers = control.accepted ? await keepersOf(marker) : [];
      const own = strings.filter((_text, at) => at % turns === n % turns);
      for (const value of [...own, hopeless[n % 2]!]) {
        counts.calls += 1;
        const outcome = await write(sink, value);
        if (unforeseen(outcome)) outcomes.push(`${sink.name} fails on ${JSON.stringify(value.slice(0, 60))}`);
        if (!outcome.accepted) continue;
        counts.accepted += 1;
        // The name of a file is cut to its last step: what is kept of it is a name, and no path.
        if (value.trim() === '' || sink.path.at(-1) === 'filename') continue;
        for (const keeper of keepers) {
          counts.kept += 1;
          if (!(await keeps(keeper, value)) && !(await keepsAfresh(sink, keeper, value)))
            outcomes.push(`${sink.name} keeps ${JSON.stringify(value.slice(0, 60))} otherwise in ${keeper.path}`);
        }
      }
    }
    console.info(JSON.stringify({ ...counts, writing: writing.length }));
    expect(outcomes.splice(0)).toEqual([]);
  }, 600_000);

  test('comes back over HTTP byte for byte, all of them, through one field', async () => {
    await restage();
    const { url } = await world.serve();
    const { ids, viewers } = scene;
    const headers = {
      'content-type': 'application/json',
      'x-acting-for': `firm:${ids.firmA!}`,
      ...(await world.signedIn(viewers.firmA as PersonViewer)),
    };
    const query = `mutation ($id: ID!, $input: RequestDraftInput!) { updateRequest(id: $id, input: $input) { note } }`;
    for (const typed of [...sharp, ...outside]) {
      const variables = { id: ids.draftA, input: { title: 'T', parts: [], note: typed } };
      const answer = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query, variables }),
      });
      const { data } = (await answer.json()) as { data?: { updateRequest: { note: string } } };
      if (data?.updateRequest.note !== typed.trim())
        outcomes.push(
          `${answer.status} ${JSON.stringify(typed.slice(0, 60))} came back as ${JSON.stringify(data)?.slice(0, 90)}`,
        );
    }
    expect(outcomes.splice(0)).toEqual([]);
  }, 300_000);

  test.runIf(!haveCorpora)('(the outside strings are absent: ../shared/corpora)', () => {
    expect(outside).toEqual([]);
  });
});
