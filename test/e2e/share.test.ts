import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { en } from '$lib/i18n/en.ts';
import { formatFor } from '$lib/i18n/format.ts';
import { fr } from '$lib/i18n/fr.ts';
import { examine } from '../../gateway/doctor.ts';
import type { PersonViewer } from '../../gateway/modules/identity/viewer.ts';
import { type CountedKind, kinds } from '../../schema/kinds.ts';
import { useApp } from '../support/app.ts';
import { visitor } from '../support/chromium.ts';
import { type Product, startProduct } from '../support/product.ts';
import { sharingWorld } from '../support/sharing.ts';
import { person } from '../support/world.ts';

const world = useApp({ now: new Date().toISOString() });
let product: Product;

beforeAll(async () => {
  const { MONGODB_URI, AUTH_SECRET } = world.config;
  product = await startProduct({ mongoUri: MONGODB_URI, seeded: false, env: { AUTH_SECRET, RATE_LIMITS: '0' } });
});
afterAll(() => product.stop());

const languages = { fr: { words: fr, locale: 'fr-FR' }, en: { words: en, locale: 'en-GB' } } as const;
type Language = keyof typeof languages;
type Way = [language: Language, javaScriptEnabled: boolean];

/** A browser of this person, acting for their workshop or as themselves. */
async function browserOf(
  viewer: PersonViewer,
  [language, javaScriptEnabled]: Way,
): Promise<BrowserContext & AsyncDisposable> {
  const context = await visitor({ javaScriptEnabled, locale: languages[language].locale, baseURL: product.url });
  const { cookie } = await world.signedIn(viewer);
  const [name, value] = cookie!.split('=', 2) as [string, string];
  const { scope, id } = viewer.acting;
  await context.addCookies([
    { name, value, url: product.url },
    { name: 'locale', value: language, url: product.url },
    ...(scope === 'person' ? [] : [{ name: 'acting', value: encodeURIComponent(`${scope}:${id}`), url: product.url }]),
  ]);
  return context;
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const shown = (page: Page, text: string) =>
  expect.poll(() => page.locator('.cartouche').textContent(), { timeout: 10_000 }).toContain(text);
const folder = (kind: CountedKind) => `/${kinds[kind].path}`;
const inDays = (days: number, hour: string) =>
  `${formatFor('fr')
    .fieldDateTime(new Date(Date.now() + days * 86_400_000))
    .slice(0, 10)}T${hour}`;

/** Offers something through its form, and gives the address of its page. */
async function offer(page: Page, kind: CountedKind, language: Language, filled: Record<string, string>) {
  await page.goto(`${folder(kind)}/nouveau`);
  for (const [name, value] of Object.entries(filled)) {
    const field = page.locator(`main [name="${name}"]`);
    if ((await field.evaluate((one) => one.tagName)) === 'SELECT') await field.selectOption(value);
    else await field.fill(value);
  }
  await button(page, languages[language].words.offering.form.create).click();
  await page.waitForURL(/fait=publie/);
  return new URL(page.url()).pathname;
}

/** Asks for so much of what is on this page, and gives the address of the part. */
async function ask(page: Page, path: string, kind: CountedKind, quantity: string, [language]: Way, wait = false) {
  const { sharing } = languages[language].words;
  await page.goto(path);
  await page.locator('#quantite').fill(quantity);
  await button(page, wait ? sharing.kinds[kind].wait : sharing.kinds[kind].ask).click();
  await page.waitForURL(/\/parts\/\w+\?fait=demande/);
  return new URL(page.url()).pathname;
}

/** Offcuts offered by one workshop, found by another, asked for, accepted, received. */
async function offcuts(way: Way) {
  const [language, live] = way;
  const { sharing, offering } = languages[language].words;
  const { owner, tours } = await sharingWorld();
  await using giving = await browserOf(owner, way);
  await using taking = await browserOf(tours, way);
  const [gives, takes] = [await giving.newPage(), await taking.newPage()];
  const name = `Chutes de hêtre ${language} ${live ? 'vif' : 'nu'}`;
  const path = await offer(gives, 'material', language, {
    name,
    'fact.material': 'beech',
    'fact.form': 'offcut',
    'fact.origin': 'offcut',
    measure: 'kg',
    quantity: '12,5',
    minimum: '0,5',
    step: '0,5',
    'price.0.cents': '2,40',
  });

  await takes.goto(`${folder('material')}?quoi=hetre&ou=Blois&km=60`);
  await takes.getByRole('link', { name }).click();
  await takes.waitForURL(`**${path}`);
  await takes.locator('#quantite').fill('0,7');
  await takes.getByLabel(offering.claim.note).fill('Pour des manches');
  await button(takes, sharing.kinds.material.ask).click();
  await expect.poll(() => takes.locator('#demande').textContent()).toMatch(/0[,.]5/);
  expect(await takes.getByLabel(offering.claim.note).inputValue()).toBe('Pour des manches');
  expect(await takes.locator('#quantite').inputValue()).toBe('0,7');
  const part = await ask(takes, path, 'material', '4,5', way);
  await shown(takes, sharing.claimStatuses.material.asked);

  await gives.goto('/parts');
  await gives.getByRole('link', { name }).click();
  await gives.waitForURL(`**${part}`);
  await button(gives, offering.claimMoves.material.accept).click();
  await gives.waitForURL(/fait=oui/);
  if (!live) await takes.goto(part);
  await shown(takes, sharing.claimStatuses.material.agreed);
  await button(takes, offering.claimMoves.material.receive).click();
  await shown(takes, sharing.claimStatuses.material.received);
  expect(await takes.locator('.cartouche').textContent()).toMatch(/10[,.]80/);

  await gives.goto(`${path}/modifier`);
  expect(await gives.locator('[name="quantity"]').inputValue()).toBe('12,5');
  await gives.locator('[name="quantity"]').fill('20');
  await button(gives, offering.form.save).click();
  await gives.waitForURL(/fait=modifie/);
  await shown(gives, language === 'fr' ? '15,5' : '15.5');
}

/** A session of two seats: one is booked by a person who looks for work, the next waits and comes in when one is freed. */
async function seats(way: Way) {
  const [language, live] = way;
  const { sharing, offering } = languages[language].words;
  const { owner, tours } = await sharingWorld();
  const seeker = await person('Jeanne M.');
  await using hosting = await browserOf(owner, way);
  await using seeking = await browserOf(seeker, way);
  await using learning = await browserOf(tours, way);
  const [hosts, seeks, learns] = [await hosting.newPage(), await seeking.newPage(), await learning.newPage()];
  const path = await offer(hosts, 'training', language, {
    name: `Laser, niveau 1, ${language} ${live ? 'vif' : 'nu'}`,
    'fact.programme': 'Réglages, sécurité, première découpe.',
    quantity: '2',
    from: inDays(10, '09:00'),
    until: inDays(10, '12:00'),
    'price.0.cents': '60',
    'price.1.for': 'job_seeker',
    'price.1.cents': '0',
  });

  await seeks.goto(path);
  await seeks.getByLabel(offering.claim.as).check();
  const first = await ask(learns, path, 'training', '1', way);
  await seeks.locator('#quantite').fill('1');
  await button(seeks, sharing.kinds.training.ask).click();
  await seeks.waitForURL(/\/parts\/\w+/);
  await shown(seeks, offering.part.priceFree);
  for (const who of [first, new URL(seeks.url()).pathname]) {
    await hosts.goto(who);
    await button(hosts, offering.claimMoves.training.accept).click();
    await hosts.waitForURL(/fait=oui/);
  }

  const last = await ask(learns, path, 'training', '1', way, true);
  await shown(learns, sharing.claimStatuses.training.waiting);
  await seeks.goto(new URL(seeks.url()).pathname);
  await seeks.getByText(offering.claimMoves.training.cancel, { exact: true }).first().click();
  await button(seeks, offering.claimMoves.training.cancel).click();
  await shown(seeks, sharing.claimStatuses.training.cancelled);
  if (!live) await learns.goto(last);
  await shown(learns, sharing.claimStatuses.training.agreed);

  await hosts.goto(path);
  await hosts.getByText(sharing.kinds.training.moves.cancel, { exact: true }).first().click();
  const reason = hosts.locator('details[open]').getByLabel(languages[language].words.common.say.reason);
  await reason.fill('La formatrice est malade.');
  await button(hosts, sharing.kinds.training.moves.cancel).click();
  await shown(hosts, sharing.kinds.training.statuses.cancelled);
  await learns.goto(last);
  await shown(learns, sharing.claimStatuses.training.called_off);
  expect(await learns.locator('main').textContent()).toContain('La formatrice est malade.');
}

/** Spools bought together: the pledge that reaches the threshold orders for both, to the cent. */
async function pledges(way: Way) {
  const [language, live] = way;
  const { sharing } = languages[language].words;
  const { owner, tours, orleans } = await sharingWorld();
  await using buying = await browserOf(owner, way);
  await using joining = await browserOf(tours, way);
  await using closing = await browserOf(orleans, way);
  const [buys, joins, closes] = [await buying.newPage(), await joining.newPage(), await closing.newPage()];
  const path = await offer(buys, 'purchase', language, {
    name: `PLA gris ${language} ${live ? 'vif' : 'nu'}`,
    'fact.supplier': 'Filaments de Loire',
    'fact.split': 'quantity',
    'fact.transport': '10',
    measure: 'spool',
    threshold: '10',
    decideAt: inDays(12, '18:00'),
    'price.0.cents': '20',
    'price.1.from': '10',
    'price.1.cents': '15',
  });

  const early = await ask(joins, path, 'purchase', '4', way);
  await shown(joins, sharing.claimStatuses.purchase.agreed);
  await closes.goto(path);
  const left = sharing.missing(`6\u00A0${sharing.units.spool(6)}`);
  expect(await closes.locator('main').textContent()).toContain(left);
  await ask(closes, path, 'purchase', '6', way);
  await shown(closes, sharing.claimStatuses.purchase.ordered);
  await joins.goto(early);
  await shown(joins, formatFor(language).money(6_400));
  await buys.goto(path);
  await shown(buys, sharing.kinds.purchase.statuses.confirmed);
}

/** Each kind in both languages, awake and without scripts. */
const ways: Way[] = [
  ['fr', true],
  ['en', false],
];
const stories = { offcuts, seats, pledges };
const told = ways.flatMap((way) =>
  Object.keys(stories).map((story) => [story as keyof typeof stories, ...way] as const),
);

test.each(told)('%s are shared, in %s, with JavaScript: %s', async (story, language, javaScriptEnabled) => {
  await stories[story]([language, javaScriptEnabled]);
  expect(await examine(new Date())).toEqual([]);
});
