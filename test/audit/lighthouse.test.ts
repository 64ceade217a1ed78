import lighthouse, { desktopConfig } from 'lighthouse';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureChromium } from '../../scripts/chromium.mjs';
import { freePort } from '../../scripts/processes.mjs';
import { type Product, startProduct } from '../support/product.ts';

const asked = 0.95;
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Category = (typeof categories)[number];
const forms = { mobile: undefined, desktop: desktopConfig };

/** The pages by which people come in; `…` stands for the first machine of the search. */
const pages = {
  home: '/',
  directory: '/ateliers',
  search: '/trouver?quoi=laser&ou=Blois&km=80',
  equipment: '/equipements/…',
  request: '/demandes/nouvelle',
};

let product: Product;
let browser: Browser;
let port: number;
let machine: string;
beforeAll(async () => {
  product = await startProduct();
  port = await freePort();
  browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', `--remote-debugging-port=${port}`],
  });
  const found = await (await fetch(`${product.url}/trouver`)).text();
  machine = /\/equipements\/([0-9a-f]+)/.exec(found)![1]!;
  // The first of each page compiles it: nobody is the first visitor for long.
  for (const path of Object.values(pages)) await fetch(product.url + path.replace('…', machine));
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});

async function audit(path: string, form: keyof typeof forms) {
  const shown = { output: 'json', logLevel: 'error' } as const;
  const options = { ...shown, port, onlyCategories: [...categories] };
  const { lhr } = (await lighthouse(product.url + path.replace('…', machine), options, forms[form]))!;
  const scores = Object.fromEntries(categories.map((name) => [name, lhr.categories[name]?.score ?? 0]));
  const lost = categories.flatMap((name) =>
    (lhr.categories[name]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (lhr.audits[id]?.score ?? 1) < 0.9)
      .map(({ id }) => `${name}: ${id} ${lhr.audits[id]?.displayValue ?? ''}`),
  );
  return { scores: scores as Record<Category, number>, lost };
}

/**
 * What is true of a page (access, practices, being found) is asked of the first run. Speed is the middle one of three runs,
 * as far as needed: two that agree decide, since the third would not change which is in the middle.
 */
describe.each(Object.keys(forms) as (keyof typeof forms)[])('%s', (form) => {
  test.each(Object.entries(pages))(
    'the %s page is 95 or better in all four',
    async (_name, path) => {
      const first = await audit(path, form);
      const { performance, ...facts } = first.scores;
      for (const [name, score] of Object.entries(facts))
        expect(score, `${name}: ${first.lost.join('; ')}`).toBeGreaterThanOrEqual(asked);
      const speeds = [performance];
      const agreed = (yes: boolean) => speeds.filter((speed) => speed >= asked === yes).length === 2;
      let lost = first.lost;
      while (!agreed(true) && !agreed(false)) {
        const next = await audit(path, form);
        speeds.push(next.scores.performance);
        if (next.scores.performance < asked) lost = next.lost;
      }
      expect(agreed(true), `${speeds.join(', ')}: ${lost.join('; ')}`).toBe(true);
    },
    180_000,
  );
});
