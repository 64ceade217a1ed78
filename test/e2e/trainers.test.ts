import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatFor } from '$lib/i18n/format.ts';
import { en } from '$lib/i18n/en.ts';
import { fr } from '$lib/i18n/fr.ts';
import { BookingRecord } from '../../gateway/modules/calendar/booking.entity.ts';
import { LoanRecord } from '../../gateway/modules/borrowing/loan.entity.ts';
import type { PersonViewer } from '../../gateway/modules/identity/viewer.ts';
import { useApp } from '../support/app.ts';
import { visitor } from '../support/chromium.ts';
import { type Product, startProduct } from '../support/product.ts';
import { trainerInput, trainerSteps } from '../support/trainers.ts';
import { holding, network, person, workshop } from '../support/world.ts';

const world = useApp({ now: new Date().toISOString() });
const { offer } = trainerSteps(world);
const messages = { fr, en };
type Locale = keyof typeof messages;
const DAY = 86_400_000;
let product: Product;

beforeAll(async () => {
  const { MONGODB_URI, AUTH_SECRET } = world.config;
  product = await startProduct({ mongoUri: MONGODB_URI, seeded: false, env: { AUTH_SECRET, RATE_LIMITS: '0' } });
});
afterAll(() => product.stop());

interface How {
  locale: Locale;
  javaScriptEnabled: boolean;
}
const ways: How[] = (['fr', 'en'] as const).flatMap((locale) =>
  [true, false].map((javaScriptEnabled) => ({ locale, javaScriptEnabled })),
);

async function pageOf(viewer: PersonViewer, { locale, javaScriptEnabled }: How, width = 1_280) {
  const context = await visitor({ javaScriptEnabled, baseURL: product.url, viewport: { width, height: 800 } });
  const [name, value] = (await world.signedIn(viewer)).cookie!.split('=', 2) as [string, string];
  await context.addCookies([
    { name, value, url: product.url },
    { name: 'acting', value: encodeURIComponent(`${viewer.acting.scope}:${viewer.acting.id}`), url: product.url },
    { name: 'locale', value: locale, url: product.url },
  ]);
  return { page: await context.newPage(), [Symbol.asyncDispose]: () => context.close() };
}

/** Blois employs somebody who could teach; Tours and Orléans might ask, 141 km of road apart. */
async function region() {
  const [blois, tours, orleans] = [await workshop('Blois'), await workshop('Tours'), await workshop('Orléans')];
  await network([blois.workshop, tours.workshop, orleans.workshop]);
  const member = await holding(await person('Ana Ferrandon'), 'workshop_member', blois.workshop._id);
  const teacher: PersonViewer = { ...member, acting: { scope: 'person', id: member.id } };
  return { site: blois.workshop, home: blois.manager, teacher, tours: tours.manager, orleans: orleans.manager };
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const field = (page: Page, name: string) => page.locator(`main [name="${name}"]`);
const shows = (page: Page, text: string) =>
  expect
    .poll(async () => (await page.locator('main').textContent())?.replace(/\s+/g, ' '))
    .toContain(text.replace(/\s+/g, ' '));

/** Some days ahead, at these hours where the workshop is. */
const day = formatFor('fr', 'Europe/Paris').isoDay(new Date(Date.now() + 6 * DAY).toISOString());
const weekday = ((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7) + 1;
const at = (from: string, until: string) =>
  new URLSearchParams({ du: `${day}T${from}`, au: `${day}T${until}`, usage: 'take_away' }).toString();

test.each(ways)(
  'a trainer is offered, asked for, agreed by both, kept from a second town by the road, and comes: %o',
  async (how) => {
    const t = messages[how.locale];
    const words = t.visiting;
    const { home, teacher, tours, orleans } = await region();

    await using offering = await pageOf(home, how, 360);
    await offering.page.goto('/formateurs/nouveau');
    await field(offering.page, 'name').fill('Ana Ferrandon');
    await field(offering.page, 'email').fill(teacher.email);
    await field(offering.page, 'radius').fill('150');
    await field(offering.page, 'perKm').fill('0,50');
    await field(offering.page, 'pricing').selectOption('hourly');
    await field(offering.page, 'rate').fill('40');
    await field(offering.page, 'audience').selectOption('everyone');
    await field(offering.page, 'conditions').fill('Huit personnes au plus.');
    await press(offering.page, t.trainers.submit);
    // Nothing was said of what she teaches: what was typed stays.
    await shows(offering.page, how.locale === 'fr' ? 'au moins une compétence' : 'at least one skill');
    expect(await field(offering.page, 'name').inputValue()).toBe('Ana Ferrandon');
    expect(await field(offering.page, 'rate').inputValue()).toBe('40');
    expect(await field(offering.page, 'conditions').inputValue()).toBe('Huit personnes au plus.');
    await field(offering.page, 'niveau.laser').selectOption('2');
    await press(offering.page, t.trainers.submit);
    await shows(offering.page, t.trainers.draft);
    const trainer = new URL(offering.page.url()).pathname;
    expect(await offering.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);

    await using teaching = await pageOf(teacher, how);
    await teaching.page.goto(trainer);
    await press(teaching.page, t.trainers.publish);
    await expect.poll(() => teaching.page.getByRole('button', { name: t.trainers.publish }).count()).toBe(0);
    await teaching.page.getByRole('link', { name: t.trainers.edit, exact: true }).click();
    await teaching.page.waitForURL('**/modifier');
    await field(teaching.page, `h${weekday}.0.from`).fill('19:00');
    await field(teaching.page, `h${weekday}.0.to`).fill('08:00');
    await field(teaching.page, 'description').fill('Découpe et réglages.');
    await press(teaching.page, t.trainers.save);
    await teaching.page.locator('main [role="alert"]').first().waitFor();
    expect(await field(teaching.page, 'description').inputValue()).toBe('Découpe et réglages.');
    expect(await field(teaching.page, `h${weekday}.0.from`).inputValue()).toBe('19:00');
    await field(teaching.page, `h${weekday}.0.from`).fill('08:00');
    await field(teaching.page, `h${weekday}.0.to`).fill('19:00');
    await press(teaching.page, t.trainers.save);
    await shows(teaching.page, t.trainers.saved);

    // The road and its cost are said before anything is asked.
    await using asking = await pageOf(tours, how);
    const { page } = asking;
    await page.goto(`${trainer}?${at('08:30', '11:30')}`);
    const format = formatFor(how.locale, 'Europe/Paris');
    await shows(page, words.form.road(format.distance(69), 'Tours', format.duration(85)));
    await shows(page, format.money(6_900));
    await shows(page, format.money(3 * 4_000 + 6_900));
    expect(await LoanRecord.countDocuments({ kind: 'trainer', personId: tours.id })).toBe(0);
    await field(page, 'note').fill('Former trois bénévoles');
    await page.getByLabel(words.form.terms).check();
    await press(page, words.form.submit);
    await page.waitForURL('**/echanges/*');
    await shows(page, words.page.whoTitle);
    const loan = new URL(page.url()).pathname.split('/').at(-1)!;

    // The workshop that employs her agrees, then she does.
    await using counter = await pageOf(home, how);
    await counter.page.goto('/bureau');
    await press(counter.page, words.move.agree);
    await expect
      .poll(async () => (await LoanRecord.findById(loan).lean())?.consents?.filter((one) => one.at).length)
      .toBe(1);
    await counter.page.goto(`/echanges/${loan}`);
    await shows(counter.page, words.turn.waitOther('Ana Ferrandon'));
    await teaching.page.goto(`/echanges/${loan}`);
    await press(teaching.page, words.move.accept);
    await expect.poll(async () => (await LoanRecord.findById(loan).lean())?.status).toBe('accepted');

    // Orléans is too far from Tours for the early afternoon.
    await using elsewhere = await pageOf(orleans, how);
    await elsewhere.page.goto(`${trainer}?${at('12:30', '15:00')}`);
    await shows(elsewhere.page, words.need.free[1]);
    await field(elsewhere.page, 'note').fill('Premiers pas à la découpe');
    await elsewhere.page.getByLabel(words.form.terms).check();
    await press(elsewhere.page, words.form.submit);
    await shows(
      elsewhere.page,
      how.locale === 'fr' ? 'Pas assez de temps pour la route' : 'Too little time for the road',
    );
    await shows(elsewhere.page, how.locale === 'fr' ? 'Choisissez une autre heure' : 'Choose another hour');
    expect(await field(elsewhere.page, 'note').inputValue()).toBe('Premiers pas à la découpe');
    expect(await LoanRecord.countDocuments({ kind: 'trainer', personId: orleans.id })).toBe(0);

    // The day passes: the visit takes place, and is closed.
    const [from, until] = [new Date(Date.now() - 5 * 3_600_000), new Date(Date.now() - 2 * 3_600_000)];
    await LoanRecord.updateOne({ _id: loan }, { $set: { from, until } });
    await BookingRecord.updateOne({ subjectId: loan }, { $set: { from, until, blockFrom: from, blockUntil: until } });
    await page.goto(`/echanges/${loan}`);
    await shows(page, words.turn.took);
    await press(page, words.move.visit);
    await shows(page, words.status.returned);
    await counter.page.goto(`/echanges/${loan}`);
    expect(await counter.page.locator('main').textContent()).not.toMatch(/machine|prêt\b|loan\b/i);
    await press(counter.page, words.move.close);
    await shows(counter.page, words.turn.closed);
    expect((await LoanRecord.findById(loan).lean())?.status).toBe('closed');
  },
);

test.each(ways)('somebody is taken off the list and put back; not while visits are agreed: %o', async (how) => {
  const t = messages[how.locale];
  const { site, home, tours } = await region();
  const manager: PersonViewer = { ...home };
  const id = await offer(manager, trainerInput(site._id));
  const booked = await world.app.services.borrowing.request(tours, {
    resourceId: id,
    from: new Date(`${day}T07:00:00.000Z`),
    until: new Date(`${day}T10:00:00.000Z`),
    use: 'take_away',
    note: '',
    termsAccepted: true,
    idempotencyKey: `retire-${id}`,
  });
  await using editing = await pageOf(manager, how);
  const { page } = editing;
  await page.goto(`/formateurs/${id}/modifier`);
  await press(page, t.trainers.retire);
  await shows(page, how.locale === 'fr' ? 'Des interventions sont convenues' : 'Visits are agreed');
  await world.app.services.borrowing.move(tours, booked._id, 'cancel');
  await page.goto(`/formateurs/${id}/modifier`);
  await press(page, t.trainers.retire);
  await shows(page, t.trainers.visible.retired);
  await press(page, t.trainers.relist);
  await shows(page, t.trainers.visible.published);
});
