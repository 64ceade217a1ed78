import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { en } from '$lib/i18n/en.ts';
import { formatFor } from '$lib/i18n/format.ts';
import { fr } from '$lib/i18n/fr.ts';
import { CapabilityRecord } from '../../gateway/modules/catalogue/capability.entity.ts';
import type { PersonViewer } from '../../gateway/modules/identity/viewer.ts';
import { productionFaults } from '../../gateway/modules/production/production.invariants.ts';
import { useApp } from '../support/app.ts';
import { visitor } from '../support/chromium.ts';
import { lab } from '../support/exchange.ts';
import { type Product, startProduct } from '../support/product.ts';
import { firm } from '../support/world.ts';

const world = useApp({ now: new Date().toISOString() });
let product: Product;

beforeAll(async () => {
  const { MONGODB_URI, AUTH_SECRET } = world.config;
  product = await startProduct({ mongoUri: MONGODB_URI, seeded: false, env: { AUTH_SECRET, RATE_LIMITS: '0' } });
});
afterAll(() => product.stop());

const languages = { fr: { words: fr, locale: 'fr-FR' }, en: { words: en, locale: 'en-GB' } } as const;
type Language = keyof typeof languages;

/** A browser of this person, acting for their organisation; nobody's without one. */
async function browserOf(viewer: PersonViewer | undefined, language: Language, javaScriptEnabled: boolean) {
  const context = await visitor({ javaScriptEnabled, locale: languages[language].locale, baseURL: product.url });
  const cookies: { name: string; value: string }[] = [{ name: 'locale', value: language }];
  if (viewer) {
    const { cookie } = await world.signedIn(viewer);
    const [name, value] = cookie!.split('=', 2) as [string, string];
    cookies.push(
      { name, value },
      { name: 'acting', value: encodeURIComponent(`${viewer.acting.scope}:${viewer.acting.id}`) },
    );
  }
  await context.addCookies(cookies.map((each) => ({ ...each, url: product.url })));
  return context;
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const says = (page: Page, text: string) => expect.poll(() => page.locator('main').textContent()).toContain(text);

async function describe(page: Page, language: Language, title: string) {
  const { form } = languages[language].words.production;
  await page.waitForLoadState('load');
  await page.getByLabel(form.name).fill(title);
  await page.getByLabel(form.process).selectOption('laser_cut');
  await page.getByLabel(form.material).selectOption('plywood');
  await page.getByLabel(form.thickness).fill('5');
  await page.getByLabel(form.quantity).fill('20');
  await page.getByLabel(form.length).fill('200');
  await page.getByLabel(form.width).fill('100');
  await page.getByLabel(form.by).fill(formatFor(language).dayAfter(new Date(), 30));
  await page.getByRole('combobox', { name: form.place }).fill('Blois');
  await page.getByLabel(form.note).fill('Sans fumée');
}

/** Posted, refused once, accepted by the second lab, made, delivered, received: three people, three browsers. */
async function story(language: Language, javaScriptEnabled: boolean) {
  const { words } = languages[language];
  const t = words.production;
  await CapabilityRecord.deleteMany({});
  const [near, next] = [await lab('Blois'), await lab('Tours')];
  const { member, firm: asker } = await firm('Blois', `Cycles ${language}`);
  await using asking = await browserOf(member, language, javaScriptEnabled);
  await using first = await browserOf(near.manager, language, javaScriptEnabled);
  await using second = await browserOf(next.manager, language, javaScriptEnabled);
  const [asks, refuses, accepts] = [await asking.newPage(), await first.newPage(), await second.newPage()];
  const title = `Vingt plaques ${language}`;
  /** With scripts the page follows by itself; without, it is opened again. */
  const sees = async (page: Page, text: string) => {
    if (!javaScriptEnabled) await page.reload();
    await says(page, text);
  };

  await asks.goto('/demandes/nouvelle');
  await describe(asks, language, title);
  await button(asks, t.form.post).click();
  await asks.waitForURL(/\/demandes\/\w{24}$/);
  await says(asks, t.page.capable(2));
  await says(asks, near.site.name);
  await says(asks, t.offerState.proposed);

  await refuses.goto('/offres');
  await refuses.getByRole('link', { name: title }).click();
  await says(refuses, 'Sans fumée');
  expect(await refuses.locator('main').textContent()).not.toContain(asker.name);
  await refuses.getByText(t.offer.pass, { exact: true }).first().click();
  await refuses.getByLabel(t.offer.why).selectOption('no_capacity');
  await refuses.getByLabel(t.offer.note).fill('Pas avant janvier');
  await button(refuses, t.offer.passTitle).click();
  await says(refuses, t.offer.over.declined);
  expect(await refuses.locator('main').textContent()).not.toContain('Sans fumée');
  await sees(asks, t.offerState.declined);
  await says(asks, 'Pas avant janvier');

  await accepts.goto('/offres');
  await accepts.getByRole('link', { name: title }).click();
  await says(accepts, t.offer.wouldBook);
  await button(accepts, t.offer.accept).click();
  await says(accepts, t.offer.booked);
  await says(accepts, asker.name);
  await sees(asks, t.page.turn.awarded(next.site.name));

  await button(accepts, t.offer.start).click();
  await button(accepts, t.offer.deliver).click();
  await says(accepts, t.offer.delivered);
  await sees(asks, t.page.turn.delivered);
  await button(asks, t.page.turn.received_).click();
  await says(asks, t.page.turn.doneText(next.site.name));
  await sees(accepts, t.offer.done);
  expect(await productionFaults()).toEqual([]);
}

test('in French: a run is refused once and made by the second lab, every step seen live', { timeout: 90_000 }, () =>
  story('fr', true),
);
test('in English and without JavaScript, the same', { timeout: 90_000 }, () => story('en', false));

test('a visitor describes a part, is asked to sign in when posting, and loses nothing', async () => {
  const t = fr.production;
  await using context = await browserOf(undefined, 'fr', false);
  const page = await context.newPage();
  await page.goto('/demandes/nouvelle');
  await describe(page, 'fr', 'Plaque d’essai');
  await button(page, t.form.addPart).click();
  expect(await page.getByLabel(t.form.process).count()).toBe(2);
  await page.getByLabel(t.form.process).nth(1).selectOption('fff');
  await button(page, t.form.post).click();
  await says(page, t.form.signInTitle);
  const href = await page.locator('main').getByRole('link', { name: t.form.signIn, exact: true }).getAttribute('href');
  const back = new URL(href!, product.url).searchParams.get('suite')!;
  await page.goto(back);
  expect(await page.getByLabel(t.form.name).inputValue()).toBe('Plaque d’essai');
  expect(await page.getByLabel(t.form.process).nth(1).inputValue()).toBe('fff');
  expect(await page.getByLabel(t.form.note).inputValue()).toBe('Sans fumée');
  await button(page, t.form.removePart(2)).click();
  expect(await page.getByLabel(t.form.process).count()).toBe(1);
});

test('what is typed survives a reload', async () => {
  const t = fr.production;
  await using context = await browserOf(undefined, 'fr', true);
  const page = await context.newPage();
  await page.goto('/demandes/nouvelle');
  await says(page, t.form.keptHere);
  await describe(page, 'fr', 'Plaque gardée');
  await button(page, t.form.addPart).click();
  await expect.poll(() => page.getByLabel(t.form.process).count()).toBe(2);
  await page.getByLabel(t.form.process).nth(1).selectOption('fff');
  await page.waitForTimeout(500);
  await page.reload();
  await expect.poll(() => page.getByLabel(t.form.process).nth(1).inputValue()).toBe('fff');
  expect(await page.getByLabel(t.form.name).inputValue()).toBe('Plaque gardée');
  expect(await page.getByRole('combobox', { name: t.form.place }).inputValue()).toBe('Blois');
});
