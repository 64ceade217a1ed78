import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { visitor } from '../support/chromium.ts';
import { type Product, startProduct } from '../support/product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.stop());

const paths = ['/', '/trouver?quoi=laser&ou=Blois&km=80', '/ateliers', '/demandes/nouvelle', '/connexion', '/aide'];

/** The least spacing that a reader may set: WCAG 1.4.12. */
const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`;

/** Words that their box cuts off, and what hangs out of the page on its right. */
const lost = (page: Page) =>
  page.evaluate(() => {
    const faults: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) faults.push(`${scrollWidth - clientWidth} px too wide`);
    for (const one of document.querySelectorAll<HTMLElement>('main *, header *, footer *')) {
      const { overflowX, overflowY, textOverflow, clip, position } = getComputedStyle(one);
      const forEars = position === 'absolute' && clip !== 'auto';
      const cuts = [overflowX, overflowY].includes('hidden') && textOverflow !== 'ellipsis' && !forEars;
      const own = [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent!.trim());
      if (cuts && own && one.clientHeight > 1 && one.scrollHeight > one.clientHeight + 2)
        faults.push(`cut: ${one.outerHTML.slice(0, 120)}`);
    }
    return faults;
  });

test('at 320 px, with text at twice its size, or spaced out, no page loses anything', async () => {
  await using context = await visitor({ baseURL: product.url, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const faults: string[] = [];
  for (const path of paths) {
    await page.goto(path);
    await page.waitForTimeout(300);
    const look = async (name: string) => {
      await page.waitForTimeout(60);
      faults.push(...(await lost(page)).map((fault) => `${path} ${name}: ${fault}`));
    };
    await page.setViewportSize({ width: 320, height: 256 });
    await look('320 px');
    // A browser that shows everything at twice its size has half the room: 1280 by 900 becomes this.
    await page.setViewportSize({ width: 640, height: 450 });
    await look('twice its size');
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [sheet];
    }, spacing);
    await look('spaced out');
  }
  expect(faults).toEqual([]);
}, 120_000);

test('without styles a page says the same, in the same order', async () => {
  await using context = await visitor({ baseURL: product.url, reducedMotion: 'reduce' });
  const page = await context.newPage();
  for (const path of paths) {
    await page.goto(path);
    await page.waitForTimeout(300);
    const text = () => page.evaluate(() => document.querySelector('main')!.innerText.toLowerCase());
    const titles = () =>
      page.$$eval('main :is(h1, h2, h3)', (all) => all.map((one) => one.getBoundingClientRect().top));
    const styled = await text();
    await page.evaluate(() => {
      for (const sheet of document.styleSheets) sheet.disabled = true;
      document.adoptedStyleSheets = [];
    });
    const bare = await text();
    // Words for the ear alone show as well: nothing of what was seen is gone.
    const words = new Set(styled.match(/\p{L}+/gu));
    expect(
      [...words].filter((word) => !bare.includes(word)),
      path,
    ).toEqual([]);
    const tops = await titles();
    expect(tops, path).toEqual([...tops].sort((one, other) => one - other));
  }
}, 60_000);
