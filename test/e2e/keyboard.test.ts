import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatFor } from '$lib/i18n/format.ts';
import { fr } from '$lib/i18n/fr.ts';
import { LoanRecord } from '../../gateway/modules/borrowing/loan.entity.ts';
import { CapabilityRecord } from '../../gateway/modules/catalogue/capability.entity.ts';
import type { PersonViewer } from '../../gateway/modules/identity/viewer.ts';
import { storedWords } from '../../schema/words.ts';
import { demonstrationPassword } from '../../seed/world.ts';
import { choose, pressButton, skipHeader, stopsOf, tabTo, typeDate, typeInto } from '../accessibility/keyboard.ts';
import { useApp } from '../support/app.ts';
import { visitor } from '../support/chromium.ts';
import { lab } from '../support/exchange.ts';
import { lendingWorld, loanSteps } from '../support/loans.ts';
import { type Product, startProduct } from '../support/product.ts';

const world = useApp({ now: new Date().toISOString() });
const { request, read } = loanSteps(world);
let product: Product;
beforeAll(async () => {
  const { MONGODB_URI, AUTH_SECRET } = world.config;
  product = await startProduct({ mongoUri: MONGODB_URI, env: { AUTH_SECRET, RATE_LIMITS: '0' } });
});
afterAll(() => product.stop());

const format = formatFor('fr');
const day = format.isoDay(new Date(Date.now() + 2 * 86_400_000));
const button = (page: Page, name: string) => page.locator('main').getByRole('button', { name, exact: true });
const slow = { timeout: 15_000 };

async function browserOf(viewer?: PersonViewer) {
  const context = await visitor({ baseURL: product.url, reducedMotion: 'reduce' });
  await context.addCookies([{ name: 'locale', value: 'fr', url: product.url }]);
  if (!viewer) return context;
  const [name, value] = (await world.signedIn(viewer)).cookie!.split('=', 2) as [string, string];
  const acting = encodeURIComponent(`${viewer.acting.scope}:${viewer.acting.id}`);
  await context.addCookies([
    { name, value, url: product.url },
    { name: 'acting', value: acting, url: product.url },
  ]);
  return context;
}

/** Until the scripts have taken the page over: the box that announces pages is the last thing that they put there. */
const awake = (page: Page) => page.locator('#svelte-announcer').waitFor({ state: 'attached' });

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await awake(page);
  await skipHeader(page);
}

/** The first try is refused: the focus goes to what is said about it, and the address typed is still there. */
async function signIn(page: Page, email: string): Promise<void> {
  await open(page, '/connexion');
  await typeInto(page, page.locator('main input[name="email"]'), email);
  await typeInto(page, page.locator('main input[name="password"]'), 'autre chose');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role')), slow).toBe('alert');
  expect(await page.locator('main input[name="email"]').inputValue()).toBe(email);
  await typeInto(page, page.locator('main input[name="password"]'), demonstrationPassword);
  await pressButton(page, button(page, fr.identity.signIn.submit));
  await page.waitForURL((url) => !url.pathname.startsWith('/connexion'));
}

/** By its name and the days one needs it, from the search page to the page of the machine. */
async function findByDates(page: Page, name: string): Promise<void> {
  const words = fr.catalogue.find;
  await open(page, '/trouver');
  const form = page.locator('main form[action="/trouver"]').first();
  await typeInto(page, form.getByLabel(words.what, { exact: true }), name);
  await typeDate(page, form.getByLabel(words.from, { exact: true }), `${day}T10:00`);
  await typeDate(page, form.getByLabel(words.until, { exact: true }), `${day}T11:00`);
  await pressButton(page, form.getByRole('button', { name: words.go }));
  await page.waitForURL(/\/trouver\?/);
  await pressButton(page, page.locator('main').getByRole('link', { name }).first());
  await page.waitForURL(/\/equipements\//);
}

/** Arrows on the grid: one stop for the whole of it, Escape gives up what Enter began. */
async function bookOnGrid(page: Page): Promise<void> {
  const { form } = fr.borrowing;
  await open(page, `${new URL(page.url()).pathname}?semaine=${day}&jour=${day}`);
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-at') ?? '');
  await tabTo(page, page.locator('[role=gridcell][tabindex="0"]'));
  await page.keyboard.press('Home');
  while ((await focused()).slice(0, 10) < day) await page.keyboard.press('ArrowRight');
  while ((await focused()).slice(11) < '10:00') await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  expect(await page.locator('.tally').count()).toBe(0);
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByLabel(form.until, { exact: true }).inputValue(), slow).toBe(`${day}T11:00`);
  expect(await focused()).toContain(day);
  await pressButton(page, page.getByLabel(form.terms), 'Space');
  await pressButton(page, button(page, form.submit));
  await page.waitForURL(/\/echanges\/\w+\?fait=demande/);
}

test('a machine is found by its dates, booked on the grid, lent at the desk and taken back, by keyboard alone', async () => {
  const words = fr.desk;
  const { lender, borrower, machine } = await lendingWorld({
    name: 'Kerguelen',
    searchWords: storedWords('Kerguelen'),
    terms: {
      pricing: 'hourly',
      rateCents: 1_200,
      depositCents: 0,
      audience: 'everyone',
      automatic: false,
      noticeHours: 0,
      longestHours: 720,
      holdHours: 48,
      conditions: '',
    },
  });
  await using borrowing = await browserOf();
  await using lending = await browserOf(lender);
  const [borrows, lends] = [await borrowing.newPage(), await lending.newPage()];
  await signIn(borrows, 'ana.ferrandon@demo.example');
  await findByDates(borrows, machine.name);
  await bookOnGrid(borrows);

  await open(lends, '/bureau');
  await pressButton(lends, button(lends, words.accept));
  await lends.waitForURL(/fait=/);
  const asked = await LoanRecord.findOne({ resourceId: machine._id }).lean();
  await expect.poll(async () => (await read(lender, asked!._id)).status, slow).toBe('accepted');
  expect(await lends.evaluate(() => document.activeElement !== null)).toBe(true);

  world.clock.set(new Date());
  const soon = new Date(Math.ceil((Date.now() + 60_000) / 1_800_000) * 1_800_000);
  const until = new Date(soon.getTime() + 3 * 3_600_000).toISOString();
  const { id } = await request(borrower, machine._id, { from: soon.toISOString(), until });
  const becomes = async (status: string) => {
    world.clock.set(new Date());
    await expect.poll(async () => (await read(lender, id)).status, slow).toBe(status);
  };
  await open(lends, '/bureau');
  await pressButton(lends, button(lends, words.accept));
  await becomes('accepted');
  await open(lends, '/bureau');
  await pressButton(lends, lends.locator('main summary', { hasText: words.handOver }), 'Space');
  await pressButton(lends, button(lends, words.confirmOut));
  await becomes('out');

  const { move, counter } = fr.borrowing;
  await open(lends, `/echanges/${id}`);
  await pressButton(lends, lends.locator('main summary', { hasText: move.take_back }), 'Space');
  for (const item of machine.checklist)
    await pressButton(lends, lends.getByRole('radiogroup', { name: item }).getByLabel(counter.present), 'Space');
  await pressButton(lends, button(lends, move.take_back));
  await becomes('returned');
}, 180_000);

test('a firm posts a request and a lab answers, by keyboard alone', async () => {
  const { form, offer, page: words } = fr.production;
  await CapabilityRecord.deleteMany({});
  const answering = await lab('Blois');
  await using asking = await browserOf();
  await using making = await browserOf(answering.manager);
  const [asks, makes] = [await asking.newPage(), await making.newPage()];
  await signIn(asks, 'ana.ferrandon@demo.example');
  await open(asks, '/demandes/nouvelle');
  const title = 'Plaques au clavier';
  await typeInto(asks, asks.getByLabel(form.name), title);
  await choose(asks, asks.getByLabel(form.process), 'laser_cut');
  await choose(asks, asks.getByLabel(form.material), 'plywood');
  await typeInto(asks, asks.getByLabel(form.thickness), '5');
  await typeInto(asks, asks.getByLabel(form.quantity), '20');
  await typeInto(asks, asks.getByLabel(form.length), '200');
  await typeInto(asks, asks.getByLabel(form.width), '100');
  await typeDate(asks, asks.getByLabel(form.by), format.dayAfter(new Date(), 30));
  await typeInto(asks, asks.getByRole('combobox', { name: form.place }), 'Blois');
  await asks.locator('[role=listbox] [role=option]').first().waitFor();
  await asks.keyboard.press('ArrowDown');
  await asks.keyboard.press('Enter');
  expect(await asks.getByRole('combobox', { name: form.place }).inputValue()).toContain('Blois');
  await pressButton(asks, button(asks, form.post));
  const refusal = () => asks.locator('main [data-fault]').allTextContents();
  await expect
    .poll(async () => [new URL(asks.url()).pathname, await refusal()], slow)
    .not.toContain('/demandes/nouvelle');
  await expect.poll(() => asks.locator('main').textContent(), slow).toContain(words.capable(1));

  await open(makes, '/offres');
  await pressButton(makes, makes.locator('main').getByRole('link', { name: title }));
  await makes.waitForURL(/\/offres\/\w+/);
  await pressButton(makes, button(makes, offer.accept));
  await expect.poll(() => makes.locator('main').textContent(), slow).toContain(offer.booked);
  await expect.poll(() => asks.locator('main').textContent(), slow).toContain(words.turn.awarded(answering.site.name));
}, 180_000);

test('the keyboard walks through every stop of a page and out of it, header first, and is held by none', async () => {
  await using context = await browserOf();
  const page = await context.newPage();
  for (const path of ['/', '/trouver', '/ateliers', '/demandes/nouvelle', '/connexion', '/aide']) {
    await page.goto(path);
    await awake(page);
    const stops = await stopsOf(page);
    const parts = stops.map((stop) => stop.split(' ')[1]).filter(Boolean);
    expect(parts.lastIndexOf('header'), path).toBeLessThan(parts.indexOf('main'));
    const order = stops.map(Number.parseFloat);
    expect(order, path).toEqual([...order].sort((one, other) => one - other));
  }
}, 120_000);

test('the menus of the header open, close by Escape and give the focus back; a page opened by a link is told', async () => {
  await using context = await browserOf((await lendingWorld()).lender);
  const page = await context.newPage();
  await page.goto('/aide');
  await awake(page);
  const menu = page.locator('header details.patch summary');
  await pressButton(page, menu);
  await expect.poll(() => page.locator('header details.patch').getAttribute('open')).not.toBeNull();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => Boolean(document.activeElement?.closest('.pop')))).toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('header details.patch').getAttribute('open')).toBeNull();
  expect(await menu.evaluate((one) => one === document.activeElement)).toBe(true);
  await tabTo(page, page.locator('header nav a[href="/trouver"]'), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/trouver');
  await expect.poll(() => page.locator('#svelte-announcer').textContent()).toBe(await page.title());
}, 60_000);
