import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fr } from '$lib/i18n/fr.ts';
import { FileRecord, UploadRecord } from '../../gateway/modules/files/file.entity.ts';
import type { PersonViewer } from '../../gateway/modules/identity/viewer.ts';
import { freePort } from '../../scripts/processes.mjs';
import { useApp } from '../support/app.ts';
import { haveChaos, startChaos } from '../support/chaos.ts';
import { visitor } from '../support/chromium.ts';
import { lab, openOffer, sent } from '../support/exchange.ts';
import { lendingWorld, wish } from '../support/loans.ts';
import { type Product, startProduct } from '../support/product.ts';
import { pdf } from '../support/sending.ts';
import { firm } from '../support/world.ts';

const world = useApp({ now: new Date().toISOString() });
const t = fr.files;
let product: Product;

beforeAll(async () => {
  const { MONGODB_URI, AUTH_SECRET } = world.config;
  product = await startProduct({ mongoUri: MONGODB_URI, seeded: false, env: { AUTH_SECRET, RATE_LIMITS: '0' } });
});
afterAll(() => product.stop());

/** A telephone in this person's hand. */
async function phoneOf(viewer: PersonViewer, javaScriptEnabled = true, url = product.url) {
  const look = { locale: 'fr-FR', viewport: { width: 360, height: 760 } } as const;
  const context = await visitor({ javaScriptEnabled, baseURL: url, ...look });
  const { cookie } = await world.signedIn(viewer);
  const [name, value] = cookie!.split('=', 2) as [string, string];
  const acting = encodeURIComponent(`${viewer.acting.scope}:${viewer.acting.id}`);
  const cookies = [
    { name, value },
    { name: 'acting', value: acting },
    { name: 'locale', value: 'fr' },
  ];
  await context.addCookies(cookies.map((each) => ({ ...each, url })));
  return context;
}

const photo = async (name: string, background: string, side = 600) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: side, height: side, channels: 3, background } })
    .jpeg()
    .toBuffer(),
});
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const narrow = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
const shown = (page: Page) =>
  page
    .locator('#photos img')
    .evaluateAll((images) => images.filter((one) => (one as HTMLImageElement).naturalWidth > 0).length);

/** A loan that its lender may hand over now. */
async function loanToHandOver(name: string) {
  const { lender, borrower, machine } = await lendingWorld({ name });
  const { borrowing } = world.app.services;
  world.clock.set(new Date());
  const from = new Date(Date.now() + 60 * 60_000);
  const period = { from, until: new Date(from.getTime() + 3 * 3_600_000) };
  const { _id } = await borrowing.request(borrower, { ...wish(machine._id), ...period, use: 'take_away' });
  await borrowing.move(lender, _id, 'accept');
  return { lender, borrower, machine, path: `/echanges/${_id}`, id: _id };
}

async function photosOfALoan(javaScriptEnabled: boolean) {
  const { lender, borrower, machine, path, id } = await loanToHandOver(`Scanner ${javaScriptEnabled}`);
  await using lends = await phoneOf(lender, javaScriptEnabled);
  const page = await lends.newPage();
  const words = fr.borrowing;
  const kept = (purpose: string, count: number) =>
    expect.poll(() => FileRecord.countDocuments({ subject: `${purpose}:${id}` }), { timeout: 20_000 }).toBe(count);

  await page.goto(path);
  await page.getByLabel(t.alt).fill('Capot, côté gauche');
  await page
    .getByLabel(t.loan.addOut)
    .setInputFiles([await photo('gauche.jpg', '#a33'), await photo('droite.jpg', '#3a3')]);
  if (javaScriptEnabled) await kept('hand_over_photo', 2);
  for (const item of machine.checklist)
    await page.getByRole('radiogroup', { name: item }).getByLabel(words.counter.present).check();
  await narrow(page);
  await button(page, words.move.hand_over).click();
  await page.waitForURL(/fait=oui/);
  await kept('hand_over_photo', 2);

  await page.goto(path);
  await page.getByText(words.move.take_back, { exact: true }).first().click();
  for (const item of machine.checklist)
    await page.getByRole('radiogroup', { name: item }).getByLabel(words.counter.present).check();
  await page.getByLabel(t.loan.addBack).setInputFiles(await photo('retour.jpg', '#33a'));
  if (javaScriptEnabled) await kept('take_back_photo', 1);
  await button(page, words.move.take_back).click();
  await page.waitForURL(/fait=oui/);

  await using borrows = await phoneOf(borrower, javaScriptEnabled);
  const other = await borrows.newPage();
  await other.goto(path);
  await other.locator('#photos').scrollIntoViewIfNeeded();
  await expect.poll(() => shown(other)).toBe(3);
  expect(await other.locator('#photos').textContent()).toContain('Capot, côté gauche');
  await narrow(other);
}

test('photos are taken as a machine leaves and as it comes back, on a telephone, and stand side by side', () =>
  photosOfALoan(true));
test('the same without scripts: the photos go with the form', () => photosOfALoan(false));

const through = 'an upload that is cut in the middle goes on, and one that a reload cut is taken up by the same file';
test.skipIf(!haveChaos)(
  `${through} (skipped where ../shared is absent)`,
  async () => {
    const port = await freePort();
    await using network = await startChaos(`127.0.0.1:${port}`);
    const url = `http://127.0.0.1:${network.port}`;
    const { MONGODB_URI, AUTH_SECRET } = world.config;
    const env = { AUTH_SECRET, RATE_LIMITS: '0', BASE_URL: url };
    await using _ = await startProduct({ mongoUri: MONGODB_URI, seeded: false, port, env });
    const { machine, lender } = await loanToHandOver('Coupée');
    await using context = await phoneOf(lender, true, url);
    const page = await context.newPage();
    // The page listens once its scripts are at work: only then is a file seen.
    await Promise.all([page.waitForRequest(/graphql\/stream/), page.goto(`/equipements/${machine._id}/modifier`)]);
    const noise = { type: 'gaussian', mean: 128, sigma: 90 } as const;
    const buffer = await sharp({ create: { width: 1700, height: 1700, channels: 3, background: '#000', noise } })
      .png()
      .toBuffer();
    const large = { name: 'grande.png', mimeType: 'image/png', buffer };
    const client = await context.newCDPSession(page);
    await client.send('Network.enable');
    const speed = (bytesPerSecond: number) =>
      client.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 5,
        downloadThroughput: -1,
        uploadThroughput: bytesPerSecond,
      });
    const received = async () =>
      (await UploadRecord.findOne({ name: 'grande.png' }).sort({ _id: -1 }).lean())?.offset ?? 0;
    const kept = () => FileRecord.countDocuments({ subject: `equipment_photo:${machine._id}` });

    await speed(1_500_000);
    const input = page.locator('#photos input[type=file]');
    await input.setInputFiles(large);
    await expect.poll(received, { timeout: 20_000 }).toBeGreaterThan(500_000);
    await network.set({ down: true });
    await expect.poll(() => page.locator('#photos').textContent(), { timeout: 20_000 }).toContain(t.cut);
    const before = await received();
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(buffer.length);
    await speed(-1);
    await network.set({});
    await expect.poll(kept, { timeout: 30_000 }).toBe(1);

    await speed(1_500_000);
    await input.setInputFiles(large);
    await expect.poll(received, { timeout: 20_000 }).toBeGreaterThan(500_000);
    page.on('dialog', (dialog) => void dialog.accept());
    await speed(-1);
    await page.reload();
    await expect.poll(() => page.locator('#photos').textContent()).toContain(t.left('grande.png'));
    const half = await UploadRecord.findOne({ state: 'open', name: 'grande.png' }).lean();
    // The file of a test has no date of its own: the page is told the one that it is given again.
    await page.evaluate(() => {
      const all = JSON.parse(localStorage.getItem('maillage.envois')!) as { modified: number }[];
      Object.defineProperty(File.prototype, 'lastModified', { get: () => all[0]!.modified });
    });
    await page.locator('#photos input[type=file]').setInputFiles(large);
    await expect.poll(kept, { timeout: 30_000 }).toBe(2);
    // A file has the id of its upload, which is closed just after the file is there.
    expect(await FileRecord.exists({ _id: half!._id }), 'the upload that the reload cut is the one kept').toBeTruthy();
  },
  120_000,
);

test('a file that is refused says why beside it, and is taken off', async () => {
  const { machine, lender } = await loanToHandOver('Refusée');
  await using context = await phoneOf(lender);
  const page = await context.newPage();
  // The page listens once its scripts are at work: only then is a file seen.
  await Promise.all([page.waitForRequest(/graphql\/stream/), page.goto(`/equipements/${machine._id}/modifier`)]);
  const photos = page.locator('#photos');
  await photos.locator('input[type=file]').setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: pdf });
  await expect
    .poll(() => photos.textContent(), { timeout: 20_000 })
    .toContain('Ce genre de fichier ne se prend pas ici');
  await photos.getByRole('button', { name: t.dismiss }).click();
  await expect.poll(() => photos.textContent()).not.toContain('a.jpg');
});

test('a drawing goes with a request, is read by a lab that promised, and the firm sees who took it', async () => {
  const { manager } = await lab('Blois');
  const { member } = await firm('Blois', 'Cycles');
  world.clock.set(new Date());
  const request = await sent(world, member);
  const offer = (await openOffer(world, request._id))!;
  await using asking = await phoneOf(member, false);
  const asks = await asking.newPage();
  await asks.goto(`/demandes/${request._id}`);
  await asks.getByLabel(t.what).fill('Plan coté');
  await asks
    .getByLabel(t.chooseFiles, { exact: true })
    .setInputFiles({ name: 'plan.pdf', mimeType: 'text/html', buffer: pdf });
  await button(asks, t.send).click();
  await expect.poll(() => asks.locator('#fichiers').textContent()).toContain('Plan coté');
  await narrow(asks);

  await using making = await phoneOf(manager);
  const makes = await making.newPage();
  await makes.goto(`/offres/${offer._id}`);
  expect(await makes.locator('#fichiers').textContent()).not.toContain('plan.pdf');
  await button(makes, t.offer.accept).click();
  await expect.poll(() => makes.locator('#fichiers').textContent()).toContain('Plan coté');
  await narrow(makes);
  const [download] = await Promise.all([
    makes.waitForEvent('download'),
    makes.getByRole('button', { name: t.downloadNamed('plan.pdf') }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('plan.pdf');
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  expect(digest(Buffer.concat(chunks))).toBe(digest(pdf));
  await asks.reload();
  expect(await asks.locator('#fichiers').textContent()).toContain(`plan.pdf, par ${manager.name}`);
});
