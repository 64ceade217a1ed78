import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { en } from '$lib/i18n/en.ts';
import { fr } from '$lib/i18n/fr.ts';
import type { PersonViewer } from '../../gateway/modules/identity/viewer.ts';
import { useApp } from '../support/app.ts';
import { visitor } from '../support/chromium.ts';
import { needSteps, sheets } from '../support/needs.ts';
import { type Product, startProduct } from '../support/product.ts';
import { sharingWorld } from '../support/sharing.ts';

const world = useApp({ now: new Date().toISOString() });
const { offer, claim, listing } = needSteps(world);
let product: Product;

beforeAll(async () => {
  const { MONGODB_URI, AUTH_SECRET } = world.config;
  product = await startProduct({ mongoUri: MONGODB_URI, seeded: false, env: { AUTH_SECRET, RATE_LIMITS: '0' } });
});
afterAll(() => product.stop());

const languages = { fr: { words: fr, locale: 'fr-FR' }, en: { words: en, locale: 'en-GB' } } as const;
type Way = [language: keyof typeof languages, javaScriptEnabled: boolean];

async function browserOf(viewer: PersonViewer, [language, live]: Way): Promise<BrowserContext & AsyncDisposable> {
  const { locale } = languages[language];
  const context = await visitor({ javaScriptEnabled: live, locale, baseURL: product.url });
  const { cookie } = await world.signedIn(viewer);
  const [name, value] = cookie!.split('=', 2) as [string, string];
  const { scope, id } = viewer.acting;
  const { url } = product;
  await context.addCookies([
    { name, value, url },
    { name: 'locale', value: language, url },
    { name: 'acting', value: encodeURIComponent(`${scope}:${id}`), url },
  ]);
  return context;
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const says = (page: Page, text: string) =>
  expect.poll(() => page.locator('main').textContent(), { timeout: 10_000 }).toContain(text);
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

const ways: Way[] = [
  ['fr', false],
  ['en', true],
];

test.each(ways)('a material looked for is compared with lots and answered (%s, JavaScript %s)', async (...way) => {
  const { material: words } = languages[way[0]].words;
  const { owner, tours } = await sharingWorld();
  const lot = await offer(owner, 'material', sheets({}, { name: `Bouleau ${way[0]}` }));
  await using seeking = await browserOf(tours, way);
  await using giving = await browserOf(owner, way);
  const [seeks, gives] = [await seeking.newPage(), await giving.newPage()];

  await seeks.goto('/besoins/nouveau');
  await seeks.locator('[name="materialId"]').selectOption('plywood_birch');
  await seeks.locator('[name="thicknessMin"]').fill('3');
  await seeks.locator('[name="thicknessMax"]').fill('3');
  await seeks.locator('[name="quantity"]').fill('1,5');
  await seeks.locator('[name="place"]').fill('Nulle-Part-sur-Rien');
  await seeks.locator('[name="radiusKm"]').selectOption('100');
  await press(seeks, words.form.submit);
  await seeks.locator('[name="place"][aria-invalid="true"]').waitFor();
  expect(await seeks.locator('[name="quantity"]').inputValue()).toBe('1,5');
  await seeks.locator('[name="place"]').fill('37000');
  await press(seeks, words.form.submit);
  await seeks.waitForURL(/\/besoins\/\w+\?fait=publie/);
  await says(seeks, `Bouleau ${way[0]}`);
  await says(seeks, words.verdicts.yes);
  const path = new URL(seeks.url()).pathname;

  await gives.goto(`/matieres/${lot.id}`);
  await gives.locator(`a[href="${path}"]`).click();
  await gives.waitForURL(`**${path}`);
  await gives.locator('[name="listingId"]').selectOption(lot.id);
  await gives.locator('[name="note"]').fill('Passez jeudi.');
  await press(gives, words.answer.send);
  await gives.waitForURL(/fait=repondu/);

  await seeks.goto(path);
  await says(seeks, 'Passez jeudi.');
  await press(seeks, words.moves.meet);
  await seeks.waitForURL(/fait=oui/);
  await says(seeks, words.statuses.met);
});

test.each(ways)(
  'a share is seen before it is promised, and what comes in is noted (%s, JavaScript %s)',
  async (...way) => {
    const { material: words } = languages[way[0]].words;
    const { owner, tours, orleans } = await sharingWorld();
    const { id } = await offer(owner, 'purchase', { decideAt: inDays(10) });
    await claim(orleans, id, 4);
    await using pledging = await browserOf(tours, way);
    const pledges = await pledging.newPage();
    await pledges.goto(`/achats-groupes/${id}`);
    await pledges.locator('[name="essai"]').fill('6');
    await press(pledges, words.share.compute);
    await pledges.waitForURL(/essai=6/);
    await says(pledges, words.share.enough);
    await says(pledges, '90');
    expect((await listing(tours, id)).agreed).toBe(4);

    await claim(tours, id, 6);
    await using organising = await browserOf(owner, way);
    const organises = await organising.newPage();
    await organises.goto(`/achats-groupes/${id}/livraisons`);
    await organises.locator('[name="quantity"]').fill('99');
    await press(organises, words.receipts.send);
    await organises.locator('[role="alert"]').waitFor();
    await organises.locator('[name="quantity"]').fill('10');
    await press(organises, words.receipts.send);
    await organises.waitForURL(/fait=oui/);
    await says(organises, words.receipts.done);
    await pledges.goto(`/achats-groupes/${id}`);
    await says(pledges, words.receipts.all);
  },
);
