import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { en } from '$lib/i18n/en.ts';
import { fr } from '$lib/i18n/fr.ts';
import { SavedSearchRecord } from '../../gateway/modules/finding/saved.entity.ts';
import { UnmetDemandRecord } from '../../gateway/modules/finding/demand.entity.ts';
import { storedWords } from '../../schema/words.ts';
import { useApp } from '../support/app.ts';
import { visitor } from '../support/chromium.ts';
import { type Product, startProduct } from '../support/product.ts';
import { laser, network, person, workshop } from '../support/world.ts';

const world = useApp({ now: new Date().toISOString() });
let product: Product;
let head: Awaited<ReturnType<typeof network>>['head'];
let code: string;

beforeAll(async () => {
  const { workshop: blois } = await workshop('Blois', { name: 'La Boîte à copeaux', archetype: 'fablab' });
  const { workshop: orleans } = await workshop('Orléans', { name: 'Le Laminoir', archetype: 'prototyping' });
  const made = await network([blois, orleans]);
  ({ head } = made);
  ({ code } = made.network);
  const add = (owner: typeof blois, name: string) =>
    laser(owner, { name, searchWords: storedWords(name), abilities: ['co2_cut|plywood|6|600 400 1000000000'] });
  for (let n = 1; n <= 21; n += 1) await add(blois, `Découpeuse laser ${n}`);
  await add(orleans, 'Fraiseuse du Laminoir');
  const { MONGODB_URI, AUTH_SECRET } = world.config;
  product = await startProduct({ mongoUri: MONGODB_URI, seeded: false, env: { AUTH_SECRET, RATE_LIMITS: '0' } });
});
afterAll(() => product.stop());

const languages = { fr: { words: fr, locale: 'fr-FR' }, en: { words: en, locale: 'en-GB' } } as const;
const found = (page: Page) => page.locator('ol.rows article h3').allTextContents();
const ways = [
  ['fr', true],
  ['fr', false],
  ['en', true],
] as const;

describe.each(ways)('in %s, with JavaScript: %s', (language, javaScriptEnabled) => {
  const { words, locale } = languages[language];
  const t = words.finding;
  const find = words.catalogue.find;

  test('a person misspells, filters, pages, finds nothing, sees what comes closest and asks to be told', async () => {
    const lou = await person('Lou');
    await using context = await visitor({ javaScriptEnabled, locale, baseURL: product.url });
    const { cookie } = await world.signedIn(lou);
    const [name, value] = cookie!.split('=', 2) as [string, string];
    await context.addCookies([
      { name, value, url: product.url },
      { name: 'locale', value: language, url: product.url },
    ]);
    const page = await context.newPage();

    await page.goto('/trouver');
    await page.getByLabel(find.what, { exact: true }).fill('découpeuze');
    await page.getByLabel(find.where, { exact: true }).fill('41000');
    await page.getByRole('button', { name: find.go, exact: true }).first().click();
    await expect.poll(() => page.getByText(t.meant(t.quoted('decoupeuse'))).count()).toBe(1);
    await expect.poll(async () => (await found(page)).length).toBe(20);

    await page.getByRole('link', { name: words.common.next }).click();
    await expect.poll(async () => (await found(page)).length).toBe(1);
    await page.getByRole('link', { name: words.common.previous }).click();
    await expect.poll(async () => (await found(page)).length).toBe(20);

    const fablab = page.getByRole('checkbox', { name: new RegExp(words.workshop.archetypes.fablab) });
    await fablab.check();
    if (!javaScriptEnabled) await page.getByRole('button', { name: find.apply }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('sorte')).toBe('fablab');
    // Folded away with those that nobody is, and still told.
    const training = { name: new RegExp(words.workshop.archetypes.training), includeHidden: true };
    expect(await page.getByRole('checkbox', training).isDisabled()).toBe(true);

    await page.goto('/trouver?quoi=fraiseuse&ou=Blois&km=20');
    const wider = page.getByRole('link', { name: t.instead.within('60\u00A0km') });
    await expect.poll(() => wider.count()).toBe(1);
    await page.getByRole('button', { name: t.save.tellGo }).click();
    await expect.poll(() => page.getByText(/Vous serez prévenu|You will be told/).count()).toBe(1);
    expect(await SavedSearchRecord.countDocuments({ personId: lou.id, alert: true })).toBe(1);
    await wider.click();
    await expect.poll(() => found(page)).toEqual(['Fraiseuse du Laminoir']);

    await page.goto('/trouver/recherches');
    expect(await page.getByText(t.saved.on).count()).toBe(1);
    await page.getByRole('button', { name: t.saved.stop }).click();
    await expect.poll(() => page.getByText(t.saved.off).count()).toBe(1);
    await page.locator('li h2 a').click();
    await expect.poll(() => new URL(page.url()).search).toBe('?quoi=fraiseuse&ou=Blois&km=20');
    await page.goto('/trouver/recherches');
    await page.getByRole('button', { name: t.saved.remove }).click();
    await expect.poll(() => page.getByText(t.saved.none).count()).toBe(1);
  });
});

test('the head of the network sees what was looked for in vain; a visitor does not', async () => {
  await using context = await visitor({ javaScriptEnabled: false, locale: 'fr-FR', baseURL: product.url });
  const page = await context.newPage();
  await page.goto('/trouver?quoi=fraiseuse&ou=Blois&km=20');
  expect(await UnmetDemandRecord.countDocuments({ words: ['fraiseuse'] })).toBeGreaterThan(0);
  await page.goto(`/reseau/${code}`);
  expect(await page.getByRole('heading', { name: fr.finding.unmet.title }).count()).toBe(0);
  const { cookie } = await world.signedIn(head);
  const [name, value] = cookie!.split('=', 2) as [string, string];
  await context.addCookies([{ name, value, url: product.url }]);
  await page.goto(`/reseau/${code}`);
  expect(await page.getByRole('rowheader', { name: 'fraiseuse' }).count()).toBe(1);
});
