import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { en } from '$lib/i18n/en.ts';
import { fr } from '$lib/i18n/fr.ts';
import type { PersonViewer } from '../../gateway/modules/identity/viewer.ts';
import { WorkshopRecord } from '../../gateway/modules/workshop/workshop.entity.ts';
import { derived } from '../../gateway/modules/workshop/workshop.service.ts';
import { useApp } from '../support/app.ts';
import { visitor } from '../support/chromium.ts';
import { type Product, startProduct } from '../support/product.ts';
import { network, person, type Town, workshop } from '../support/world.ts';

const world = useApp({ now: new Date().toISOString() });
let product: Product;

const site = async (town: Town, name: string, processes: string[] = []) => {
  const made = await workshop(town, { name, processes });
  await WorkshopRecord.updateOne({ _id: made.workshop._id }, { $set: derived(made.workshop) });
  return made;
};

beforeAll(async () => {
  await site('Blois', 'La Boîte à copeaux', ['co2_cut', 'laser_cut', 'laser', 'cutting']);
  await site('Tours', 'Atelier des Deux-Rives', ['fff', 'additive']);
  await site('Orléans', 'Le Laminoir', ['co2_cut', 'laser_cut', 'laser', 'cutting']);
  const { MONGODB_URI, AUTH_SECRET } = world.config;
  product = await startProduct({ mongoUri: MONGODB_URI, seeded: false, env: { AUTH_SECRET, RATE_LIMITS: '0' } });
});
afterAll(() => product.stop());

const found = (page: Page) => page.locator('article h3').allTextContents();
const languages = { fr: { words: fr, locale: 'fr-FR' }, en: { words: en, locale: 'en-GB' } } as const;
type Language = keyof typeof languages;

async function browserOf(viewer: PersonViewer, language: Language, javaScriptEnabled: boolean) {
  const context = await visitor({ javaScriptEnabled, locale: languages[language].locale, baseURL: product.url });
  const { cookie } = await world.signedIn(viewer);
  const [name, value] = cookie!.split('=', 2) as [string, string];
  await context.addCookies([
    { name, value, url: product.url },
    { name: 'locale', value: language, url: product.url },
  ]);
  return context;
}

const ways = [
  ['fr', true],
  ['fr', false],
  ['en', true],
] as const;

describe.each(ways)('in %s, with JavaScript: %s', (language, javaScriptEnabled) => {
  const { words, locale } = languages[language];
  const t = words.workshop;

  test('a visitor finds the nearest laser, narrows, and opens the workshop', async () => {
    await using context = await visitor({ javaScriptEnabled, locale, baseURL: product.url });
    const page = await context.newPage();
    await page.goto('/ateliers');
    await page.getByLabel(t.directory.what, { exact: true }).fill('lasers');
    await page.getByLabel(t.directory.where, { exact: true }).fill('41000');
    await page.getByRole('button', { name: t.directory.go, exact: true }).click();
    await expect.poll(() => found(page)).toEqual(['La Boîte à copeaux', 'Le Laminoir']);
    expect(new URL(page.url()).searchParams.get('ou')).toBe('41000');
    const loiret = page.getByRole('checkbox', { name: /45/ });
    await loiret.check();
    if (!javaScriptEnabled) await page.getByRole('button', { name: t.directory.apply }).click();
    await expect.poll(() => found(page)).toEqual(['Le Laminoir']);
    const pins = page.locator('figure a');
    if (javaScriptEnabled) {
      await expect.poll(() => pins.count()).toBe(1);
      await pins.first().locator('.flag').hover();
      await expect.poll(() => page.locator('article.chosen').count()).toBe(1);
    } else expect(await pins.count()).toBe(0);
    await page.getByRole('link', { name: 'Le Laminoir', exact: true }).first().click();
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('Le Laminoir');
  });

  test('a person lists a workshop, corrects its hours, and asks to join a network, whose head admits it', async () => {
    const founder = await person('Aline Renard');
    const { network: net, head } = await network();
    const name = `Établi ${language} ${javaScriptEnabled}`;
    await using context = await browserOf(founder, language, javaScriptEnabled);
    const page = await context.newPage();
    const first = (end: string) => page.getByLabel(t.form.span(t.days[0]!, 1, end), { exact: true });

    await page.goto('/ateliers/nouveau');
    await page.getByLabel(t.form.name).fill(name);
    await page.getByLabel(t.form.place).fill('Nulle-Part-sur-Mer');
    await first(t.form.from).fill('09:00');
    await first(t.form.to).fill('12:00');
    await page.getByRole('button', { name: t.form.create }).click();
    await expect.poll(() => page.getByLabel(t.form.place).getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByLabel(t.form.name).inputValue()).toBe(name);
    expect(await first(t.form.from).inputValue()).toBe('09:00');
    await page.getByLabel(t.form.place).fill('Vendôme');
    await page.getByRole('button', { name: t.form.create }).click();
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe(name);

    await page.getByRole('link', { name: t.page.edit }).click();
    await first(t.form.to).fill('13:00');
    await page.getByRole('button', { name: t.form.save }).click();
    await expect.poll(() => page.locator('dl', { hasText: t.days[0]! }).textContent()).toMatch(/13/);

    await page.goto(`/reseau/${net.code}`);
    await page.getByLabel(words.network.joinNote).fill('Deux lasers à partager.');
    await page.getByRole('button', { name: words.network.joinGo }).click();
    await expect.poll(() => page.getByText(words.network.status.asked).count()).toBe(1);

    await using office = await browserOf(head, language, javaScriptEnabled);
    const desk = await office.newPage();
    await desk.goto(`/reseau/${net.code}`);
    expect(await desk.getByText('Deux lasers à partager.').count()).toBe(1);
    await desk.getByRole('button', { name: `${words.network.moves.admit} ${name}` }).click();
    await expect.poll(() => desk.getByText(words.network.memberCount(1)).count()).toBe(1);
  });
});
