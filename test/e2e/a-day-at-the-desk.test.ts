import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fr } from '$lib/i18n/fr.ts';
import { examine } from '../../gateway/doctor.ts';
import type { PersonViewer } from '../../gateway/modules/identity/viewer.ts';
import { WorkshopRecord } from '../../gateway/modules/workshop/workshop.entity.ts';
import { useApp } from '../support/app.ts';
import { visitor } from '../support/chromium.ts';
import { lendingWorld, loanSteps } from '../support/loans.ts';
import { type Product, startProduct } from '../support/product.ts';

const world = useApp({ now: new Date().toISOString() });
const { request, read } = loanSteps(world);
const words = fr.desk;
/** A thumb reaches what is at least this high. */
const THUMB = 44;
let product: Product;

beforeAll(async () => {
  const { MONGODB_URI, AUTH_SECRET } = world.config;
  product = await startProduct({ mongoUri: MONGODB_URI, seeded: false, env: { AUTH_SECRET, RATE_LIMITS: '0' } });
});
afterAll(() => product.stop());

/** A telephone of 360 pixels, in the hand of this person. */
async function telephoneOf(viewer: PersonViewer, javaScriptEnabled: boolean) {
  const viewport = { width: 360, height: 740 };
  const context = await visitor({ javaScriptEnabled, locale: 'fr-FR', baseURL: product.url, viewport });
  const [name, value] = (await world.signedIn(viewer)).cookie!.split('=', 2) as [string, string];
  await context.addCookies([
    { name, value, url: product.url },
    { name: 'acting', value: encodeURIComponent(`${viewer.acting.scope}:${viewer.acting.id}`), url: product.url },
    { name: 'locale', value: 'fr', url: product.url },
  ]);
  return context;
}

/** Nothing to scroll sideways, and every gesture high enough. */
async function fitsAThumb(page: Page) {
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  for (const gesture of await page.locator('main li button:visible, main li summary:visible').all())
    expect((await gesture.boundingBox())?.height ?? 0, await gesture.innerText()).toBeGreaterThanOrEqual(THUMB);
}

const bellOf = async (page: Page) =>
  Number(
    (await page
      .locator('header a[href="/notifications"] b')
      .textContent({ timeout: 100 })
      .catch(() => '0')) ?? 0,
  );

/** Where it is nearest to noon now: a loan of three hours is then of one day, whenever this is run. */
function zoneAtNoon(): string {
  const hourIn = (timeZone: string) =>
    Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format());
  const fromNoon = (zone: string) => Math.abs(hourIn(zone) - 12);
  const zones = ['Europe/Paris', 'America/Cayenne', 'Pacific/Tahiti', 'Pacific/Noumea'];
  return zones.sort((a, b) => fromNoon(a) - fromNoon(b))[0]!;
}

async function day(javaScriptEnabled: boolean) {
  const { lender, borrower, machine } = await lendingWorld();
  await WorkshopRecord.updateOne({ _id: machine.workshopId }, { timeZone: zoneAtNoon() });
  world.clock.set(new Date());
  const soon = new Date(Math.ceil((Date.now() + 60_000) / 1_800_000) * 1_800_000);
  const until = new Date(soon.getTime() + 3 * 3_600_000).toISOString();
  const { id } = await request(borrower, machine._id, { from: soon.toISOString(), until });
  await using counter = await telephoneOf(lender, javaScriptEnabled);
  await using pocket = await telephoneOf(borrower, javaScriptEnabled);
  const [desk, elsewhere] = [await counter.newPage(), await pocket.newPage()];
  await elsewhere.goto('/aide');
  await desk.goto('/bureau');
  const statusIs = async (status: string) => {
    world.clock.set(new Date());
    await expect.poll(async () => (await read(lender, id)).status, { timeout: 15_000 }).toBe(status);
  };
  const tap = async (name: string) => {
    await fitsAThumb(desk);
    await desk.getByRole('button', { name, exact: true }).first().click();
    await desk.waitForURL(/fait=/);
  };
  const undo = async () => {
    await desk
      .locator('section', { has: desk.locator('#annulable') })
      .getByRole('button')
      .click();
    await desk.waitForURL(/fait=annule/);
  };
  /** The page as it is once what was asked is done: a form of the page before is gone. */
  const again = () => desk.goto('/bureau');

  await tap(words.accept);
  await statusIs('accepted');
  if (javaScriptEnabled) await expect.poll(() => bellOf(elsewhere), { timeout: 15_000 }).toBe(1);
  await undo();
  await statusIs('asked');
  await again();
  await tap(words.accept);
  await statusIs('accepted');

  for (const corrected of [true, false]) {
    await again();
    await desk.locator('summary', { hasText: words.handOver }).click();
    expect(await desk.getByLabel(words.who).inputValue()).not.toBe('');
    await tap(words.confirmOut);
    await statusIs('out');
    if (corrected) await undo();
    if (corrected) await statusIs('accepted');
  }
  await again();
  await desk.locator('summary', { hasText: words.takeBack }).click();
  await tap(words.confirmIn);
  await statusIs('returned');
  if (javaScriptEnabled) await expect.poll(() => bellOf(elsewhere), { timeout: 15_000 }).toBeGreaterThanOrEqual(6);

  await elsewhere.goto('/notifications');
  await fitsAThumb(elsewhere);
  await elsewhere.getByRole('button', { name: fr.notices.markAll }).click();
  await expect.poll(() => elsewhere.locator('[data-unread]').getAttribute('data-unread')).toBe('0');
  expect(await bellOf(elsewhere)).toBe(0);
  expect(await examine(new Date())).toEqual([]);
}

test(
  'with one thumb: accept, undo, hand over, undo, take back, while the bell of the borrower counts',
  () => day(true),
  120_000,
);

test('the same by plain forms, without scripts', () => day(false), 120_000);
