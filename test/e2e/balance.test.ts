import { afterAll, beforeAll, expect, test } from 'vitest';
import { fr } from '$lib/i18n/fr.ts';
import { useApp } from '../support/app.ts';
import { visitor } from '../support/chromium.ts';
import { type Product, startProduct } from '../support/product.ts';
import { sharingSteps, sharingWorld } from '../support/sharing.ts';

const world = useApp({ now: new Date().toISOString() });
const { offer, claim, move } = sharingSteps(world);
let product: Product;

beforeAll(async () => {
  const { MONGODB_URI, AUTH_SECRET } = world.config;
  product = await startProduct({ mongoUri: MONGODB_URI, seeded: false, env: { AUTH_SECRET, RATE_LIMITS: '0' } });
});
afterAll(() => product.stop());

test('whoever manages a workshop finds its balance from the desk, and prints it on one sheet of A4', async () => {
  const { owner, site, tours } = await sharingWorld();
  const lot = await offer(owner, 'material');
  const part = await claim(tours, lot.id, 2);
  await move(owner, part.id, 'accept');
  await move(owner, part.id, 'receive');
  await using context = await visitor({ baseURL: product.url, viewport: { width: 1280, height: 800 } });
  const [name, value] = (await world.signedIn(owner)).cookie!.split('=', 2) as [string, string];
  await context.addCookies([
    { name, value, url: product.url },
    { name: 'acting', value: encodeURIComponent(`workshop:${site._id}`), url: product.url },
    { name: 'locale', value: 'fr', url: product.url },
  ]);
  const page = await context.newPage();
  await page.goto('/bureau');
  await page.getByRole('link', { name: fr.desk.balance }).click();
  await page.getByRole('heading', { name: fr.balance.of(site.name) }).waitFor();
  const printed = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(printed.match(/\/Type \/Page\b/g)).toHaveLength(1);
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(printed) ?? [];
  expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
  await page.emulateMedia({ media: 'print' });
  for (const kept of ['header nav', 'form', 'footer'])
    expect(await page.locator(kept).filter({ visible: true }).count(), kept).toBe(0);
});
