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

const words = fr.basket;
const format = formatFor('fr');
const soon = new Date(Math.ceil((Date.now() + 26 * 3_600_000) / 3_600_000) * 3_600_000);
const at = (hours: number) => format.fieldDateTime(new Date(soon.getTime() + hours * 3_600_000));
const count = (page: Page) => page.locator('header a[href="/panier"]').getAttribute('aria-label');
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

async function signIn(context: Awaited<ReturnType<typeof visitor>>, viewer: PersonViewer) {
  const { cookie } = await world.signedIn(viewer);
  const [name, value] = cookie!.split('=', 2) as [string, string];
  await context.addCookies([{ name, value, url: product.url }]);
}

for (const javaScriptEnabled of [true, false])
  test(`a visitor fills a basket, signs in, and asks for all of it; scripts: ${javaScriptEnabled}`, async () => {
    const machines = [];
    for (const town of ['Tours', 'Blois', 'Orléans'] as const)
      machines.push(await laser((await workshop(town)).workshop));
    await using context = await visitor({ baseURL: product.url, javaScriptEnabled });
    const page = await context.newPage();
    for (const machine of machines) {
      await page.goto(
        `/equipements/${machine._id}?${new URLSearchParams({ du: at(0), au: at(3), usage: 'take_away' })}`,
      );
      await press(page, words.addNamed(machine.name));
      if (javaScriptEnabled) await page.getByText(words.added).waitFor();
      else await page.waitForURL('**/panier');
    }
    await expect.poll(() => count(page)).toBe(words.label(3));

    await signIn(context, await person('Karim Ouali'));
    await page.goto('/panier');
    expect(await count(page)).toBe(words.label(3));
    const first = page.getByRole('article').first();
    await first.getByText(words.edit).click();
    await first.getByLabel(words.note).fill('Six gabarits');
    await first.getByRole('button', { name: words.save }).click();
    await expect.poll(() => first.textContent()).toContain('Six gabarits');
    await page.getByLabel(words.whole).check();
    await page.getByLabel(words.terms).check();
    await press(page, words.submit(3));
    await page.waitForURL('**/panier/tournee/*');
    expect(await page.getByRole('heading', { level: 2, name: /Étape/ }).allTextContents()).toHaveLength(3);
    expect(await count(page)).toBe(words.label(0));
    expect(
      await LoanRecord.countDocuments({ resourceId: { $in: machines.map(({ _id }) => _id) }, status: 'asked' }),
    ).toBe(3);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });

test('dates that repeat: the colliding one is seen and moved, the rest is asked for, then cancelled from one on', async () => {
  const machine = await laser((await workshop('Blois')).workshop);
  const week = 7 * 24;
  const rival = { resourceId: machine._id, from: new Date(soon.getTime() + week * 3_600_000) };
  await world.app.services.calendar.reserve([
    {
      resourceId: machine._id,
      period: { from: rival.from, until: new Date(rival.from.getTime() + 3_600_000) },
      purpose: 'production',
      subjectId: 'rival',
      away: false,
    },
  ]);
  await using context = await visitor({ baseURL: product.url, javaScriptEnabled: false });
  await signIn(context, await person('Karim Ouali'));
  const page = await context.newPage();
  const rule = new URLSearchParams({ du: at(0), au: at(1), usage: 'on_site', tous: 'week', fois: '4' });
  await page.goto(`/equipements/${machine._id}/serie?${rule}`);
  await page.getByText(words.series.summary(3, 4)).waitFor();
  await page.getByLabel(/Déplacer/).check();
  await page.getByLabel(fr.borrowing.form.terms).check();
  await press(page, words.series.submit);
  await page.waitForURL('**/series/*');
  expect(await page.locator('main ol > li').count()).toBe(4);
  await page.getByRole('button', { name: words.series.following }).nth(1).click();
  await page.waitForURL('**/series/*?fait=oui');
  const loans = await LoanRecord.find({ resourceId: machine._id }).sort({ from: 1 }).lean();
  expect(loans.map(({ status }) => status)).toEqual(['asked', 'asked', 'cancelled', 'cancelled']);
});
