import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fr } from '$lib/i18n/fr.ts';
import { ListingRecord } from '../../gateway/modules/sharing/listing.entity.ts';
import { AccreditationRecord } from '../../gateway/modules/training/accreditation.entity.ts';
import type { PersonViewer } from '../../gateway/modules/identity/viewer.ts';
import { storedWords } from '../../schema/words.ts';
import { useApp } from '../support/app.ts';
import { visitor } from '../support/chromium.ts';
import { type Product, startProduct } from '../support/product.ts';
import { sharingSteps } from '../support/sharing.ts';
import { laser, network, person, workshop } from '../support/world.ts';

const world = useApp({ now: new Date().toISOString() });
const { offer, claim } = sharingSteps(world);
const words = fr.training;
const DAY = 86_400_000;
let product: Product;

beforeAll(async () => {
  const { MONGODB_URI, AUTH_SECRET } = world.config;
  product = await startProduct({ mongoUri: MONGODB_URI, seeded: false, env: { AUTH_SECRET, RATE_LIMITS: '0' } });
});
afterAll(() => product.stop());

async function browserOf(viewer: PersonViewer, javaScriptEnabled: boolean, width: number) {
  const context = await visitor({ javaScriptEnabled, baseURL: product.url, viewport: { width, height: 800 } });
  const [name, value] = (await world.signedIn(viewer)).cookie!.split('=', 2) as [string, string];
  await context.addCookies([
    { name, value, url: product.url },
    { name: 'acting', value: encodeURIComponent(`${viewer.acting.scope}:${viewer.acting.id}`), url: product.url },
    { name: 'locale', value: 'fr', url: product.url },
  ]);
  return context;
}

const inDays = (days: number, hours = 0) =>
  new Date(Math.ceil(Date.now() / DAY) * DAY + days * DAY + hours * 3_600_000).toISOString();
const fits = async (page: Page, width: number) =>
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);

/** Blois lends a laser that asks for level 1 and teaches it; Tours wants both. */
async function stage() {
  const blois = await workshop('Blois');
  const tours = await workshop('Tours');
  const { head } = await network([blois.workshop, tours.workshop]);
  const machine = await laser(blois.workshop, { accreditation: 'Laser niveau 1' });
  const session = (skill: string, more: object = {}) =>
    offer(blois.manager, 'training', {
      name: `${skill}, prise en main`,
      from: inDays(9, 8),
      until: inDays(9, 16),
      automatic: true,
      prices: [],
      facts: [
        { name: 'programme', text: 'Réglages, sécurité, première découpe.' },
        { name: 'skill', text: skill },
        { name: 'level', number: 1 },
      ],
      ...more,
    });
  return { blois, tours, head, machine, session };
}

test.each([
  [true, 1280],
  [false, 360],
] as const)(
  'what is missing leads to the session, its seat and its papers; scripts %s, %i px',
  async (scripts, width) => {
    const { blois, tours, head, machine, session } = await stage();
    const wished = `/equipements/${machine._id}?du=${inDays(2, 8).slice(0, 16)}&au=${inDays(2, 10).slice(0, 16)}`;
    await using pocket = await browserOf(tours.manager, scripts, width);
    const page = await pocket.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(wished);
    const link = page.locator('.needs a', { hasText: fr.borrowing.needDetail.wish }).first();
    await link.click();
    await page.getByLabel(words.plan.wishPlace).fill('Blois');
    await page.getByRole('button', { name: words.plan.wishSend }).click();
    await page.getByText(words.plan.wishSent).waitFor();
    await fits(page, width);

    await using office = await browserOf(head, scripts, width);
    const plan = await office.newPage();
    await plan.goto('/formations-a-prevoir');
    expect(await plan.locator('table').innerText()).toContain('Laser niveau 1');
    await fits(plan, width);

    const { id } = await session('Laser', {
      quantity: 6,
      threshold: 3,
      decideAt: inDays(5),
      facts: [
        { name: 'programme', text: 'Réglages, sécurité, première découpe.' },
        { name: 'skill', text: 'Laser' },
        { name: 'level', number: 1 },
        { name: 'cost', number: 60_000 },
      ],
    });
    await page.goto(wished);
    await page.locator('.needs a', { hasText: 'Prochaine formation' }).first().click();
    await page.waitForURL(`**/formations/${id}`);
    await page.getByText(words.panel.shares).first().waitFor();
    await fits(page, width);
    const part = await claim(tours.manager, id, 2);
    await page.goto(`/parts/${part.id}`);
    await page.getByLabel(words.attendees.label(2)).fill('Alix Martin\nCamille Roux');
    await page.getByRole('button', { name: words.attendees.save }).click();
    await page.getByText(words.attendees.saved).waitFor();
    await fits(page, width);

    await using bench = await browserOf(blois.manager, scripts, width);
    const owner = await bench.newPage();
    await owner.goto(`/formations/${id}`);
    const sheet = await owner.locator('a', { hasText: words.panel.attendance }).getAttribute('href');
    const printed = await bench.request.get(sheet!);
    expect(printed.headers()['content-type']).toBe('application/pdf');
  },
);

test.each([
  [true, 1280],
  [false, 360],
] as const)(
  'a workshop says how long its accreditations last and whose it recognises; scripts %s, %i px',
  async (scripts, width) => {
    const { blois } = await stage();
    const name = `Fabrique du Ponant ${width}`;
    const brest = await workshop('Brest', { name, searchWords: storedWords(name) });
    await using bench = await browserOf(blois.manager, scripts, width);
    const page = await bench.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto('/bureau/habilitations');
    await page.getByRole('link', { name: words.policy.link }).click();
    await page.getByLabel(words.policy.age).first().fill('24');
    await page.getByLabel(words.policy.skill).first().fill('Laser');
    await page.getByLabel(words.policy.idle).nth(1).fill('6');
    await page.getByRole('button', { name: words.policy.save }).click();
    await page.getByText(words.policy.saved).waitFor();
    await page.getByLabel(words.policy.search).fill(name);
    await page.getByRole('button', { name: words.policy.find, exact: true }).click();
    await page.getByRole('button', { name: `${words.policy.recognise}, ${name}` }).click();
    await page.getByText(words.policy.added).waitFor();
    await fits(page, width);
    const policy = await world.app.services.trainingPolicies.of(blois.workshop._id);
    expect(policy).toMatchObject({
      lasting: [
        { skill: '', ageMonths: 24 },
        { skill: 'Laser', idleMonths: 6 },
      ],
      recognised: [brest.workshop._id],
    });
    const learner = await person('Camille Roux');
    await page.goto('/bureau/habilitations');
    await page.getByLabel(fr.borrowing.accreditations.email).fill(learner.email);
    await page.getByLabel(fr.borrowing.accreditations.name).fill('Laser niveau 1');
    await page.getByRole('button', { name: fr.borrowing.accreditations.issue }).click();
    await page.getByText('Camille Roux').waitFor();
    await fits(page, width);
  },
);

test.each([
  [true, 1280],
  [false, 360],
] as const)(
  'the host notes who did not come and who sat there, and certifies the others in one press; scripts %s, %i px',
  async (scripts, width) => {
    const { blois, tours, session } = await stage();
    const [learner, late] = [await person('Camille Roux'), await person('Noa Petit')];
    const { id } = await session('Laser');
    await claim(tours.manager, id, 3, { attendees: [learner.email, 'Alix Martin'] });
    const begun = new Date(Date.now() - DAY);
    await ListingRecord.updateOne({ _id: id }, { $set: { from: begun, until: new Date(begun.getTime() + DAY / 3) } });
    await using bench = await browserOf(blois.manager, scripts, width);
    const page = await bench.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(`/formations/${id}`);
    const { marks } = words.attendance;
    const seat = (who: string) => page.locator('#presence fieldset', { hasText: who });
    await seat('Alix Martin').getByLabel(marks.absent).check();
    await seat(words.attendance.unnamed(3)).getByLabel(words.attendance.who).fill(late.email);
    await fits(page, width);
    await page.getByRole('button', { name: words.attendance.allPassed }).click();
    await seat(learner.email).getByText(marks.certified).waitFor();
    expect(await seat('Alix Martin').getByLabel(marks.absent).isChecked()).toBe(true);
    const href = await seat(learner.email).getByRole('link').getAttribute('href');
    expect((await bench.request.get(href!)).headers()['content-type']).toBe('application/pdf');
    expect(await AccreditationRecord.countDocuments({ personId: { $in: [learner.id, late.id] } })).toBe(2);
    await seat('Alix Martin').getByText(words.attendance.instead).click();
    await seat('Alix Martin').getByLabel(words.attendance.who).fill('Sacha Roy');
    await seat('Alix Martin').getByLabel(marks.present, { exact: true }).check();
    await page.getByRole('button', { name: words.attendance.save, exact: true }).click();
    await seat('Sacha Roy').waitFor();
    await fits(page, width);
  },
);
