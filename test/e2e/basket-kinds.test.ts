import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatFor } from '$lib/i18n/format.ts';
import { fr } from '$lib/i18n/fr.ts';
import { LoanRecord } from '../../gateway/modules/borrowing/loan.entity.ts';
import type { PersonViewer } from '../../gateway/modules/identity/viewer.ts';
import { ClaimRecord } from '../../gateway/modules/sharing/claim.entity.ts';
import { system } from '../../gateway/modules/identity/viewer.ts';
import { useApp } from '../support/app.ts';
import { visitor } from '../support/chromium.ts';
import { type Product, startProduct } from '../support/product.ts';
import { listed } from '../support/sharing.ts';
import { laser, person, workshop } from '../support/world.ts';

const world = useApp({ now: new Date().toISOString() });
let product: Product;
beforeAll(async () => {
  const { MONGODB_URI, AUTH_SECRET } = world.config;
  product = await startProduct({ mongoUri: MONGODB_URI, seeded: false, env: { AUTH_SECRET, RATE_LIMITS: '0' } });
});
afterAll(() => product.stop());

const HOUR = 3_600_000;
const words = fr.basket;
const format = formatFor('fr');
const later = (hours: number) => new Date(Math.ceil(Date.now() / HOUR) * HOUR + (26 + hours) * HOUR);
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

async function signIn(context: Awaited<ReturnType<typeof visitor>>, viewer: PersonViewer) {
  const { cookie } = await world.signedIn(viewer);
  const [name, value] = cookie!.split('=', 2) as [string, string];
  await context.addCookies([{ name, value, url: product.url }]);
}

/** Orléans lends a laser, Blois teaches, Tours passes on plywood. */
async function region() {
  const machine = await laser((await workshop('Orléans')).workshop);
  const { listings } = world.app.services;
  const times = { from: later(48).toISOString(), until: later(52).toISOString() };
  const session = await listings.create(system, listed('training', (await workshop('Blois')).workshop._id, times));
  const plywood = await listings.create(system, listed('material', (await workshop('Tours')).workshop._id));
  return { machine, session, plywood };
}

for (const javaScriptEnabled of [true, false])
  test(`a machine, seats and a material of three workshops, held together, in one go; scripts: ${javaScriptEnabled}`, async () => {
    const { machine, session, plywood } = await region();
    const karim = await person('Karim Ouali');
    await using context = await visitor({ baseURL: product.url, javaScriptEnabled });
    const page = await context.newPage();
    const count = () => page.locator('header a[href="/panier"]').getAttribute('aria-label');
    const dates = { du: format.fieldDateTime(later(0)), au: format.fieldDateTime(later(3)), usage: 'take_away' };
    await page.goto(`/equipements/${machine._id}?${new URLSearchParams(dates)}`);
    await press(page, words.addNamed(machine.name));
    if (javaScriptEnabled) await page.getByText(words.added).waitFor();
    else await page.waitForURL('**/panier');
    // A visitor chooses how much already: their browser keeps it until they sign in.
    await page.goto(`/formations/${session._id}`);
    await page.getByLabel(fr.offering.claim.quantity).fill('2');
    await press(page, words.add);
    await page.waitForURL('**/panier');
    await expect.poll(count).toBe(words.label(2));

    await signIn(context, karim);
    await page.goto(`/matieres/${plywood._id}`);
    await page.getByLabel(fr.offering.claim.quantity).fill('11');
    await press(page, words.add);
    await page.waitForURL('**/panier');
    expect(await count()).toBe(words.label(3));
    await page.getByLabel(words.terms).check();
    await press(page, words.submit(3));
    await page.getByText('Rien n’a été demandé').waitFor();
    expect(await ClaimRecord.countDocuments({ personId: karim.id })).toBe(0);
    expect(await count()).toBe(words.label(3));

    const card = page.getByRole('article').filter({ hasText: plywood.name });
    await card.getByText(words.edit).click();
    await card.getByLabel(words.howMuch).fill('4');
    await card.getByRole('button', { name: words.save }).click();
    await expect.poll(() => card.textContent()).toContain(words.part.free);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/panier-360.png`, fullPage: true });
    await page.getByLabel(words.terms).check();
    await press(page, words.submit(3));
    await page.waitForURL('**/panier/tournee/*');
    expect(await page.getByRole('heading', { level: 2, name: /Étape/ }).allTextContents()).toHaveLength(2);
    await page.getByText(words.tour.fetchTitle).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/tournee-360.png`, fullPage: true });
    expect(await LoanRecord.countDocuments({ personId: karim.id, status: 'asked' })).toBe(1);
    expect(await ClaimRecord.countDocuments({ personId: karim.id, status: 'asked' })).toBe(2);
  });
