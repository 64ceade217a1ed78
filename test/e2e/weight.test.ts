import { get } from 'node:http';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demonstrationPassword } from '../../seed/world.ts';
import { visitor } from '../support/chromium.ts';
import { type Product, startProduct } from '../support/product.ts';

/** The most script, gzipped, that a first load of any page brings. */
const mostScript = 120_000;

/** A word that only the code of a map holds, and the pages that show one. */
const kept = {
  map: { mark: 'leaflet-container', pages: /^\/(trouver|ateliers|reseau|equipements|demandes|offres)?($|\/|\?)/ },
};

const routes = [
  '/',
  '/trouver?quoi=laser&ou=Blois&km=80',
  '/equipements/…',
  '/ateliers',
  '/ateliers/…',
  '/reseau/CVL',
  '/partager',
  '/matieres',
  '/matieres/…',
  '/formations/…',
  '/formateurs',
  '/formateurs/…',
  '/achats-groupes/…',
  '/postes',
  '/postes/…',
  '/aide',
  '/accessibilite',
  '/connexion',
  '/inscription',
  '/mot-de-passe',
  '/demandes/nouvelle',
];
const inside = [
  '/bureau',
  '/bureau/habilitations',
  '/echanges',
  '/parts',
  '/formations/nouveau',
  '/notifications',
  '/compte',
  '/offres',
  '/ateliers/nouveau',
];

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(async () => {
  await product.stop();
});

interface Load {
  path: string;
  scriptBytes: number;
  scripts: string[];
  faults: string[];
}

const isOurs = (url: string) => url.startsWith(product.url);

/** What is wrong with the way in which one answer was sent. */
async function faultsOf(response: Response): Promise<string[]> {
  const { pathname } = new URL(response.url());
  const headers = await response.allHeaders();
  const type = headers['content-type'] ?? '';
  const body = await response.body().catch(() => Buffer.alloc(0));
  const faults: string[] = [];
  if (pathname.startsWith('/_app/immutable/') && !/max-age=31536000.*immutable/.test(headers['cache-control'] ?? ''))
    faults.push(`${pathname} is not kept for ever: ${headers['cache-control']}`);
  if (
    /^(text|application\/(javascript|json)|image\/svg)/.test(type) &&
    body.length > 1_024 &&
    !headers['content-encoding']
  )
    faults.push(`${pathname} (${body.length} bytes) came uncompressed`);
  return faults;
}

/** Every script of a first load, with nothing kept from another page. */
async function load(page: Page, path: string): Promise<Load> {
  const scripts = new Map<string, Promise<string>>();
  const faults: Promise<string[]>[] = [];
  const heard = (response: Response) => {
    // What is listened to has no end to wait for.
    const isStream = response.headers()['content-type']?.startsWith('text/event-stream');
    if (!isOurs(response.url()) || response.status() !== 200 || isStream) return;
    if (response.request().resourceType() === 'script' || response.url().endsWith('.js'))
      scripts.set(
        response.url(),
        response.text().catch(() => ''),
      );
    faults.push(faultsOf(response));
  };
  page.on('response', heard);
  await page.goto(path, { waitUntil: 'load' });
  await page.waitForTimeout(500);
  page.off('response', heard);
  const texts = await Promise.all(scripts.values());
  return {
    path,
    scripts: texts,
    scriptBytes: texts.reduce((sum, text) => sum + gzipSync(text).length, 0),
    faults: (await Promise.all(faults)).flat(),
  };
}

/** Pages that link to one of each family of addresses. */
async function knownLinks(): Promise<string> {
  const read = (path: string) => fetch(product.url + path).then((answer) => answer.text());
  return (await Promise.all(['/trouver', '/partager', '/formateurs'].map(read))).join('');
}

async function loads(paths: readonly string[], email?: string): Promise<Load[]> {
  const known = await knownLinks();
  const met = (family: string) => new RegExp(`/${family}/([\\w-]+)`).exec(known)?.[1] ?? '';
  const session = email ? await sessionOf(email) : [];
  const results: Load[] = [];
  for (const stop of paths) {
    await using context = await visitor({ baseURL: product.url, viewport: { width: 360, height: 760 } });
    await context.addCookies(session);
    results.push(await load(await context.newPage(), stop.replace('…', met(stop.split('/')[1]!))));
  }
  return results;
}

async function sessionOf(email: string) {
  await using context = await visitor({ baseURL: product.url });
  const page = await context.newPage();
  await page.goto('/connexion');
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="password"]').fill(demonstrationPassword);
  await page.locator('form button[type="submit"]').first().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/connexion'));
  return context.cookies();
}

test.each([
  ['a visitor', routes, undefined],
  ['a manager', inside, 'lou.perrin@demo.example'],
] as const)(
  'the first load of every page that %s opens is 120 kB of script at most, compressed and kept',
  async (_who, paths, email) => {
    const all = await loads(paths, email);
    expect(all.flatMap(({ faults }) => faults)).toEqual([]);
    expect(
      all.filter(({ scriptBytes }) => scriptBytes > mostScript).map(({ path, scriptBytes }) => [path, scriptBytes]),
    ).toEqual([]);
    const stray = all.filter(
      ({ path, scripts }) => !kept.map.pages.test(path) && scripts.some((text) => text.includes(kept.map.mark)),
    );
    expect(stray.map(({ path }) => `${path} brings the map`)).toEqual([]);
    expect(all.every(({ scriptBytes }) => scriptBytes > 0)).toBe(true);
  },
  180_000,
);

test('a page comes with the styles of everything on it, before any script', async () => {
  const known = await knownLinks();
  const met = (family: string) => new RegExp(`/${family}/([\\w-]+)`).exec(known)?.[1] ?? '';
  const bare: string[] = [];
  for (const stop of routes) {
    const page = await (await fetch(product.url + stop.replace('…', met(stop.split('/')[1]!)))).text();
    const styles = [...page.matchAll(/<style[^>]*>([^]*?)<\/style>/g)].map(([, css]) => css).join('');
    const sheets = await Promise.all(
      [...page.matchAll(/<link href="([^"]+)" rel="stylesheet">/g)].map(async ([, href = '']) =>
        (await fetch(new URL(href, product.url + stop))).text(),
      ),
    );
    const scopes = new Set([...page.matchAll(/class="[^"]*(svelte-\w+)/g)].map(([, scope = '']) => scope));
    expect(scopes.size).toBeGreaterThan(5);
    for (const scope of scopes)
      if (![styles, ...sheets].some((css) => css.includes(scope))) bare.push(`${stop} ${scope}`);
  }
  expect(bare).toEqual([]);
});

test('the page and the API shrink for whoever can read that, and say so to caches', async () => {
  const small = await rawOf('/trouver', 'br');
  expect(small.encoding).toBe('br');
  expect(brotliDecompressSync(small.body).toString()).toContain('<html lang="fr"');
  const zipped = await rawOf('/trouver', 'gzip');
  expect(zipped.encoding).toBe('gzip');
  expect(gunzipSync(zipped.body).length).toBeGreaterThan(4 * zipped.body.length);
});

async function rawOf(path: string, accept: string): Promise<{ encoding: string | undefined; body: Buffer }> {
  return new Promise((resolve, reject) => {
    get(product.url + path, { headers: { 'accept-encoding': accept } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => resolve({ encoding: answer.headers['content-encoding'], body: Buffer.concat(chunks) }));
    }).on('error', reject);
  });
}

test('robots are told what is for nobody', async () => {
  const answer = await fetch(`${product.url}/robots.txt`);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toMatch(/^User-agent: \*$/m);
});
