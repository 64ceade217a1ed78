import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { en } from '$lib/i18n/en.ts';
import { fr } from '$lib/i18n/fr.ts';
import { NetworkRecord } from '../../gateway/modules/network/network.entity.ts';
import { WorkshopRecord } from '../../gateway/modules/workshop/workshop.entity.ts';
import type { PersonViewer } from '../../gateway/modules/identity/viewer.ts';
import type { WeekHalf } from '../../schema/jobs.ts';
import { useApp } from '../support/app.ts';
import { visitor } from '../support/chromium.ts';
import { type Product, startProduct } from '../support/product.ts';
import { pdf } from '../support/sending.ts';
import { sharingWorld } from '../support/sharing.ts';
import { holding, person } from '../support/world.ts';

const world = useApp({ now: new Date().toISOString() });
const languages = { fr, en };
type Language = keyof typeof languages;
const DAY = 86_400_000;
let product: Product;

beforeAll(async () => {
  const { MONGODB_URI, AUTH_SECRET } = world.config;
  product = await startProduct({ mongoUri: MONGODB_URI, seeded: false, env: { AUTH_SECRET, RATE_LIMITS: '0' } });
});
afterAll(() => product.stop());

const field = (days: number) => `${new Date(Date.now() + days * DAY).toISOString().slice(0, 10)}T10:00`;

/** Everybody’s own browser, opened once; a page at a time. */
async function browsers(language: Language, javaScriptEnabled: boolean, width: number) {
  const open: (BrowserContext & AsyncDisposable)[] = [];
  return {
    as: async (viewer: PersonViewer): Promise<Page> => {
      const context = await visitor({ javaScriptEnabled, baseURL: product.url, viewport: { width, height: 800 } });
      open.push(context);
      const [name, value] = (await world.signedIn(viewer)).cookie!.split('=', 2) as [string, string];
      await context.addCookies([
        { name, value, url: product.url },
        { name: 'acting', value: encodeURIComponent(`${viewer.acting.scope}:${viewer.acting.id}`), url: product.url },
        { name: 'locale', value: language, url: product.url },
      ]);
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      return page;
    },
    [Symbol.asyncDispose]: async () => {
      for (const context of open) await context[Symbol.asyncDispose]();
    },
  };
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();
const fits = async (page: Page, width: number) =>
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);

async function draft(page: Page, words: typeof fr): Promise<string> {
  await page.goto('/postes/nouveau');
  return write(page, words);
}

/** Fills the form of a post, keeps it as a draft and publishes it. */
async function write(page: Page, words: typeof fr): Promise<string> {
  await page.locator('[name="name"]').fill('Fablab manager partagé');
  await page.locator('[name="fact.title"]').selectOption('510621');
  await page.locator('[name="fact.employer"]').fill('Groupement d’employeurs du Val de Loire');
  await page.locator('[name="fact.contract"]').selectOption('cdi');
  await page.locator('[name="decideAt"]').fill(field(20));
  await page.locator('[name="published"]').uncheck();
  expect(await page.locator('[name="quantity"]').inputValue()).toBe('100');
  await page
    .locator(
      'main form:has([name="fact.title"]) button[type="submit"], main form:has([name="fact.title"]) button:not([type])',
    )
    .last()
    .click();
  await page.waitForURL(/\/postes\/[0-9a-z]{8,}/);
  await page.getByText(words.offering.page.draft).waitFor();
  await press(page, words.sharing.kinds.job.moves.publish);
  await page.getByText(words.jobs.network).waitFor();
  return new URL(page.url()).pathname;
}

async function pledge(page: Page, job: string, halves: readonly WeekHalf[], words: typeof fr): Promise<void> {
  await page.goto(job);
  for (const half of halves) await page.locator(`[name="day.${half}"]`).check();
  await press(page, words.sharing.kinds.job.ask);
  await page.waitForURL('**/parts/**');
}

async function apply(page: Page, job: string, words: typeof fr): Promise<string> {
  await page.goto(job);
  await page.getByRole('link', { name: words.jobs.apply, exact: true }).click();
  await page.locator('[name="message"]').fill('Je découpe depuis dix ans.');
  await page.locator('[name="fichiers"]').setInputFiles({ name: 'cv.pdf', mimeType: 'application/pdf', buffer: pdf });
  await press(page, words.jobs.send);
  await page.waitForURL('**/candidatures/**');
  await page.getByText(words.jobs.sent).waitFor();
  await page.getByText('cv.pdf').first().waitFor();
  return new URL(page.url()).pathname;
}

test.each([
  ['fr', true, 1280],
  ['en', false, 360],
] as const)(
  'a post is drafted, pledged by three, published, applied to, met, filled, and its week swapped; %s, scripts %s, %i px',
  async (language, scripts, width) => {
    const words = languages[language];
    const cast = await sharingWorld();
    const candidate = await person('Inès Bellanger');
    await using people = await browsers(language, scripts, width);
    const [owner, tours, orleans, applicant] = [
      await people.as(cast.owner),
      await people.as(cast.tours),
      await people.as(cast.orleans),
      await people.as(candidate),
    ];
    const job = await draft(owner, words);
    expect((await applicant.goto(job))?.status()).toBe(404);
    await pledge(owner, job, ['mon_am', 'mon_pm', 'tue_am', 'tue_pm'], words);
    await pledge(tours, job, ['wed_am', 'wed_pm'], words);
    await pledge(orleans, job, ['thu_am', 'thu_pm', 'fri_am', 'fri_pm'], words);

    const application = await apply(applicant, job, words);
    await tours.goto(`${job}/candidatures`);
    await tours.getByRole('link', { name: 'Inès Bellanger' }).click();
    await press(tours, words.jobs.moves.shortlist);
    await tours.getByText(words.jobs.did.shortlist).first().waitFor();

    await orleans.goto(application);
    await orleans.locator('[name="slot.0"]').fill(field(3));
    await orleans.locator('[name="slot.1"]').fill(field(4));
    await press(orleans, words.jobs.moves.propose);
    await orleans.getByText(words.jobs.waiting).waitFor();
    await fits(orleans, width);

    await applicant.goto('/candidatures');
    await applicant.getByRole('link', { name: 'Fablab manager partagé' }).first().click();
    await press(applicant, words.jobs.choose);
    await applicant.getByText(words.jobs.done).waitFor();
    await fits(applicant, width);

    await owner.goto(application);
    await press(owner, words.jobs.moves.hire);
    await owner.getByText(words.jobs.statuses.hired).first().waitFor();

    await tours.goto(`${job}/semaine`);
    const choices = await tours.locator('[name="take"] option').allTextContents();
    expect([choices.length, choices.some((one) => one.includes(cast.site.name))]).toEqual([8, true]);
    await tours.locator('[name="give"]').selectOption('wed_am');
    await tours.locator('[name="take"]').selectOption(`${cast.orleans.acting.id} fri_pm`);
    await press(tours, words.jobs.swapAsk);
    await tours.getByText(words.jobs.swapAsked).waitFor();
    await orleans.goto(`${job}/semaine`);
    await press(orleans, words.jobs.swapMoves.agree);
    await orleans.getByText(words.jobs.swapStatuses.agreed).waitFor();
    const friday = orleans.locator('tbody tr').nth(4).locator('td').nth(1);
    expect(await friday.textContent()).toContain('Tours');
    await fits(orleans, width);
  },
  150_000,
);

test.each([
  ['fr', false, 360],
  ['en', true, 1280],
] as const)(
  'a network drafts a post, its workshops complete it, and both find who applies on their desk; %s, scripts %s, %i px',
  async (language, scripts, width) => {
    const words = languages[language];
    const cast = await sharingWorld();
    const [networkId = ''] = (await WorkshopRecord.findById(cast.site._id).lean())!.networkIds;
    const { code, name } = (await NetworkRecord.findById(networkId).lean())!;
    await using people = await browsers(language, scripts, width);
    const head = await people.as(await holding(await person('Tête de réseau'), 'network_head', networkId));
    const [tours, orleans, applicant] = [
      await people.as(cast.tours),
      await people.as(cast.orleans),
      await people.as(await person('Inès Bellanger')),
    ];
    await head.goto(`/reseau/${code}`);
    await head.getByRole('link', { name: words.network.jobs.draft }).click();
    await head.locator('[name="atelier"]').selectOption(cast.site.slug);
    await fits(head, width);
    await press(head, words.offering.form.baseGo);
    await head.getByText(words.offering.form.forNetwork(name, cast.site.name)).waitFor();
    const job = await write(head, words);
    await fits(head, width);
    await pledge(tours, job, ['mon_am', 'mon_pm', 'tue_am', 'tue_pm'], words);
    await pledge(orleans, job, ['wed_am', 'wed_pm', 'thu_am', 'thu_pm', 'fri_am', 'fri_pm'], words);

    await applicant.goto(job);
    expect(await applicant.locator('main').textContent()).toContain(name);
    expect(await applicant.locator('main').textContent()).toContain('Groupement d’employeurs du Val de Loire');
    const posting = await applicant.locator('script[type="application/ld+json"]').last().textContent();
    expect(JSON.parse(posting ?? '')).toMatchObject({ identifier: { name } });
    const application = await apply(applicant, job, words);

    await head.goto(`/reseau/${code}`);
    await head.getByRole('link', { name: 'Inès Bellanger' }).click();
    await head.locator('[name="slot.0"]').fill(field(3));
    await press(head, words.jobs.moves.propose);
    await head.getByText(words.jobs.waiting).waitFor();
    await applicant.goto(application);
    await press(applicant, words.jobs.choose);
    await applicant.getByText(words.jobs.done).waitFor();
    for (const [page, at] of [
      [tours, '/bureau'],
      [head, `/reseau/${code}`],
    ] as const) {
      await page.goto(at);
      await page.getByRole('link', { name: 'Inès Bellanger' }).waitFor();
      await fits(page, width);
    }
    await head.getByRole('link', { name: 'Inès Bellanger' }).click();
    await press(head, words.jobs.moves.hire);
    await head.getByText(words.jobs.statuses.hired).first().waitFor();
    await head.goto(`/reseau/${code}`);
    await head.getByText(words.network.jobs.status.closed).waitFor();
  },
  150_000,
);
