import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { en } from '$lib/i18n/en.ts';
import { formatFor } from '$lib/i18n/format.ts';
import { fr } from '$lib/i18n/fr.ts';
import { LoanRecord } from '../../gateway/modules/borrowing/loan.entity.ts';
import { ClaimRecord } from '../../gateway/modules/sharing/claim.entity.ts';
import { system } from '../../gateway/modules/identity/viewer.ts';
import { useApp } from '../support/app.ts';
import { visitor } from '../support/chromium.ts';
import { able } from '../support/exchange.ts';
import { type Product, startProduct } from '../support/product.ts';
import { listed } from '../support/sharing.ts';
import { trainerSteps } from '../support/trainers.ts';
import { laser, workshop } from '../support/world.ts';

const world = useApp({ now: new Date().toISOString() });
const { trainerWorld } = trainerSteps(world);
let product: Product;
beforeAll(async () => {
  const { MONGODB_URI, AUTH_SECRET } = world.config;
  product = await startProduct({ mongoUri: MONGODB_URI, seeded: false, env: { AUTH_SECRET, RATE_LIMITS: '0' } });
});
afterAll(() => product.stop());

const HOUR = 3_600_000;
const languages = { fr, en };
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
/** A line of what goes with the machine. */
const beside = (page: Page, href: string) => page.locator(`section[aria-labelledby="around-h"] h3 a[href="${href}"]`);

for (const [language, javaScriptEnabled] of [
  ['fr', true],
  ['en', false],
] as const)
  test(`a machine, its trainer and its material, found from one page and asked for in one go; ${language}, scripts: ${javaScriptEnabled}`, async () => {
    const t = languages[language];
    const format = formatFor(language);
    const { trainer, tours } = await trainerWorld();
    const { workshop: chartres } = await workshop('Chartres');
    const machine = await laser(chartres, { processes: ['co2_cut'] });
    await able(chartres, machine);
    const { workshop: orleans } = await workshop('Orléans');
    const plywood = await world.app.services.listings.create(system, listed('material', orleans._id));
    const at = Math.ceil(Date.now() / HOUR) * HOUR + 74 * HOUR;
    const dates = { du: format.fieldDateTime(new Date(at)), au: format.fieldDateTime(new Date(at + 3 * HOUR)) };

    await using context = await visitor({ baseURL: product.url, javaScriptEnabled });
    const { cookie } = await world.signedIn(tours);
    const [name, value] = cookie!.split('=', 2) as [string, string];
    await context.addCookies([
      { name, value, url: product.url },
      { name: 'locale', value: language, url: product.url },
      { name: 'acting', value: encodeURIComponent(`workshop:${tours.acting.id}`), url: product.url },
    ]);
    const page = await context.newPage();
    const path = `/equipements/${machine._id}?${new URLSearchParams({ ...dates, usage: 'take_away' })}`;
    const put = async (added: string) => {
      await press(page, t.basket.addNamed(added));
      if (javaScriptEnabled) await page.getByText(t.basket.added).waitFor();
      else await page.waitForURL('**/panier');
    };
    await page.goto(path);
    await put(machine.name);
    await page.goto(path);
    const [teacher, sheets] = [beside(page, `/formateurs/${trainer}`), beside(page, `/matieres/${plywood._id}`)];
    await teacher.waitFor();
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/avec-360.png`, fullPage: true });

    await page.goto(`/formateurs/${trainer}?${new URLSearchParams(dates)}`);
    await put('Ana Ferrandon');
    await page.goto(path);
    await sheets.click();
    await page.waitForURL('**/matieres/*');
    await page.getByLabel(t.offering.claim.quantity).fill('4');
    await press(page, t.basket.add);
    await page.waitForURL('**/panier');
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/avec-panier-360.png`, fullPage: true });
    await page.getByLabel(t.basket.terms).check();
    await press(page, t.basket.submit(3));
    await page.waitForURL('**/panier/tournee/*');
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/avec-tournee-360.png`, fullPage: true });
    const asked = { 'party.id': tours.acting.id, status: 'asked' as const };
    expect(await LoanRecord.countDocuments(asked)).toBe(2);
    expect(await ClaimRecord.countDocuments(asked)).toBe(1);
  });
