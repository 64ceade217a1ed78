import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatFor } from '$lib/i18n/format.ts';
import { fr } from '$lib/i18n/fr.ts';
import { LoanRecord } from '../../gateway/modules/borrowing/loan.entity.ts';
import type { PersonViewer } from '../../gateway/modules/identity/viewer.ts';
import { useApp } from '../support/app.ts';
import { visitor } from '../support/chromium.ts';
import { type Product, startProduct } from '../support/product.ts';
import { laser, person, workshop } from '../support/world.ts';

const world = useApp({ now: new Date().toISOString() });
let product: Product;
beforeAll(async () => {
  const { MONGODB_URI, AUTH_SECRET } = world.config;
  product = await startProduct({ mongoUri: MONGODB_URI, seeded: false, env: { AUTH_SECRET, RATE_LIMITS: '0' } });
});
afterAll(() => product.stop());

const format = formatFor('fr');
/** The day after tomorrow in Paris: wholly ahead, and in a week that the page can be sent to. */
const day = format.isoDay(new Date(Date.now() + 2 * 86_400_000));
const cell = (page: Page, time: string) => page.locator(`[role=gridcell][data-at="${day}T${time}"]`);
const form = fr.borrowing.form;

async function browserOf(viewer: PersonViewer, more: Parameters<typeof visitor>[0] = {}) {
  const context = await visitor({ baseURL: product.url, ...more });
  const { cookie } = await world.signedIn(viewer);
  const [name, value] = cookie!.split('=', 2) as [string, string];
  await context.addCookies([{ name, value, url: product.url }]);
  return context;
}

async function scene(more: Parameters<typeof visitor>[0] = {}) {
  const site = (await workshop('Blois')).workshop;
  const machine = await laser(site, {
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
  const borrower = await person('Karim Ouali');
  const context = await browserOf(borrower, more);
  const page = await context.newPage();
  return { context, page, machine, borrower };
}
/** The form says what was chosen, how long it is and what it costs; asked for, it is that loan. */
async function filledAndAsked(page: Page, machineId: string, from: string, until: string, price: string) {
  await expect.poll(() => page.getByLabel(form.from, { exact: true }).inputValue()).toBe(`${day}T${from}`);
  expect(await page.getByLabel(form.until, { exact: true }).inputValue()).toBe(`${day}T${until}`);
  await expect.poll(() => page.locator('#reserver').textContent()).toContain(price);
  await page.getByLabel(form.terms).check();
  await page.getByRole('button', { name: form.submit, exact: true }).click();
  await page.waitForURL(/\/echanges\/\w+\?fait=demande/);
  const loan = await LoanRecord.findOne({ resourceId: machineId }).lean();
  expect([loan?.from, loan?.until].map((at) => format.fieldDateTime(at!))).toEqual([
    `${day}T${from}`,
    `${day}T${until}`,
  ]);
}

test('a slot is booked by dragging alone', async () => {
  const { context, page, machine } = await scene();
  await page.goto(`/equipements/${machine._id}?semaine=${day}&jour=${day}`);
  await cell(page, '10:00').scrollIntoViewIfNeeded();
  await cell(page, '10:00').hover();
  await page.mouse.down();
  await cell(page, '11:30').hover();
  expect(await page.locator('.tally').textContent()).toContain('2\u00A0h');
  await page.mouse.up();
  await filledAndAsked(page, machine._id, '10:00', '12:00', format.money(2_400));
  await context.close();
});

test('a slot is booked by two clicks, in either order, and a third of another day replaces it', async () => {
  const { context, page, machine } = await scene();
  await page.goto(`/equipements/${machine._id}?semaine=${day}&jour=${day}`);
  await cell(page, '15:30').click();
  await cell(page, '14:00').click();
  await expect.poll(() => page.getByLabel(form.from, { exact: true }).inputValue()).toBe(`${day}T14:00`);
  await cell(page, '09:00').click();
  await cell(page, '09:30').click();
  await filledAndAsked(page, machine._id, '09:00', '10:00', format.money(1_200));
  await context.close();
});

test('a slot is booked by the keyboard alone: arrows, Enter, Enter; Escape gives up', async () => {
  const { context, page, machine } = await scene();
  await page.goto(`/equipements/${machine._id}?semaine=${day}&jour=${day}`);
  await cell(page, '10:00').waitFor({ state: 'attached' });
  const stop = page.locator('[role=gridcell][tabindex="0"]');
  expect(await stop.count()).toBe(1);
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    if (await stop.evaluate((one) => one === document.activeElement)) break;
  }
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-at') ?? '');
  await page.keyboard.press('Home');
  while ((await focused()).slice(11) < '10:00') await page.keyboard.press('ArrowDown');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    `${formatFor('fr', 'UTC').longDate(new Date(`${day}T12:00:00Z`))}, 10\u00A0h, libre`,
  );
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  expect(await page.locator('.tally').count()).toBe(0);
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByLabel(form.from, { exact: true }).inputValue()).toBe(`${day}T10:30`);
  await filledAndAsked(page, machine._id, '10:30', '11:30', format.money(1_200));
  await context.close();
});

test('a slot is booked by form fields alone, without scripts', async () => {
  const { context, page, machine } = await scene({ javaScriptEnabled: false });
  await page.goto(`/equipements/${machine._id}?semaine=${day}&jour=${day}`);
  expect(await page.locator('[role=grid]').count()).toBe(0);
  await page.getByLabel(form.from, { exact: true }).fill(`${day}T10:00`);
  await page.getByLabel(form.until, { exact: true }).fill(`${day}T11:00`);
  await page.getByRole('button', { name: form.look }).click();
  await filledAndAsked(page, machine._id, '10:00', '11:00', format.money(1_200));
  await context.close();
});

test('on a phone two taps choose, and a finger still scrolls', async () => {
  const { context, page, machine } = await scene({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  await page.goto(`/equipements/${machine._id}?semaine=${day}&jour=${day}`);
  await cell(page, '10:00').scrollIntoViewIfNeeded();
  await cell(page, '10:00').tap();
  await cell(page, '11:00').tap();
  await expect.poll(() => page.getByLabel(form.until, { exact: true }).inputValue()).toBe(`${day}T11:30`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(await cell(page, '10:00').evaluate((one) => getComputedStyle(one).touchAction)).toBe('manipulation');
  await context.close();
});
