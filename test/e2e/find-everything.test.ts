import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { en } from '$lib/i18n/en.ts';
import { fr } from '$lib/i18n/fr.ts';
import { WorkshopRecord } from '../../gateway/modules/workshop/workshop.entity.ts';
import { countedKinds } from '../../schema/kinds.ts';
import { storedWords } from '../../schema/words.ts';
import { useApp } from '../support/app.ts';
import { visitor } from '../support/chromium.ts';
import { type Product, startProduct } from '../support/product.ts';
import { sharingSteps, sharingWorld } from '../support/sharing.ts';
import { trainerInput, trainerSteps } from '../support/trainers.ts';
import { holding, laser, person } from '../support/world.ts';

const world = useApp({ now: new Date().toISOString() });
const { offer, claim } = sharingSteps(world);
const trainers = trainerSteps(world);
let product: Product;
let slug: string;
let bare: string;
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

/** Somebody of a workshop who offers themselves. */
async function teaches(workshopId: string, name: string, skills: string) {
  const own = await holding(await person(name), 'workshop_member', workshopId);
  const said = trainerInput(workshopId, { name });
  const facts = said.facts.map((fact) => (fact.name === 'teaches' ? { name: 'teaches', text: skills } : fact));
  const independent = facts.map((fact) => (fact.name === 'employment' ? { ...fact, text: 'independent' } : fact));
  return trainers.offer({ ...own, acting: { scope: 'person', id: own.id } }, { ...said, facts: independent });
}

beforeAll(async () => {
  const { owner, tours, orleans, site } = await sharingWorld();
  const other = await WorkshopRecord.findById(tours.acting.id).orFail().lean();
  [slug, bare] = [site.slug, other.slug];
  await laser(site, { name: 'Découpeuse laser', searchWords: storedWords('Découpeuse laser') });
  await teaches(site._id, 'Ana Ferrandon', 'laser.2,sewing.1');
  await teaches(other._id, 'Maya Chevalier', 'laser.3');
  await offer(owner, 'training', { from: inDays(8), until: inDays(9) });
  await offer(owner, 'material');
  await offer(owner, 'purchase', { decideAt: inDays(20) });
  const job = await offer(owner, 'job', { decideAt: inDays(20) });
  await claim(tours, job.id, 40);
  await claim(orleans, job.id, 60);
  const { MONGODB_URI, AUTH_SECRET } = world.config;
  product = await startProduct({ mongoUri: MONGODB_URI, seeded: false, env: { AUTH_SECRET, RATE_LIMITS: '0' } });
});
afterAll(() => product.stop());

const languages = { fr: { words: fr, locale: 'fr-FR' }, en: { words: en, locale: 'en-GB' } } as const;
const ways = [
  ['fr', true],
  ['fr', false],
  ['en', true],
  ['en', false],
] as const;
/** Pages of a busy machine take their time. */
const soon = { timeout: 10_000 };
const people = (page: Page) => page.locator('article[data-kind="trainer"] h3').allTextContents();

describe.each(ways)('in %s, with JavaScript: %s', (language, javaScriptEnabled) => {
  const { words, locale } = languages[language];
  const { finding, trainers: t, sharing, catalogue } = words;

  const open = async (path: string, lieu?: string) => {
    const context = await visitor({ javaScriptEnabled, locale, baseURL: product.url });
    await context.addCookies([
      { name: 'locale', value: language, url: product.url },
      ...(lieu ? [{ name: 'lieu', value: lieu, url: product.url }] : []),
    ]);
    const page = await context.newPage();
    await page.goto(path);
    return { page, [Symbol.asyncDispose]: () => context.close() };
  };

  test('the search for machines leads to trainers, with what was asked for kept in the address', async () => {
    await using visit = await open('/trouver');
    const { page } = visit;
    await page.getByLabel(catalogue.find.what, { exact: true }).fill('laser');
    await page.getByLabel(catalogue.find.where, { exact: true }).fill('Blois');
    await page.getByRole('button', { name: catalogue.find.go, exact: true }).first().click();
    const tab = page.getByRole('navigation', { name: finding.views }).getByRole('link', { name: finding.trainers });
    await expect.poll(() => tab.textContent(), soon).toMatch(/2$/);
    await tab.click();
    await expect.poll(() => people(page), soon).toEqual(['Ana Ferrandon', 'Maya Chevalier']);
    const { searchParams } = new URL(page.url());
    expect([searchParams.get('quoi'), searchParams.get('ou')]).toEqual(['laser', 'Blois']);

    await page.getByLabel(sharing.seek.what, { exact: true }).fill(language === 'fr' ? 'coutrue' : 'sewign');
    await page.getByRole('button', { name: sharing.seek.go, exact: true }).click();
    await expect.poll(() => people(page), soon).toEqual(['Ana Ferrandon']);
    const meant = language === 'fr' ? 'couture' : 'sewing';
    expect(await page.getByText(finding.meant(finding.quoted(meant))).count()).toBe(1);
    expect(await page.locator('article[data-kind="trainer"]').textContent()).toContain(
      language === 'fr' ? 'Laser 2 et Couture 1' : 'Laser 2 and Sewing 1',
    );

    await page.getByLabel(sharing.seek.what, { exact: true }).fill('');
    await page.getByLabel(t.skill, { exact: true }).selectOption('laser');
    await page.getByLabel(t.level, { exact: true }).selectOption('3');
    await page.getByRole('button', { name: sharing.seek.go, exact: true }).click();
    await expect.poll(() => people(page), soon).toEqual(['Maya Chevalier']);
    expect(new URL(page.url()).searchParams.get('competence')).toBe('laser');
    await page.getByRole('link', { name: 'Maya Chevalier' }).click();
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent(), soon).toContain('Maya Chevalier');

    await page.goto('/formateurs?quoi=ferronnerie&ou=Blois');
    expect(await page.getByText(t.noneTitle).count()).toBe(1);
    await page.goto('/formateurs?ou=Nulle-Part-sur-Mer');
    expect(await page.getByText(sharing.seek.unknown('Nulle-Part-sur-Mer')).count()).toBe(1);
  });

  test('one list has every kind by distance, whatever is asked, and the wider circles where nobody teaches it near', async () => {
    await using visit = await open('/partager?ou=Blois&km=100');
    const { page } = visit;
    const tags = await page.locator('article .kind').allTextContents();
    expect(tags).toEqual(
      expect.arrayContaining([catalogue.kind, t.one, ...countedKinds.map((kind) => sharing.kinds[kind].one)]),
    );
    const places = await page.locator('article').allTextContents();
    const away = places.findIndex((line) => line.includes('Tours'));
    expect(away).toBeGreaterThan(0);
    expect(places.slice(away).every((line) => !line.includes('Blois'))).toBe(true);
    expect(await page.getByRole('heading', { name: sharing.allFound(places.length) }).count()).toBe(1);

    await page.getByLabel(sharing.seek.what, { exact: true }).fill('laser');
    await page.getByRole('button', { name: sharing.seek.go, exact: true }).click();
    await expect.poll(() => people(page), soon).toEqual(['Ana Ferrandon', 'Maya Chevalier']);
    expect(await page.getByRole('link', { name: 'Découpeuse laser' }).count()).toBe(1);

    await page.goto('/formateurs?quoi=laser&ou=Marseille&km=25');
    await page
      .getByRole('link', { name: finding.instead.within(language === 'fr' ? '2\u202F000\u00A0km' : '2,000 km') })
      .click();
    await expect.poll(() => people(page), soon).toHaveLength(2);
  });

  test('the first page shows what is near, of every kind, trainers and jobs too', async () => {
    await using visit = await open('/', 'Blois');
    const { page } = visit;
    const near = page.getByRole('region', { name: sharing.stripNear('Blois') });
    expect(await people(page)).toEqual(['Ana Ferrandon', 'Maya Chevalier']);
    const tags = await near.locator('.kind').allTextContents();
    expect(tags).toEqual(expect.arrayContaining([t.one, ...countedKinds.map((kind) => sharing.kinds[kind].one)]));
    await near.getByRole('link', { name: 'Ana Ferrandon' }).click();
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent(), soon).toContain('Ana Ferrandon');
  });

  test('the page of a workshop shows its trainers and all that it shares, and nothing where it has none', async () => {
    await using visit = await open(`/ateliers/${slug}`);
    const { page } = visit;
    expect(await people(page)).toEqual(['Ana Ferrandon']);
    for (const title of [words.workshop.page.trainers, ...countedKinds.map((kind) => sharing.kinds[kind].many)])
      expect([title, await page.getByRole('heading', { name: title, exact: true }).count()]).toEqual([title, 1]);
    await page.goto(`/ateliers/${bare}`);
    expect(await people(page)).toEqual(['Maya Chevalier']);
    for (const kind of countedKinds)
      expect(await page.getByRole('heading', { name: sharing.kinds[kind].many, exact: true }).count()).toBe(0);
    await page.goto(`/ateliers/${slug}`);
    await page.getByRole('link', { name: 'Ana Ferrandon' }).click();
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent(), soon).toContain('Ana Ferrandon');
  });
});
