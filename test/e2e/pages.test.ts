import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { en } from '$lib/i18n/en.ts';
import { formatFor } from '$lib/i18n/format.ts';
import { fr } from '$lib/i18n/fr.ts';
import { mailToken } from '../../gateway/modules/notice/subscription.service.ts';
import { demonstrationPassword } from '../../seed/world.ts';
import { pathOf, type Stop, tours, type Who } from '../accessibility/pages.ts';
import { refuse, scan, scanMenus, settled, unfold } from '../accessibility/scan.ts';
import { visitor } from '../support/chromium.ts';
import { type Product, startProduct } from '../support/product.ts';

const AUTH_SECRET = 'a secret of this test, long enough to sign with';
const languages = { fr: { locale: 'fr-FR', words: fr }, en: { locale: 'en-GB', words: en } } as const;
type Language = keyof typeof languages;

let product: Product;
beforeAll(async () => {
  product = await startProduct({ env: { AUTH_SECRET, RATE_LIMITS: '0' } });
});
afterAll(() => product.stop());

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/connexion');
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="password"]').fill(demonstrationPassword);
  await page.locator('form button[type="submit"]').first().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/connexion'));
}

const idAtTheEndOf = (page: Page) => new URL(page.url()).pathname.split('/').at(-1)!;

/** A basket with a machine still in it, a round asked for, a series: what a borrower has after a week. */
async function borrow(page: Page): Promise<Record<string, string>> {
  const { basket, borrowing } = fr;
  const format = formatFor('fr');
  // A Tuesday afternoon: workshops are open.
  const days = [2, 3, 4, 5, 6, 7, 8].map((ahead) => format.dayAfter(new Date(), ahead));
  const tuesday = days.find((day) => new Date(`${day}T12:00Z`).getUTCDay() === 2)!;
  const at = (hours: number) => `${tuesday}T${14 + hours}:00`;
  const dates = `?${new URLSearchParams({ du: at(0), au: at(2), usage: 'on_site', tous: 'week', fois: '3' })}`;
  await page.goto(`/trouver?du=${at(0)}&au=${at(2)}`);
  const links = page.locator('main article a[href^="/equipements/"]');
  const machines = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')!.split('?')[0]!));
  const adding = page.getByRole('button', { name: new RegExp(basket.addNamed('.*')) });
  const lends = async (path: string) => {
    await page.goto(`${path}${dates}`);
    return (await adding.count()) > 0;
  };
  let machine = '';
  for (const path of machines) if (!machine && (await lends(path))) machine = path;
  const add = async () => {
    await page.goto(`${machine}${dates}`);
    await adding.click();
    await page.getByText(basket.added).waitFor();
  };
  await add();
  await page.goto('/panier');
  await page.getByLabel(basket.terms).check();
  await page.getByRole('button', { name: basket.submit(1) }).click();
  await page.waitForURL('**/panier/tournee/*');
  const tour = idAtTheEndOf(page);
  await page.goto(`${machine}/serie${dates}`);
  await page.getByLabel(borrowing.form.terms).check();
  await page.getByRole('button', { name: basket.series.submit }).click();
  await page.waitForURL('**/series/*');
  const series = idAtTheEndOf(page);
  await add();
  return { tour, series, dates, machine: machine.split('/').at(-1)! };
}

/** A table of workshops brought in and looked at, not yet kept. */
async function bringIn(page: Page): Promise<Record<string, string>> {
  const file = join(mkdtempSync(join(tmpdir(), 'maillage-pages-')), 'ateliers.csv');
  writeFileSync(file, 'Lieu;Localité;Y;X\r\nAtelier des pages;Blois;47,59;1,33\r\n;Tours;;\r\n');
  await page.goto('/reseau/CVL/import');
  await page.getByLabel(fr.intake.file, { exact: true }).setInputFiles(file);
  await page.getByRole('button', { name: fr.intake.send }).click();
  await page.waitForURL('**/reseau/CVL/import/*');
  return { import: idAtTheEndOf(page) };
}

/** What has to exist before some pages do, and the parts of their addresses. */
async function prepare(page: Page, who: Who): Promise<Record<string, string>> {
  if (who === 'visitor') return { token: mailToken(AUTH_SECRET, 'person', 'daily') };
  await signIn(page, who);
  if (who === 'karim.ouali@demo.example') return borrow(page);
  if (who === 'helene.marchand@demo.example') return bringIn(page);
  return {};
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

function listen(page: Page, faults: string[]): void {
  page.on('pageerror', ({ message }) => faults.push(`${page.url()} threw ${message}`));
  page.on('console', (said) => {
    const expected = /40[04]|422/.test(said.text());
    if (said.type() === 'error' && !expected) faults.push(`${page.url()} said ${said.text()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(product.url) && !/^(data|blob):/.test(request.url()))
      faults.push(`${page.url()} called ${request.url()}`);
  });
}

/** A page as it opens, with all that it folds unfolded, and with its form refused. */
async function visit(page: Page, path: string, stop: Stop, language: Language): Promise<string[]> {
  const faults: string[] = [];
  const answer = await page.goto(path, { waitUntil: 'load' });
  const wanted = /nulle-part|perdue?$/.test(path) ? [404, 410, 200] : [200];
  if (!wanted.includes(answer?.status() ?? 0)) faults.push(`answered ${answer?.status()}`);
  await settled(page);
  faults.push(...(await scan(page, language)));
  if (await unfold(page, 'main')) faults.push(...(await scan(page, language)).map((fault) => `unfolded, ${fault}`));
  if (typeof stop === 'string') return faults;
  await refuse(page, stop.refused).catch((error: Error) => faults.push(`takes an empty form: ${error.message}`));
  return [...faults, ...(await scan(page, language)).map((fault) => `refused, ${fault}`)];
}

async function tour(context: BrowserContext, who: Who, language: Language, made: Record<string, string>) {
  const page = await context.newPage();
  const faults: string[] = [];
  listen(page, faults);
  const met = new Map<string, string>();
  const titles = new Map<string, string>();
  for (const stop of tours[who]) {
    const shape = pathOf(stop);
    const [, family = ''] = shape.split('/');
    const path = shape
      .replace('…', met.get(family) ?? 'nothing-met')
      .replace(/\{(\w+)\}/g, (_, name: string) => made[name] ?? 'nothing-made');
    const found = await visit(page, path, stop, language);
    faults.push(...found.map((fault) => `${language} ${path} ${fault}`));
    await gather(page, met);
    const title = await page.title();
    const page0 = path.split('?')[0]!;
    const other = titles.get(title);
    if (!/\S · Maillage$|^Maillage/.test(title)) faults.push(`${language} ${path} is called “${title}”`);
    if (other && other !== page0 && !page0.includes('perdu')) faults.push(`${language} ${path} is called as ${other}`);
    titles.set(title, page0);
  }
  faults.push(...(await scanMenus(page)));
  return faults;
}

async function browserOf(language: Language): Promise<BrowserContext & AsyncDisposable> {
  const { locale } = languages[language];
  const context = await visitor({ locale, baseURL: product.url, reducedMotion: 'reduce' });
  await context.addCookies([{ name: 'locale', value: language, url: product.url }]);
  return context;
}

test.each(Object.keys(tours) as Who[])(
  'every page that %s sees is accessible in both languages, both themes, at 360 and 1280 px, and calls nobody outside',
  async (who) => {
    await using french = await browserOf('fr');
    await using english = await browserOf('en');
    const first = await french.newPage();
    const made = await prepare(first, who);
    await first.close();
    const session = (await french.cookies()).filter(({ name }) => name !== 'locale');
    await english.addCookies(session);
    const faults = await Promise.all([tour(french, who, 'fr', made), tour(english, who, 'en', made)]);
    expect(faults.flat()).toEqual([]);
  },
  420_000,
);
