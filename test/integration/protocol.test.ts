import { serverAudits } from 'graphql-http';
import { beforeAll, expect, test } from 'vitest';
import { PersonRecord } from '../../gateway/modules/identity/person.entity.ts';
import { version } from '../../gateway/platform/version.ts';
import { useApp } from '../support/app.ts';

const world = useApp();
let url = '';
beforeAll(async () => {
  ({ url } = await world.serve());
});

const post = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

test('the 61 audits of GraphQL over HTTP find no error and nothing to warn of', async () => {
  const audits = serverAudits({ url: `${url}/graphql` });
  const found: string[] = [];
  for (const audit of audits) {
    const { status } = await audit.fn();
    if (status === 'error' || status === 'warn') found.push(`${status} ${audit.name}`);
  }
  expect(found).toEqual([]);
  expect(audits).toHaveLength(61);
});

test('a wrong value is refused without being repeated, since it could be a password', async () => {
  const query = 'query ($search: String!) { places(search: $search) { name } }';
  const answer = await (await post({ query, variables: { search: { $ne: 'hunter2' } } })).text();
  expect(answer).toContain('BAD_USER_INPUT');
  expect(answer).not.toContain('hunter2');
});

test.each([
  ['aliases', `{ ${Array.from({ length: 101 }, (_, n) => `a${n}: __typename`).join(' ')} }`],
  ['directives', `{ __typename ${'@aa '.repeat(10)} }`],
  ['circular introspection', `{ __schema { types { ${'fields { type { '.repeat(6)} name ${'} } '.repeat(6)} } } }`],
  ['tokens', `{ ${'__typename '.repeat(2_000)} }`],
])('a query that overloads by %s is refused', async (_what, query) => {
  const { errors, data } = (await (await post({ query })).json()) as { errors?: unknown[]; data?: unknown };
  expect(errors).toBeDefined();
  expect(data).toBeUndefined();
});

test('batches, mutations by GET and posted forms are refused', async () => {
  expect((await post([{ query: '{ __typename }' }, { query: '{ __typename }' }])).ok).toBe(false);
  const get = await fetch(`${url}/graphql?query=mutation{setLocale(locale:en)}`, {
    headers: { 'apollo-require-preflight': '1' },
  });
  expect(get.status).toBe(405);
  const form = await fetch(`${url}/graphql`, {
    method: 'POST',
    body: new URLSearchParams({ query: '{ __typename }' }),
  });
  expect(form.ok).toBe(false);
});

test('a body over the limit is refused with 413', async () => {
  expect((await post({ query: '{ __typename }', variables: { x: 'x'.repeat(300_000) } })).status).toBe(413);
});

test('health says that the process is up; readiness says that the database answers and has its indexes', async () => {
  expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: 'up', version });
  expect(await (await fetch(`${url}/readyz`)).json()).toMatchObject({ status: 'ready', missing: [] });
});

test('a browser that opens /graphql gets a playground served from here alone', async () => {
  const page = await (await fetch(`${url}/graphql`, { headers: { accept: 'text/html' } })).text();
  const files = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path!);
  expect(files.every((path) => path.startsWith('/graphql/assets/'))).toBe(true);
  for (const path of files) expect((await fetch(url + path)).status).toBe(200);
});

test('a sign-up answers alike for an address that is known and one that is not', async () => {
  const signUp = async (email: string) => {
    const answer = await fetch(`${url}/api/auth/sign-up/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: world.config.BASE_URL },
      body: JSON.stringify({ name: 'Zoé', email, password: 'un mot de passe long', locale: 'fr' }),
    });
    return { status: answer.status, body: await answer.text() };
  };
  const first = await signUp('zoe@example.org');
  const again = await signUp('zoe@example.org');
  expect(again).toEqual(first);
  await world.app.outbox.drain();
  const subjects = world.mails.filter(({ to }) => to === 'zoe@example.org').map(({ subject }) => subject);
  expect(subjects).toEqual(['Confirmez votre adresse', 'Vous avez déjà un compte']);
});

test('eight sign-ups of one address at once make one account', async () => {
  const body = JSON.stringify({
    name: 'Ana',
    email: 'ana@example.org',
    password: 'un mot de passe long',
    locale: 'fr',
  });
  const headers = { 'content-type': 'application/json', origin: world.config.BASE_URL };
  await Promise.all(
    Array.from({ length: 8 }, () => fetch(`${url}/api/auth/sign-up/email`, { method: 'POST', headers, body })),
  );
  expect(await PersonRecord.countDocuments({ email: 'ana@example.org' })).toBe(1);
});

test('ten wrong passwords close the door of the account for a while, whatever the address they come from', async () => {
  const { app } = world;
  const lou = { email: 'lou@example.org', password: 'un mot de passe long', name: 'Lou', locale: 'fr' };
  const headers = { 'content-type': 'application/json', origin: world.config.BASE_URL };
  const call = (path: string, body: unknown) =>
    fetch(`${url}/api/auth${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  await call('/sign-up/email', lou);
  await PersonRecord.updateOne({ email: lou.email }, { $set: { emailVerified: true } });
  for (let n = 0; n < 10; n++)
    expect((await call('/sign-in/email', { ...lou, password: `faux mot ${n}` })).status).toBe(401);
  expect((await call('/sign-in/email', lou)).status).toBe(429);
  world.clock.forward({ minutes: 16 });
  expect((await call('/sign-in/email', lou)).status).toBe(200);
  await app.outbox.drain();
  expect(world.mails.some(({ to, subject }) => to === lou.email && subject.includes('mot de passe'))).toBe(true);
});
