import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demonstrationPassword } from '../../seed/world.ts';
import { visitor } from '../support/chromium.ts';
import { type Product, startProduct } from '../support/product.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Each page of the product, by who sees it; `…` stands for the first link of that shape met on the pages before. */
const tours = {
  visitor: [
    '/',
    '/trouver',
    '/trouver?quoi=laser&ou=Blois&km=80',
    '/trouver?quoi=introuvable',
    '/equipements/…',
    '/ateliers',
    '/ateliers/…',
    '/reseau/CVL',
    '/aide',
    '/accessibilite',
    '/connexion',
    '/inscription',
    '/mot-de-passe',
    '/verifier',
    '/demandes/nouvelle',
    '/invitations/perdue',
    '/nulle-part',
  ],
  'lou.perrin@demo.example': [
    '/bureau',
    '/bureau/habilitations',
    '/echanges',
    '/echanges/…',
    '/notifications',
    '/notifications/reglages',
    '/compte',
    '/offres',
    '/ateliers/nouveau',
    '/ateliers',
    '/ateliers/…',
    '/ateliers/la-boite-a-copeaux/modifier',
    '/ateliers/la-boite-a-copeaux/agendas',
    '/ateliers/la-boite-a-copeaux/etiquettes',
    '/echanges/…/bon',
    '/compte/agendas',
    '/scanner',
    '/ateliers/la-boite-a-copeaux/equipements/nouveau',
    '/ateliers/la-boite-a-copeaux',
    '/equipements/…',
    '/equipements/…/modifier',
  ],
  'karim.ouali@demo.example': ['/bureau', '/offres', '/offres/…', '/echanges'],
  'ana.ferrandon@demo.example': [
    '/',
    '/demandes',
    '/demandes/…',
    '/demandes/nouvelle',
    '/echanges',
    '/echanges/…',
    '/compte',
  ],
  'helene.marchand@demo.example': ['/reseau/CVL', '/compte'],
} as const;

const looks = [
  { locale: 'fr-FR', colorScheme: 'light', viewport: { width: 1280, height: 900 } },
  { locale: 'en-GB', colorScheme: 'dark', viewport: { width: 360, height: 760 } },
] as const;

/** Until fonts, map and hydration are done; a page that listens for live updates is never idle. */
const settleMs = 400;

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(async () => {
  await product.stop();
});

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/connexion');
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="password"]').fill(demonstrationPassword);
  await page.locator('form button[type="submit"]').first().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/connexion'));
}

/** Links met so far, by the shape of their path. */
async function gather(page: Page, met: Map<string, string>): Promise<void> {
  const paths = await page.$$eval('a[href^="/"]', (links) =>
    links.map((link) => link.getAttribute('href')!.split('?')[0]!),
  );
  for (const path of paths) {
    const [, family = '', id = ''] = path.split('/');
    if (id && id !== 'nouveau' && id !== 'nouvelle' && !met.has(family)) met.set(family, id);
  }
}

async function faultsOf(page: Page, path: string, lang: string): Promise<string[]> {
  const faults: string[] = [];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  for (const { id, nodes } of violations)
    faults.push(`${path} axe ${id}: ${nodes[0]?.html.slice(0, 160)} (${nodes.length})`);
  const seen = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    titles: document.querySelectorAll('h1').length,
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    raw: /\bundefined\b|\bNaN\b|\[object Object\]|Invalid Date/.exec(document.body.innerText)?.[0],
  }));
  if (seen.lang !== lang) faults.push(`${path} speaks ${seen.lang}`);
  if (seen.titles !== 1) faults.push(`${path} has ${seen.titles} first titles`);
  if (seen.wide > 0) faults.push(`${path} is ${seen.wide} px too wide`);
  if (seen.raw) faults.push(`${path} shows ${seen.raw}`);
  return faults;
}

async function tour(context: BrowserContext, who: keyof typeof tours, lang: string): Promise<string[]> {
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(`${page.url()} threw ${message}`));
  page.on('console', (said) => {
    const expected = said.text().includes('404');
    if (said.type() === 'error' && !expected) faults.push(`${page.url()} said ${said.text()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(product.url) && !/^(data|blob):/.test(request.url()))
      faults.push(`${page.url()} called ${request.url()}`);
  });
  if (who !== 'visitor') await signIn(page, who);
  const met = new Map<string, string>();
  for (const stop of tours[who]) {
    const [, family = ''] = stop.split('/');
    const path = stop.replace('…', met.get(family) ?? 'nothing-met');
    const answer = await page.goto(path, { waitUntil: 'load' });
    await page.waitForTimeout(settleMs);
    const wanted = ['/nulle-part', '/invitations/perdue'].includes(stop) ? [404, 410, 200] : [200];
    if (!wanted.includes(answer?.status() ?? 0)) faults.push(`${path} answered ${answer?.status()}`);
    await gather(page, met);
    faults.push(...(await faultsOf(page, path, lang)));
  }
  return faults;
}

describe.each(looks)('$locale $colorScheme $viewport.width', (look) => {
  test.each(Object.keys(tours) as (keyof typeof tours)[])(
    'every page that %s sees is accessible, whole and calls nobody outside',
    async (who) => {
      await using context = await visitor({ ...look, baseURL: product.url });
      expect(await tour(context, who, look.locale.slice(0, 2))).toEqual([]);
    },
    180_000,
  );
});
