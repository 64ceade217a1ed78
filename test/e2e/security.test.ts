import type { BrowserContext, Page, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demonstrationPassword } from '../../seed/world.ts';
import { visitor } from '../support/chromium.ts';
import { corpus, haveCorpora } from '../support/corpora.ts';
import { type Product, startProduct } from '../support/product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct({ env: { LOG_LEVEL: 'debug' } });
});
afterAll(async () => {
  await product.stop();
});

/** Sign-ins from one address are limited: three in ten seconds. */
const SPACED_MS = 3_500;
const secrets = new Set<string>([demonstrationPassword]);

async function signIn(page: Page, email: string, password = demonstrationPassword): Promise<void> {
  await page.waitForTimeout(SPACED_MS);
  await page.goto('/connexion');
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="password"]').fill(password);
  await page.locator('form button[type="submit"]').first().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/connexion'));
  const { cookies } = await page.context().storageState();
  for (const { name, value } of cookies) if (name.endsWith('session_token')) secrets.add(value.split('.')[0]!);
}

/** The path with its ids blotted out: one page of each sort is looked at. */
const shapeOf = (path: string) => {
  const [, family = '', ...rest] = path.split('?')[0]!.split('/');
  const known = new Set([
    'nouveau',
    'nouvelle',
    'modifier',
    'equipements',
    'habilitations',
    'reglages',
    'agendas',
    'importer',
  ]);
  return [family, ...rest.map((step) => (known.has(step) ? step : '…'))].join('/');
};

function headerFaults(path: string, response: Response, isSignedIn: boolean): string[] {
  const headers = response.headers();
  const policy = headers['content-security-policy'] ?? '';
  const wanted: [boolean, string][] = [
    [!/unsafe-(inline|eval)|\*|https?:/.test(policy), `a policy that lets in too much: ${policy}`],
    [/default-src 'self'/.test(policy) && /frame-ancestors 'none'/.test(policy), `no policy: ${policy}`],
    [/object-src 'none'/.test(policy) && /base-uri 'none'/.test(policy), `an open policy: ${policy}`],
    [headers['x-content-type-options'] === 'nosniff', 'no nosniff'],
    [/camera=\(self\)/.test(headers['permissions-policy'] ?? ''), 'no permissions policy'],
    [headers['cross-origin-opener-policy'] === 'same-origin', 'no opener policy'],
    [headers['cross-origin-resource-policy'] === 'same-origin', 'no resource policy'],
    [/charset=utf-8/i.test(headers['content-type'] ?? ''), `no charset: ${headers['content-type']}`],
    [!headers['x-powered-by'] && !headers.server, 'the name of a server'],
    [!isSignedIn || headers['cache-control'] === 'private, no-store', `kept: ${headers['cache-control']}`],
  ];
  return wanted.filter(([holds]) => !holds).map(([, fault]) => `${path}: ${fault}`);
}

/** Follows every link from page to page, one page of each shape, and tells what was amiss on the way. */
async function crawl(context: BrowserContext, starts: string[], isSignedIn: boolean) {
  const page = context.pages()[0] ?? (await context.newPage());
  const faults: string[] = [];
  const seen = new Set<string>();
  const waiting = [...starts];
  await page.exposeFunction('reportViolation', (text: string) => void faults.push(`${page.url()} violates ${text}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const reported = window as unknown as { reportViolation: (text: string) => void };
      reported.reportViolation(`${event.violatedDirective} by ${event.blockedURI} ${event.sample}`);
    });
  });
  page.on('dialog', (dialog) => {
    faults.push(`${page.url()} said ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', ({ message }) => faults.push(`${page.url()} threw ${message}`));
  for (let path = waiting.shift(); path !== undefined && seen.size < 60; path = waiting.shift()) {
    const shape = shapeOf(path);
    if (seen.has(shape)) continue;
    seen.add(shape);
    const response = await page.goto(path, { waitUntil: 'load' }).catch(() => null); // a download is no page
    if (!response?.headers()['content-type']?.startsWith('text/html')) continue;
    await page.waitForTimeout(250);
    faults.push(...headerFaults(path, response, isSignedIn));
    const links = await page.$$eval('a[href^="/"]', (all) => all.map((link) => link.getAttribute('href')!));
    waiting.push(...links.filter((link) => !link.startsWith('//') && !link.includes('#')));
  }
  return { faults, seen };
}

describe('the policy of content', () => {
  test('is broken by no page that a visitor reaches, GraphiQL included', async () => {
    await using context = await visitor({ baseURL: product.url });
    const starts = [
      '/',
      '/trouver?quoi=laser&ou=Blois&km=80',
      '/mot-de-passe?token=x',
      '/verifier?token=x',
      '/nulle-part',
    ];
    const { faults, seen } = await crawl(context, starts, false);
    expect(faults).toEqual([]);
    expect(seen.size).toBeGreaterThan(12);
    const page = context.pages()[0]!;
    await page.goto('/graphql');
    await page.locator('.graphiql-container').waitFor();
    expect(faults).toEqual([]);
  }, 120_000);

  test.each(['lou.perrin', 'ana.ferrandon', 'helene.marchand'])(
    'is broken by no page that %s reaches, and those pages are kept nowhere',
    async (name) => {
      await using context = await visitor({ baseURL: product.url, viewport: { width: 360, height: 760 } });
      const page = await context.newPage();
      await signIn(page, `${name}@demo.example`);
      await page.close();
      const starts = ['/', '/bureau', '/compte', '/echanges', '/demandes', '/offres', '/notifications'];
      const { faults, seen } = await crawl(context, starts, true);
      expect(faults).toEqual([]);
      expect(seen.size).toBeGreaterThan(10);
    },
    120_000,
  );

  test('lets the lengths of a page through without any script: its style attributes become one named sheet', async () => {
    await using context = await visitor({ baseURL: product.url, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto('/ateliers');
    expect(await page.locator('[style]').count()).toBe(0);
    expect(await page.locator('[data-s]').count()).toBeGreaterThan(0);
    const display = (element: Element) => window.getComputedStyle(element).display;
    expect(await page.locator('body > div').first().evaluate(display)).toBe('contents');
  });
});

test.runIf(haveCorpora)(
  'texts that would be scripts are shown as texts',
  async () => {
    await using context = await visitor({ baseURL: product.url });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('dialog', (dialog) => {
      faults.push(dialog.message());
      void dialog.dismiss();
    });
    await signIn(page, 'ana.ferrandon@demo.example');
    const polyglots = corpus('naughty-strings/patt_XSS_Polyglots.txt').split('\n').filter(Boolean);
    const query = 'mutation ($input: CreateRequestInput!) { createRequest(input: $input) { id } }';
    let last = '';
    for (const [n, text] of polyglots.entries()) {
      const input = { title: text.slice(0, 110), note: text, parts: [], idempotencyKey: `polyglot-${n}-${Date.now()}` };
      const answer = await page.request.post('/graphql', { data: { query, variables: { input } } });
      const { data, errors } = (await answer.json()) as { data?: { createRequest: { id: string } }; errors?: unknown };
      expect(errors).toBeUndefined();
      last = data!.createRequest.id;
    }
    for (const path of ['/demandes', `/demandes/${last}`, `/trouver?quoi=${encodeURIComponent(polyglots[0]!)}`]) {
      await page.goto(path);
      await page.waitForTimeout(300);
    }
    await page.goto('/demandes');
    expect(await page.locator('body').innerText()).toContain(polyglots.at(-1)!.slice(0, 40).trim());
    expect(faults).toEqual([]);
  },
  90_000,
);

test('sign-in leads back to pages of this site alone', async () => {
  await using context = await visitor({ baseURL: product.url });
  const page = await context.newPage();
  for (const wish of [
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
  ]) {
    await page.goto(`/connexion?suite=${encodeURIComponent(wish)}`);
    const kept = await page.locator('main input[name="suite"]').first().getAttribute('value');
    expect([wish, kept]).toEqual([wish, '/']);
  }
});

test('an account closes its other sessions and changes its password, without scripts too', async () => {
  const email = 'maya.chevalier@demo.example';
  const fresh = 'neuf pinces multiprises';
  secrets.add(fresh);
  await using there = await visitor({ baseURL: product.url });
  const other = await there.newPage();
  await signIn(other, email);
  await using here = await visitor({ baseURL: product.url, javaScriptEnabled: false });
  const page = await here.newPage();
  await signIn(page, email);
  await page.goto('/compte');
  const sessions = page.locator('section[aria-labelledby="sessions"]');
  expect(await sessions.locator('li').count()).toBe(2);
  await sessions.locator('form[action="?/endOthers"] button').click();
  expect(await page.locator('section[aria-labelledby="sessions"] li').count()).toBe(1);
  await other.goto('/compte');
  expect(new URL(other.url()).pathname).toBe('/connexion');

  const change = async (current: string, chosen: string) => {
    await page.locator('input[name="currentPassword"]').fill(current);
    await page.locator('input[name="newPassword"]').fill(chosen);
    await page.locator('form[action="?/password"] button').click();
    return page.locator('main').innerText();
  };
  expect(await change('un faux mot de passe', fresh)).toContain('Mot de passe inexact');
  expect(await change(demonstrationPassword, 'motdepasse2026')).toContain('trop facile à deviner');
  expect(await change(demonstrationPassword, fresh)).toContain('Mot de passe changé');
  await page.goto('/compte');
  expect(new URL(page.url()).pathname).toBe('/compte');
  await page.locator('input[name="newEmail"]').fill('maya.ailleurs@demo.example');
  await page.locator('form[action="?/address"] input[name="password"]').fill(fresh);
  await page.locator('form[action="?/address"] button').click();
  expect(await page.locator('main').innerText()).toContain('Un lien vient de partir');
}, 90_000);

test('a password is pasted, and fields say what they are to password managers', async () => {
  await using context = await visitor({ baseURL: product.url, permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.goto('/connexion');
  await page.waitForTimeout(400);
  await page.evaluate(() => navigator.clipboard.writeText('collé tel quel'));
  const field = page.locator('input[name="password"]');
  await field.focus();
  await page.keyboard.press('Control+V');
  expect(await field.inputValue()).toBe('collé tel quel');
  expect([await field.getAttribute('type'), await field.getAttribute('autocomplete')]).toEqual([
    'password',
    'current-password',
  ]);
});

test('a page that another site posts to does nothing', async () => {
  const body = new URLSearchParams({ locale: 'en', email: 'lou.perrin@demo.example', password: demonstrationPassword });
  for (const path of ['/connexion?/password', '/reglages', '/compte?/endOthers', '/compte?/password']) {
    const answer = await fetch(product.url + path, {
      method: 'POST',
      body,
      headers: { origin: 'https://evil.example' },
      redirect: 'manual',
    });
    expect([path, answer.status, answer.headers.getSetCookie()]).toEqual([path, 403, []]);
  }
});

describe('behind a proxy that speaks https', () => {
  let secure: Product;
  const origin = 'https://maillage.example';
  beforeAll(async () => {
    secure = await startProduct({ env: { BASE_URL: origin, TRUSTED_PROXIES: '127.0.0.1' } });
  });
  afterAll(() => secure.stop());
  const headers = { origin, 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.7' };

  test('the session is a __Host- cookie, Secure, HttpOnly, SameSite=Lax; answers ask for https for two years', async () => {
    const answer = await fetch(`${secure.url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'lou.perrin@demo.example', password: demonstrationPassword }),
    });
    expect(answer.status).toBe(200);
    const line = answer.headers.getSetCookie().find((one) => one.includes('session_token='))!;
    expect(line).toMatch(/^__Host-maillage\.session_token=/);
    for (const flag of [/; Secure/, /; HttpOnly/, /; SameSite=Lax/, /; Path=\/(;|$)/]) expect(line).toMatch(flag);
    expect(line).not.toMatch(/Domain/i);
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains');
    const cookie = line.split(';')[0]!;
    const page = await fetch(`${secure.url}/compte`, { headers: { ...headers, cookie } });
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
  });

  test('the cookies of language and theme are Secure too', async () => {
    const answer = await fetch(`${secure.url}/reglages`, {
      method: 'POST',
      headers: { 'x-forwarded-proto': 'https', origin: secure.url.replace('http:', 'https:') },
      body: new URLSearchParams({ locale: 'en', theme: 'dark' }),
      redirect: 'manual',
    });
    const lines = answer.headers.getSetCookie();
    expect(lines.length).toBe(2);
    for (const line of lines) expect(line).toMatch(/HttpOnly; Secure|Secure; HttpOnly/);
  });
});

test('nothing that opens an account is in the log, nor addresses of people', async () => {
  const log = product.printed();
  expect(log.length).toBeGreaterThan(10_000);
  for (const secret of secrets) expect(log.includes(secret), `the log holds ${secret.slice(0, 4)}…`).toBe(false);
  expect(log).not.toMatch(/[\w.]+@demo\.example/);
  expect(log).not.toMatch(/token=[\w-]{8}/);
  const lines = log.split('\n').filter((line) => line.startsWith('{'));
  const account = lines
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter(({ msg }) => msg === 'account');
  expect(account.some(({ event, ok, time }) => event === '/sign-in/email' && ok === true && Number(time) > 0)).toBe(
    true,
  );
});
