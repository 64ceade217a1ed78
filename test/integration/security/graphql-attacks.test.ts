import { beforeAll, describe, expect, test } from 'vitest';
import { useApp } from '../../support/app.ts';

/** The twelve questions of graphql-cop, one request each, and the heavier ones that it does not ask. */
const world = useApp();
let url = '';
beforeAll(async () => {
  ({ url } = await world.serve());
});

const strict = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
const post = (body: unknown, headers: Record<string, string> = strict) =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const answerOf = async (response: Response) => ({
  status: response.status,
  text: await response.text(),
});
const repeat = (n: number, one: (n: number) => string) => Array.from({ length: n }, (_, k) => one(k)).join(' ');

/** Refused before anything ran: a client error, and no data. */
async function expectRefused(response: Response) {
  const { status, text } = await answerOf(response);
  expect(status, text).toBe(400);
  expect(text).not.toContain('"data"');
}

describe('graphql-cop', () => {
  test('1 alias overloading: 101 aliases are refused', async () => {
    await expectRefused(await post({ query: `{ ${repeat(101, (n) => `alias${n}:__typename`)} }` }));
  });

  test('2 array batching: ten operations in one request are refused', async () => {
    await expectRefused(await post(Array.from({ length: 10 }, () => ({ query: '{ __typename }' }))));
  });

  test('3 directive overloading: ten directives on a field are refused', async () => {
    await expectRefused(await post({ query: `query { __typename ${'@aa'.repeat(10)} }` }));
    await expectRefused(await post({ query: `query { __typename ${'@skip(if: false) '.repeat(10)} }` }));
  });

  test('4 circular introspection is refused', async () => {
    const query = `{ __schema { types { ${'fields { type { '.repeat(4)} name ${'} } '.repeat(4)} } } }`;
    await expectRefused(await post({ query }));
  });

  test('5 introspection is on, as declared: the schema is public, for others build on this interface', async () => {
    const { status, text } = await answerOf(await post({ query: '{ __schema { queryType { name } } }' }));
    expect([status, JSON.parse(text)]).toEqual([200, { data: { __schema: { queryType: { name: 'Query' } } } }]);
  });

  test('6 a mistyped field is refused without a suggestion', async () => {
    const { text } = await answerOf(await post({ query: '{ __schema { directive } workshps { totalCount } }' }));
    expect(text).not.toMatch(/did you mean/i);
  });

  test('7 a query by GET without a header that only a script of ours can set is refused', async () => {
    const response = await fetch(`${url}/graphql?query=${encodeURIComponent('{ __typename }')}`);
    await expectRefused(response);
  });

  test('8 a mutation by GET is refused, with or without that header', async () => {
    const address = `${url}/graphql?query=${encodeURIComponent('mutation { setLocale(locale: en) }')}`;
    expect((await fetch(address)).status).toBe(400);
    expect((await fetch(address, { headers: { 'apollo-require-preflight': 'true' } })).status).toBe(405);
  });

  test('9 a form posted from anywhere is refused', async () => {
    for (const query of ['{ __typename }', 'mutation { setLocale(locale: en) }'])
      await expectRefused(await fetch(`${url}/graphql`, { method: 'POST', body: new URLSearchParams({ query }) }));
  });

  test('10 no developer console answers a client that did not ask for a page, and the page carries no mark of one', async () => {
    for (const path of ['/graphql', '/graphiql', '/playground', '/console']) {
      const text = await (await fetch(url + path, { headers: { accept: 'text/html' } })).text();
      expect(text).not.toMatch(/graphiql\.min\.css|GraphQL Playground|GraphiQL|graphql-playground/);
    }
  });

  test('11 no trace of the execution comes back', async () => {
    const { text } = await answerOf(await post({ query: '{ __typename }', extensions: { tracing: true } }));
    expect(text).not.toContain('tracing');
  });

  test('12 an error tells no path, no stack and no engine of ours', async () => {
    for (const body of [{ query: 'qwerty cop { abc }' }, { query: '{ workshop(slug: 1) { id } }' }, '{"query":']) {
      const { text } = await answerOf(await post(body));
      expect(text).not.toMatch(/exception|stacktrace|node_modules|\.ts:|Mongo/i);
    }
  });
});

describe('heavier ones', () => {
  test.each([
    ['600 fields', `{ ${'__typename '.repeat(600)} }`],
    ['300 unknown fields', `{ ${repeat(300, (n) => `unknown${n}`)} }`],
    ['2,000 tokens', `{ ${'__typename '.repeat(2_000)} }`],
    ['depth 30', `{ me { mandates { organisation { ${'__typename x { '.repeat(27)} id ${'} '.repeat(27)} } } } }`],
    [
      'a fragment that contains itself',
      'query { me { ...a } } fragment a on Me { id ...b } fragment b on Me { id ...a }',
    ],
    ['1,000 fragments in a chain', repeat(200, (n) => `fragment f${n} on Me { ...f${n + 1} }`)],
    ['a NUL in the document', '{ workshops(search: "a\\u0000b") { totalCount } }'],
    ['half of a surrogate pair in the document', '{ workshops(search: "\\ud800") { totalCount } }'],
  ])('%s are refused', async (_what, query) => {
    await expectRefused(await post({ query }));
  });

  test('a page longer than allowed is refused by name, not cut short in silence', async () => {
    const { text } = await answerOf(await post({ query: '{ workshops(first: 51) { totalCount } }' }));
    expect(JSON.parse(text)).toMatchObject({
      data: null,
      errors: [{ extensions: { key: 'platform.invalid', fields: { first: 'max' } } }],
    });
  });

  test('many full pages in one operation ask for too many rows', async () => {
    const page = (n: number) =>
      `p${n}: workshops(first: 50) { nodes { equipment { units { id } } networks { id } } edges { node { networks { id } } } }`;
    const query = `{ ${repeat(14, page)} }`;
    const { status, text } = await answerOf(await post({ query }));
    expect([status, text]).toEqual([400, expect.stringMatching(/too many rows|Syntax|validation|limit|Cost/i)]);
  });

  test('an object where text is expected is refused, and not repeated', async () => {
    for (const search of [{ $ne: null }, { $gt: '' }, ['a'], { $regex: 'hunter2' }]) {
      const body = { query: 'query ($search: String!) { places(search: $search) { name } }', variables: { search } };
      const { status, text } = await answerOf(await post(body));
      expect(status, text).toBe(400);
      expect(text).toContain('BAD_USER_INPUT');
      expect(text).not.toContain('hunter2');
    }
  });

  test('a body of 5 MB is refused before it is read', async () => {
    const response = await post({ query: '{ __typename }', variables: { x: 'x'.repeat(5_000_000) } });
    expect(response.status).toBe(413);
  });

  test('a page of another site can neither send an operation nor listen', async () => {
    const foreign = { ...strict, origin: 'https://evil.example' };
    expect((await post({ query: '{ __typename }' }, foreign)).status).toBe(403);
    const query = encodeURIComponent('subscription { happened { id } }');
    const stream = await fetch(`${url}/graphql/stream?query=${query}`, {
      headers: { origin: 'https://evil.example', accept: 'text/event-stream' },
    });
    expect(stream.status).toBe(403);
    const own = { ...strict, origin: new URL(url).origin };
    expect((await post({ query: '{ __typename }' }, own)).status).toBe(200);
  });

  test('plain text, which a page of another site may post without asking, is refused', async () => {
    await expectRefused(await post('{"query":"{ __typename }"}', { 'content-type': 'text/plain' }));
  });
});
