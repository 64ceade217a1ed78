import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import encodeQR from 'qr';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fr } from '$lib/i18n/fr.ts';
import { paper } from '../../schema/paper.ts';
import { examine } from '../../gateway/doctor.ts';
import type { PersonViewer } from '../../gateway/modules/identity/viewer.ts';
import { useApp } from '../support/app.ts';
import { icsOf } from '../support/calendars.ts';
import { visitor } from '../support/chromium.ts';
import { lendingWorld, wish } from '../support/loans.ts';
import { type Product, startProduct } from '../support/product.ts';

const world = useApp({ now: new Date().toISOString() });
let product: Product;
let elsewhere: Server;
let calendar = '';

beforeAll(async () => {
  const { MONGODB_URI, AUTH_SECRET } = world.config;
  const env = { AUTH_SECRET, RATE_LIMITS: '0', PRIVATE_CALENDARS: '1' };
  product = await startProduct({ mongoUri: MONGODB_URI, seeded: false, env });
  elsewhere = createServer((_request, response) => void response.end(calendar)).listen(0, '127.0.0.1');
});
afterAll(() => product.stop());
afterAll(() => void elsewhere.close());

async function browserOf(viewer: PersonViewer | undefined, javaScriptEnabled: boolean, film?: string) {
  const context = await visitor({ javaScriptEnabled, baseURL: product.url, ...(film && { film }) });
  if (!viewer) return context;
  const { cookie } = await world.signedIn(viewer);
  const [name, value] = cookie!.split('=', 2) as [string, string];
  const acting = encodeURIComponent(`${viewer.acting.scope}:${viewer.acting.id}`);
  await context.addCookies([
    { name, value, url: product.url },
    { name: 'acting', value: acting, url: product.url },
  ]);
  return context;
}

const words = fr.counter;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** A loan that is to be handed over within the hour, and who stands on each side of it. */
async function toHandOver() {
  const there = await lendingWorld();
  const from = new Date(Math.ceil((Date.now() + 60_000) / 1_800_000) * 1_800_000);
  const until = new Date(from.getTime() + 3 * 3_600_000);
  const loan = await world.app.services.borrowing.request(there.borrower, {
    ...wish(there.machine._id),
    from,
    until,
    use: 'on_site',
  });
  await world.app.services.borrowing.move(there.lender, loan._id, 'accept', {});
  return { ...there, loan };
}

/** What the QR code on the page leads to, read from its picture as a camera would. */
async function qrOn(page: Page, label: string): Promise<string> {
  const { default: decodeQR } = await import('qr/decode.js');
  const { default: sharp } = await import('sharp');
  const picture = await page.getByRole('img', { name: label }).screenshot();
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return decodeQR({ width: info.width, height: info.height, data: new Uint8ClampedArray(data) });
}

async function typeAsScanner(page: Page, code: string) {
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
}

async function story(javaScriptEnabled: boolean) {
  const { lender, borrower, machine, loan } = await toHandOver();
  await using lending = await browserOf(lender, javaScriptEnabled);
  const page = await lending.newPage();
  await page.goto(`/echanges/${loan._id}`);
  await page.getByRole('link', { name: fr.borrowing.page.slipLink }).click();
  await page.waitForURL(/\/bon$/);
  const slip = page.locator('.paper');
  for (const word of [loan.code, machine.units[0]!.code, ...machine.checklist])
    await expect.poll(() => slip.textContent()).toContain(word);
  const link = await qrOn(page, `${paper.fr.equipment.opens}, ${loan.code}`);
  expect(link).toBe(`${product.url}/q/${loan.code}`);

  await page.goto('/scanner');
  if (javaScriptEnabled) await page.locator('h1').click();
  else await page.getByLabel(words.code).focus();
  await typeAsScanner(page, link);
  await page.waitForURL(new RegExp(`/echanges/${loan._id}`));
  for (const item of machine.checklist)
    await page.getByRole('radiogroup', { name: item }).getByLabel(fr.borrowing.counter.present).check();
  await button(page, fr.borrowing.move.hand_over).click();
  await page.waitForURL(/fait=oui/);

  await page.goto('/scanner');
  await page.getByLabel(words.code).fill(machine.units[0]!.code);
  await page.keyboard.press('Enter');
  await page.waitForURL(new RegExp(`/echanges/${loan._id}`));
  await expect.poll(() => page.locator('.cartouche').textContent()).toContain(fr.borrowing.status.out);

  await page.goto('/scanner');
  await page.getByLabel(words.code).fill('BP-1999-0001');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('main').textContent()).toContain(words.unknown('BP-1999-0001'));

  await using stranger = await browserOf(undefined, javaScriptEnabled);
  const outside = await stranger.newPage();
  for (const code of [loan.code, 'BP-1999-0001', machine.units[0]!.id]) {
    await outside.goto(`/q/${code}`);
    expect(new URL(outside.url()).pathname).toBe('/connexion');
    expect(await outside.locator('body').textContent()).not.toContain(machine.name);
  }
  await using borrowing = await browserOf(borrower, javaScriptEnabled);
  const theirs = await borrowing.newPage();
  await theirs.goto(`/q/${loan.code}`);
  expect(new URL(theirs.url()).pathname).toBe(`/echanges/${loan._id}`);
  expect(await examine(new Date())).toEqual([]);
}

test('a slip is printed, its code scanned, the machine handed over', () => story(true));
test('the same without JavaScript: a hand-held scanner and a form', () => story(false));

/** One frame in Y4M: a code in the middle of a grey wall, as somebody holds a phone before it. */
function filmOf(text: string): Buffer {
  const [width, height, module] = [640, 480, 8];
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const luma = Buffer.alloc(width * height, 150);
  const [left, top] = [(width - rows.length * module) / 2, (height - rows.length * module) / 2];
  rows.forEach((row, y) =>
    row.forEach((dark, x) => {
      for (let line = 0; line < module; line += 1) {
        const start = (top + y * module + line) * width + left + x * module;
        luma.fill(dark ? 30 : 220, start, start + module);
      }
    }),
  );
  const chroma = Buffer.alloc((width * height) / 2, 128);
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\nFRAME\n`), luma, chroma]);
}

test('the camera of a phone reads the code of a slip and opens the loan', async () => {
  const { lender, loan } = await toHandOver();
  const film = join(world.config.DATA_DIR, 'slip.y4m');
  writeFileSync(film, filmOf(`${product.url}/q/${loan.code}`));
  await using lending = await browserOf(lender, true, film);
  const page = await lending.newPage();
  await page.goto('/scanner');
  await button(page, words.camera).click();
  await page.waitForURL(new RegExp(`/echanges/${loan._id}`));
});

describe('on paper', () => {
  test('a slip is one page of A4 without the site around it', async () => {
    const { lender, loan } = await toHandOver();
    await using context = await browserOf(lender, true);
    const page = await context.newPage();
    await page.goto(`/echanges/${loan._id}/bon`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').count()).toBe(0);
    expect(await button(page, words.print).isVisible()).toBe(false);
    expect(await page.locator('.paper').isVisible()).toBe(true);
    const file = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(file.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });

  test('a sheet of labels is exactly A4, begins at the place chosen and each label leads to its machine', async () => {
    const { lender, machine, site } = await lendingWorld();
    await using context = await browserOf(lender, true);
    const page = await context.newPage();
    await page.goto(`/ateliers/${site.slug}/etiquettes?par=40&depuis=5`);
    const unit = machine.units[0]!;
    expect(await qrOn(page, `QR ${unit.code}`)).toBe(`${product.url}/q/${unit.id}`);
    await page.emulateMedia({ media: 'print' });
    const mm = (px: number) => Math.round((px * 25.4) / 9.6) / 10;
    const sheet = (await page.locator('.frame section').boundingBox())!;
    const label = (await page.locator('.label').first().boundingBox())!;
    expect(mm(sheet.width)).toBe(210);
    expect([mm(label.x - sheet.x), mm(label.y - sheet.y), mm(label.width), mm(label.height)]).toEqual([
      52.5, 29.7, 52.5, 29.7,
    ]);
    const file = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(file.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });
});

async function addCalendar(context: BrowserContext, slug: string) {
  const page = await context.newPage();
  await page.goto(`/ateliers/${slug}/agendas`);
  await page.getByLabel(fr.agenda.name, { exact: true }).fill('Cours du soir');
  await page.getByLabel(fr.agenda.url).fill('ftp://ailleurs.example/a.ics');
  await button(page, fr.agenda.add).click();
  await expect.poll(() => page.locator('main').textContent()).toContain('https:// ou webcal://');
  expect(await page.getByLabel(fr.agenda.name, { exact: true }).inputValue()).toBe('Cours du soir');
  await page.getByLabel(fr.agenda.url).fill(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/a.ics`);
  await button(page, fr.agenda.add).click();
  await page.waitForURL(/fait=added/);
  return page;
}

test.each([true, false])(
  'a calendar kept elsewhere blocks the machines, and is taken off again (scripts: %s)',
  async (scripts) => {
    calendar = icsOf([{ start: ':20300108T090000Z', end: ':20300108T110000Z' }, { uid: 'b' }]);
    const { lender, site } = await lendingWorld();
    await using context = await browserOf(lender, scripts);
    const page = await addCalendar(context, site.slug);
    await expect.poll(() => page.locator('article').textContent()).toContain('Cours du soir');
    await button(page, fr.agenda.again).click();
    await page.waitForURL(/fait=read/);
    await button(page, fr.agenda.remove).click();
    await page.waitForURL(/fait=removed/);
    await expect.poll(() => page.locator('main').textContent()).toContain(fr.agenda.empty);
  },
);

test.each([true, false])(
  'an address of one’s own calendar is shown once, read, changed and removed (scripts: %s)',
  async (scripts) => {
    const { borrower } = await lendingWorld();
    await using context = await browserOf(borrower, scripts);
    const page = await context.newPage();
    await page.goto('/compte/agendas');
    const status = async (url: string) => (await fetch(url)).status;
    const mine = page.locator('li').filter({ hasText: fr.agenda.what.person });
    await mine.getByRole('button', { name: fr.agenda.make }).click();
    const first = await page.getByLabel(fr.agenda.address).inputValue();
    expect(await page.getByRole('link', { name: fr.agenda.open }).getAttribute('href')).toBe(
      first.replace('http:', 'webcal:'),
    );
    expect(await status(first)).toBe(200);
    await page.goto('/compte/agendas');
    expect(await page.content()).not.toContain(first.slice(-20));
    await mine.getByRole('button', { name: fr.agenda.renew }).click();
    await page.getByLabel(fr.agenda.address).waitFor();
    expect(await status(first)).toBe(404);
    await mine.getByRole('button', { name: fr.agenda.revoke }).click();
    await expect.poll(() => page.locator('main').textContent()).toContain(fr.agenda.revoked);
  },
);
