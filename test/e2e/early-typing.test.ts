import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { visitor } from '../support/chromium.ts';
import { type Product, startProduct } from '../support/product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(async () => {
  await product.stop();
});

test.each(['/ateliers', '/trouver', '/'])(
  'what is typed on %s before its scripts have come is still there when they have',
  async (path) => {
    await using context = await visitor({ baseURL: product.url });
    const page = await context.newPage();
    await page.route(/\/_app\/.*\.js$/, async (route) => {
      await sleep(400);
      await route.continue();
    });
    await page.goto(path, { waitUntil: 'commit' });
    const where = page.locator('main input[name="ou"]');
    const within = page.locator('main select[name="km"]');
    await where.fill('41000');
    await within.selectOption({ index: 2 });
    const chosen = await within.inputValue();
    await page.waitForLoadState('networkidle');
    await sleep(500);
    expect(await where.inputValue()).toBe('41000');
    expect(await within.inputValue()).toBe(chosen);
  },
);
