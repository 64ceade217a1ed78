import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { en } from '$lib/i18n/en.ts';
import { fr } from '$lib/i18n/fr.ts';
import { WorkshopRecord } from '../../gateway/modules/workshop/workshop.entity.ts';
import { useApp } from '../support/app.ts';
import { visitor } from '../support/chromium.ts';
import { type Product, startProduct } from '../support/product.ts';
import { network } from '../support/world.ts';

const world = useApp({ now: new Date().toISOString() });
let product: Product;
beforeAll(async () => {
  const { MONGODB_URI, AUTH_SECRET } = world.config;
  product = await startProduct({ mongoUri: MONGODB_URI, seeded: false, env: { AUTH_SECRET, RATE_LIMITS: '0' } });
});
afterAll(() => product.stop());

const folder = mkdtempSync(join(tmpdir(), 'maillage-import-page-'));
const wait = { timeout: 20_000 };

/** The words of the result, wherever the page has got to: without scripts it reads itself again by a refresh. */
const shows = (page: Page, text: string) =>
  expect
    .poll(
      () =>
        page
          .locator('main')
          .innerText()
          .catch(() => ''),
      wait,
    )
    .toContain(text);

describe.each([
  ['fr', true],
  ['fr', false],
  ['en', true],
] as const)('in %s, with JavaScript: %s', (language, javaScriptEnabled) => {
  const words = { fr, en }[language].intake;
  const locale = ({ fr: 'fr-FR', en: 'en-GB' } as const)[language];

  test('the head of a network imports a table, is told what is wrong in it, and takes it back', async () => {
    const { network: net, head } = await network();
    const names = [1, 2].map((n) => `Atelier ${language} ${javaScriptEnabled} ${n}`);
    const file = join(folder, `ateliers-${language}-${javaScriptEnabled}.csv`);
    const lines = [
      'Lieu;Localité;Y;X',
      `${names[0]};Blois;47,59;1,33`,
      `${names[1]};Tours;;`,
      ';Tours;;',
      'Court;Tours',
    ];
    writeFileSync(file, Buffer.from(lines.join('\r\n'), 'latin1'));

    await using context = await visitor({ javaScriptEnabled, locale, baseURL: product.url });
    const [name, value] = (await world.signedIn(head)).cookie!.split('=', 2) as [string, string];
    await context.addCookies([
      { name, value, url: product.url },
      { name: 'locale', value: language, url: product.url },
    ]);
    const page = await context.newPage();
    await page.goto(`/reseau/${net.code}`);
    await page.getByRole('link', { name: words.link }).click();
    await page.getByLabel(words.file, { exact: true }).setInputFiles(file);
    await page.getByRole('button', { name: words.send }).click();

    await page.getByLabel(`${words.columns.name}, ${words.needed}`).selectOption({ label: 'Lieu' });
    expect(await page.getByLabel(words.columns.city!, { exact: true }).inputValue()).toBe('localite');
    await page.getByRole('button', { name: words.check }).click();
    await shows(page, words.preview);
    await shows(page, words.created(2));
    await shows(page, words.lost(2));
    await shows(page, words.where(4, words.column(words.columns.name!, 'Lieu')));
    await shows(page, words.faults.columns!({ expected: '4', found: '2' }));
    expect(await WorkshopRecord.countDocuments({ name: { $in: names } })).toBe(0);

    await page.getByRole('button', { name: words.go(2) }).click();
    await shows(page, words.states.done);
    expect(await WorkshopRecord.countDocuments({ name: { $in: names }, networkIds: net._id })).toBe(2);

    await WorkshopRecord.updateOne({ name: names[1]! }, { $set: { confirmed: true } });
    await page.getByRole('button', { name: words.undo }).click();
    await shows(page, words.states.undone);
    await shows(page, words.undone(1));
    await shows(page, words.reasons.confirmed!);
    expect(await WorkshopRecord.countDocuments({ name: names[0]! })).toBe(0);
    expect(await WorkshopRecord.countDocuments({ name: names[1]! })).toBe(1);
  });
});
