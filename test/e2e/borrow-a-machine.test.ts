import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { en } from '$lib/i18n/en.ts';
import { formatFor } from '$lib/i18n/format.ts';
import { fr } from '$lib/i18n/fr.ts';
import { examine } from '../../gateway/doctor.ts';
import type { PersonViewer } from '../../gateway/modules/identity/viewer.ts';
import { useApp } from '../support/app.ts';
import { visitor } from '../support/chromium.ts';
import { lendingWorld } from '../support/loans.ts';
import { type Product, startProduct } from '../support/product.ts';

const world = useApp({ now: new Date().toISOString() });
let product: Product;

beforeAll(async () => {
  const { MONGODB_URI, AUTH_SECRET } = world.config;
  product = await startProduct({ mongoUri: MONGODB_URI, seeded: false, env: { AUTH_SECRET, RATE_LIMITS: '0' } });
});
afterAll(() => product.stop());

const languages = { fr: { words: fr, locale: 'fr-FR' }, en: { words: en, locale: 'en-GB' } } as const;
type Language = keyof typeof languages;

/** A browser of this person, acting for their workshop. */
async function browserOf(viewer: PersonViewer, language: Language, javaScriptEnabled: boolean) {
  const context = await visitor({ javaScriptEnabled, locale: languages[language].locale, baseURL: product.url });
  const { cookie } = await world.signedIn(viewer);
  const [name, value] = cookie!.split('=', 2) as [string, string];
  await context.addCookies([
    { name, value, url: product.url },
    { name: 'acting', value: encodeURIComponent(`${viewer.acting.scope}:${viewer.acting.id}`), url: product.url },
    { name: 'locale', value: language, url: product.url },
  ]);
  return context;
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const state = (page: Page, label: string) =>
  expect.poll(() => page.locator('.cartouche').textContent()).toContain(label);

/** Asked, accepted at the desk, handed over, prolonged, taken back, closed: two people, two browsers. */
async function story(language: Language, javaScriptEnabled: boolean) {
  const { words } = languages[language];
  const t = words.borrowing;
  const { lender, borrower, machine } = await lendingWorld({
    name: `Scanner ${language} ${javaScriptEnabled ? 'vif' : 'nu'}`,
  });
  await using borrowing = await browserOf(borrower, language, javaScriptEnabled);
  await using lending = await browserOf(lender, language, javaScriptEnabled);
  const [borrows, lends] = [await borrowing.newPage(), await lending.newPage()];

  const format = formatFor(language);
  const soon = new Date(Math.ceil((Date.now() + 60_000) / 1_800_000) * 1_800_000);
  const field = (hours: number) => format.fieldDateTime(new Date(soon.getTime() + hours * 3_600_000));
  const slot = new URLSearchParams({ du: field(0), au: field(3), usage: 'take_away' });
  await borrows.goto(`/equipements/${machine._id}?${slot}`);
  expect(await borrows.getByLabel(t.form.from, { exact: true }).inputValue()).toBe(field(0));
  await expect.poll(() => borrows.locator('#reserver').textContent()).toContain(t.form.free);
  await borrows.getByLabel(t.form.note).fill('Six gabarits');
  await borrows.getByLabel(t.form.terms).check();
  await button(borrows, t.form.submit).click();
  await borrows.waitForURL(/\/echanges\/\w+\?fait=demande/);
  await state(borrows, t.status.asked);

  await lends.goto('/bureau');
  await button(lends, t.move.accept).click();
  await lends.waitForURL(/\/bureau\?fait=oui/);
  const loan = new URL(borrows.url()).pathname;
  if (!javaScriptEnabled) await borrows.goto(loan);
  await state(borrows, t.status.accepted);

  await lends.goto(loan);
  for (const item of machine.checklist)
    await lends.getByRole('radiogroup', { name: item }).getByLabel(t.counter.present).check();
  await lends.getByLabel(t.counter.condition).fill('Propre, sans marque');
  await button(lends, t.move.hand_over).click();
  await lends.waitForURL(/fait=oui/);
  await state(lends, t.status.out);
  if (!javaScriptEnabled) await borrows.goto(loan);
  await state(borrows, t.status.out);

  await borrows.getByText(t.extension.ask_extension, { exact: true }).first().click();
  await borrows.getByLabel(t.counter.until).fill(field(5));
  await button(borrows, t.extension.ask_extension).click();
  await borrows.waitForURL(/fait=oui/);
  await lends.goto(loan);
  await button(lends, t.extension.agree_extension).click();
  await expect
    .poll(() => lends.locator('.cartouche').textContent())
    .toContain(format.dateTime(new Date(soon.getTime() + 5 * 3_600_000), soon));

  await lends.getByText(t.move.take_back, { exact: true }).first().click();
  for (const item of machine.checklist)
    await lends.getByRole('radiogroup', { name: item }).getByLabel(t.counter.present).check();
  await button(lends, t.move.take_back).click();
  await state(lends, t.status.returned);
  await button(lends, t.move.close).click();
  await state(lends, t.status.closed);
  await borrows.goto('/echanges');
  await expect.poll(() => borrows.locator('main').textContent()).toContain(t.status.closed);
  expect(await examine(new Date())).toEqual([]);
}

test('a machine is borrowed by both sides, in French', () => story('fr', true));
test('a machine is borrowed by both sides, in English', () => story('en', true));
test('the same without JavaScript, in French', () => story('fr', false));
test('the same without JavaScript, in English', () => story('en', false));
