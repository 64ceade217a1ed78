import { beforeAll, expect, test } from 'vitest';
import { useApp } from '../support/app.ts';

const world = useApp({ rateLimits: true });
let url = '';
beforeAll(async () => {
  ({ url } = await world.serve());
});

const signIn = (headers: Record<string, string> = {}) =>
  fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: world.config.BASE_URL, ...headers },
    body: JSON.stringify({ email: 'nobody@example.org', password: 'un mot de passe faux' }),
  }).then(({ status }) => status);

test('a guesser who claims another address at each try is stopped like one who does not', async () => {
  const statuses: number[] = [];
  for (let n = 0; n < 6; n++)
    statuses.push(
      await signIn({
        'x-forwarded-for': `203.0.113.${n}`,
        'x-client-ip': `203.0.113.${n}`,
        'x-real-ip': `203.0.113.${n}`,
        forwarded: `for=203.0.113.${n}`,
      }),
    );
  expect(statuses.slice(0, 3)).toEqual([401, 401, 401]);
  expect(statuses.slice(3)).toEqual([429, 429, 429]);
});
