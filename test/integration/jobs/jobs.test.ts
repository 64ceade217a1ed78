import { beforeEach, describe, expect, test } from 'vitest';
import { examine } from '../../../gateway/doctor.ts';
import { FileDownloadRecord, FileRecord } from '../../../gateway/modules/files/file.entity.ts';
import { inspect } from '../../../gateway/modules/files/check/inspect.ts';
import { ApplicationRecord } from '../../../gateway/modules/hiring/application.entity.ts';
import { type PersonViewer, visitor } from '../../../gateway/modules/identity/viewer.ts';
import { WorkshopRecord } from '../../../gateway/modules/workshop/workshop.entity.ts';
import { newId } from '../../../gateway/platform/ids.ts';
import type { WeekHalf } from '../../../schema/jobs.ts';
import { useApp } from '../../support/app.ts';
import { pdf, sending } from '../../support/sending.ts';
import { CLAIMED, LISTED, OFFER, sample, sharingSteps, sharingWorld } from '../../support/sharing.ts';
import { person, workshop } from '../../support/world.ts';

const world = useApp();
const { offer, claim, move, step, listing } = sharingSteps(world);
const { OPEN } = sending(world);

const WEEK = `query W($id: ID!, $of: String) { listing(id: $id) { id shares { id percent days season { from until } workshop { city } }
  week(of: $of) { half workshops { city } } clashes { reason half day km workshops { city } } applicationCount readsApplications
  swaps { id status can give take week } application { id status } history { move } decideAt } }`;
const APPLY = `mutation A($input: Apply!) { apply(input: $input) { ...Ap } }`;
const APPLICATION = `fragment Ap on Application { id status side can message phone email slots slotPlace chosenSlot deleteAt
  notes { text person { name } party { name } } cv { id name } candidate { name } history { move by note }
  downloads(first: 5) { nodes { name party { name } } } }`;
const SEEN = `query S($id: ID!) { application(id: $id) { ...Ap } } ${APPLICATION}`;
const MOVE = `mutation M($id: ID!, $move: ApplicationMove!, $note: String) { moveApplication(id: $id, move: $move, note: $note) { ...Ap } } ${APPLICATION}`;
const NOTE = `mutation N($id: ID!, $text: String!) { noteApplication(id: $id, text: $text) { ...Ap } } ${APPLICATION}`;
const PROPOSE = `mutation P($input: ProposeInterview!) { proposeInterview(input: $input) { ...Ap } } ${APPLICATION}`;
const CHOOSE = `mutation C($id: ID!, $slot: DateTimeISO!) { chooseInterview(id: $id, slot: $slot) { ...Ap } } ${APPLICATION}`;
const LIST = `query L($id: ID!) { applications(listingId: $id) { totalCount nodes { id side candidate { name } } } }`;
const MINE = `{ myApplications { totalCount nodes { id status } } }`;
const ASK = `mutation S($input: AskSwap!) { askSwap(input: $input) { id status can } }`;
const SETTLE = `mutation S($id: ID!, $move: SwapMove!) { moveSwap(id: $id, move: $move) { id status } }`;

interface Seen {
  id: string;
  status: string;
  side: string;
  can: string[];
  cv: { id: string } | null;
  notes: { text: string }[];
  slots: string[];
  chosenSlot: string | null;
  deleteAt: string | null;
  downloads: { nodes: { party: { name: string } }[] };
}
interface Week {
  listing: {
    shares: { id: string; percent: number; days: WeekHalf[]; workshop: { city: string } }[];
    week: { half: WeekHalf; workshops: { city: string }[] }[];
    clashes: { reason: string; km: number }[];
    swaps: { id: string; status: string; can: string[] }[];
    application: { id: string } | null;
    applicationCount: number;
    readsApplications: boolean;
    history: { move: string }[];
    decideAt: string;
  };
}

const all: WeekHalf[] = [
  'mon_am',
  'mon_pm',
  'tue_am',
  'tue_pm',
  'wed_am',
  'wed_pm',
  'thu_am',
  'thu_pm',
  'fri_am',
  'fri_pm',
];
const early = all.slice(0, 4);
const late = all.slice(4);

const weekOf = async (viewer: PersonViewer, id: string, of?: string) =>
  (await world.get<Week>(viewer, WEEK, { id, of })).listing;
const refused = async (viewer: Parameters<typeof world.run>[0], document: string, variables: object) =>
  (await world.run(viewer, document, variables as Record<string, unknown>)).refusal;
const apply = async (viewer: PersonViewer, listingId: string, more: object = {}) =>
  (
    await world.get<{ apply: Seen }>(viewer, `${APPLY} ${APPLICATION}`, {
      input: { listingId, message: 'Je découpe depuis dix ans.', idempotencyKey: newId(), ...more },
    })
  ).apply;
const seen = async (viewer: PersonViewer, id: string) =>
  (await world.get<{ application: Seen }>(viewer, SEEN, { id })).application;
const mailsTo = async ({ email }: PersonViewer) => {
  await world.app.outbox.drain();
  return world.mails.filter(({ to }) => to === email);
};
const mailTo = async (viewer: PersonViewer) => (await mailsTo(viewer)).at(-1);

/** A job that Tours and Orléans share, published. */
async function published() {
  const cast = await sharingWorld();
  const job = await offer(cast.owner, 'job');
  const first = await claim(cast.tours, job.id, 40, { days: early });
  const second = await claim(cast.orleans, job.id, 60, { days: late });
  return { ...cast, job, first, second };
}

async function withCv(candidate: PersonViewer, applicationId: string) {
  const verdict = await inspect(pdf, ['pdf']);
  if (!verdict.ok) throw new Error(verdict.fault);
  const facts = {
    purpose: 'cv',
    subjectId: applicationId,
    kind: 'pdf',
    name: 'cv.pdf',
    alt: '',
    by: candidate.id,
  } as const;
  return world.app.services.files.keep(
    { _id: newId(), width: 0, height: 0, cleaned: false, rowErrors: [], ...facts },
    verdict.kept,
  );
}

beforeEach(() => world.clock.set('2026-11-23T08:00:00.000Z'));

describe('the shares of a job', () => {
  test('fill its week half-day by half-day, and clashes are flagged with their distance, never refused', async () => {
    const { owner, tours, site } = await sharingWorld();
    const job = await offer(owner, 'job');
    const { networkIds } = (await WorkshopRecord.findById(site._id).lean())!;
    const chartres = (await workshop('Chartres', { networkIds })).manager;
    await claim(tours, job.id, 20, { days: ['tue_am', 'wed_am'] });
    await claim(chartres, job.id, 20, { days: ['tue_pm', 'wed_am'] });
    const { week, clashes } = await weekOf(owner, job.id);
    const taken = (half: WeekHalf) => week.find((cell) => cell.half === half)!.workshops.map(({ city }) => city);
    expect([taken('tue_am'), taken('tue_pm'), taken('wed_am'), taken('fri_pm')]).toEqual([
      ['Tours'],
      ['Chartres'],
      ['Tours', 'Chartres'],
      [],
    ]);
    expect(clashes.map(({ reason, km }) => [reason, km])).toEqual([
      ['same_half', 131],
      ['far', 131],
      ['far', 131],
    ]);
  });

  test('never make more than a whole person, whoever asks at once', async () => {
    const { owner, tours, orleans } = await sharingWorld();
    const job = await offer(owner, 'job');
    const asked = await Promise.all(
      [tours, orleans, owner, tours, orleans].map((viewer) =>
        world.run(viewer, CLAIMED, { input: { listingId: job.id, quantity: 40, idempotencyKey: newId() } }),
      ),
    );
    expect(asked.filter(({ errors }) => errors.length === 0)).toHaveLength(2);
    expect(asked.flatMap(({ refusal }) => refusal ?? [])).toEqual(Array(3).fill('sharing.tooMuch'));
    expect(await listing(owner, job.id)).toMatchObject({ agreed: 80, left: 20, status: 'open' });
    expect(await examine(world.clock.read())).toEqual([]);
  });

  test('are refused where they do not add up: other half-days, too short a season, or no workshop', async () => {
    const { owner, tours } = await sharingWorld();
    const job = await offer(owner, 'job');
    const ask = (viewer: PersonViewer, quantity: number, more: object) =>
      refused(viewer, CLAIMED, { input: { listingId: job.id, quantity, idempotencyKey: newId(), ...more } });
    expect(await ask(tours, 30, { days: ['mon_am'] })).toBe('jobs.halves');
    expect(await ask(tours, 40, { season: { from: '2027-06-01', until: '2027-08-31' } })).toBe('jobs.season');
    const alone = { ...tours, acting: { scope: 'person' as const, id: tours.id } };
    expect(await ask(alone, 10, {})).toBe('jobs.workshopOnly');
    const season = await claim(tours, job.id, 20, { season: { from: '2027-06-01', until: '2027-08-31' } });
    expect((await weekOf(owner, job.id)).shares).toMatchObject([
      { id: season.id, percent: 20, days: [], season: { from: '2027-06-01', until: '2027-08-31' } },
    ]);
  });

  test('must be of one whole week, and of a pay that does not shrink', async () => {
    const { owner, site } = await sharingWorld();
    const make = (more: object) => refused(owner, OFFER, { input: sample('job', site._id, more) });
    expect(await make({ quantity: 80, threshold: 80 })).toBe('platform.invalid');
    const { facts } = sample('job', site._id) as unknown as { facts: object[] };
    const pay = [
      { name: 'payFrom', number: 260_000 },
      { name: 'payTo', number: 220_000 },
    ];
    expect(await make({ facts: [...facts, ...pay] })).toBe('platform.invalid');
    expect(await make({ facts: facts.slice(1) })).toBe('sharing.incomplete');
    expect(await make({ facts: [{ name: 'title', text: '1' }, ...facts.slice(1)] })).toBe('platform.invalid');
  });
});

describe('a job', () => {
  test('is seen by its network until it is complete, then by everyone; falls back when a share goes, and all hear', async () => {
    const { owner, tours, orleans } = await sharingWorld();
    const stranger = (await workshop('Brest')).manager;
    const job = await offer(owner, 'job');
    const inList = async (viewer: Parameters<typeof world.run>[0]) =>
      (
        await world.run<{ listings: { nodes: { id: string }[] } }>(viewer, '{ listings(kind: job) { nodes { id } } }')
      ).data.listings.nodes.some(({ id }) => id === job.id);
    expect([await inList(visitor), await inList(stranger), await inList(tours)]).toEqual([false, false, true]);
    expect(await refused(stranger, LISTED, { id: job.id })).toBe('platform.notFound');
    expect(await refused(visitor, LISTED, { id: job.id })).toBe('platform.notFound');
    await claim(tours, job.id, 40, { days: early });
    const second = await claim(orleans, job.id, 60, { days: late });
    expect([await inList(visitor), await inList(stranger)]).toEqual([true, true]);
    for (const each of [owner, tours, orleans])
      expect((await mailTo(each))?.subject).toBe('Semaine complète, poste publié\u00a0: Fablab manager partagé');
    world.clock.set('2026-12-14T08:00:00.000Z');
    expect((await move(orleans, second.id, 'cancel')).status).toBe('cancelled');
    expect([await inList(visitor), await inList(tours)]).toEqual([false, true]);
    expect((await weekOf(owner, job.id)).history.map((line) => line.move)).toEqual([
      'publish',
      'confirm',
      'fall_short',
    ]);
    for (const each of [owner, tours]) expect((await mailTo(each))?.subject).toContain('Poste dépublié');
    // There is time to find another workshop, though the first date is tomorrow.
    expect((await weekOf(owner, job.id)).decideAt).toBe('2026-12-28T08:00:00.000Z');
    world.clock.set('2026-12-16T08:00:00.000Z');
    await world.app.services.sharingDeadlines.run();
    expect((await listing(owner, job.id)).status).toBe('open');
    await claim(orleans, job.id, 60, { days: late });
    expect((await listing(owner, job.id)).status).toBe('confirmed');
    expect(await examine(world.clock.read())).toEqual([]);
  });
});

describe('an application', () => {
  test('is for a published job, once, and is read by the candidate and the workshops of the job alone', async () => {
    const { owner, tours, orleans, job } = await published();
    const candidate = await person('Inès B.');
    const stranger = (await workshop('Brest')).manager;
    const admin = await person('Admin', { admin: true });
    const key = newId();
    const sent = await apply(candidate, job.id, { idempotencyKey: key, phone: '06 00 00 00 00' });
    expect((await apply(candidate, job.id, { idempotencyKey: key, phone: '06 00 00 00 00' })).id).toBe(sent.id);
    const input = { listingId: job.id, message: 'Encore moi.', idempotencyKey: newId() };
    expect(await refused(candidate, `${APPLY} ${APPLICATION}`, { input })).toBe('jobs.applied');
    expect(sent).toMatchObject({ status: 'received', side: 'candidate', can: ['withdraw'], notes: [] });
    for (const each of [owner, tours, orleans]) {
      expect(await seen(each, sent.id)).toMatchObject({
        side: 'employer',
        can: ['shortlist', 'propose', 'hire', 'decline'],
      });
      expect((await mailTo(each))?.subject).toBe('Nouvelle candidature\u00a0: Fablab manager partagé');
    }
    for (const each of [stranger, admin]) {
      expect(await refused(each, SEEN, { id: sent.id })).toBe('platform.notFound');
      expect(await refused(each, LIST, { id: job.id })).toBe('platform.forbidden');
      expect(await weekOf(each, job.id)).toMatchObject({ applicationCount: 0, readsApplications: false });
    }
    expect(await weekOf(tours, job.id)).toMatchObject({ applicationCount: 1, readsApplications: true });
    expect(
      (await world.get<{ myApplications: { totalCount: number } }>(candidate, MINE)).myApplications.totalCount,
    ).toBe(1);
    expect((await mailTo(candidate))?.text).toContain('gardée 6 mois');
  });

  test('is noted, met and decided together; hiring one answers every other candidate by mail', async () => {
    const { owner, tours, orleans, job } = await published();
    const [ines, marc, lea] = [await person('Inès B.'), await person('Marc T.'), await person('Léa V.')];
    const [a, b, c] = [await apply(ines, job.id), await apply(marc, job.id), await apply(lea, job.id)];
    await world.get(tours, NOTE, { id: a.id, text: 'Très bon dossier.' });
    expect((await seen(orleans, a.id)).notes).toMatchObject([
      { text: 'Très bon dossier.', party: { name: expect.stringContaining('Tours') as string } },
    ]);
    expect((await seen(ines, a.id)).notes).toEqual([]);
    expect(await refused(ines, NOTE, { id: a.id, text: 'Moi aussi.' })).toBe('platform.forbidden');
    await world.get(orleans, MOVE, { id: a.id, move: 'shortlist' });
    const slots = ['2026-11-25T09:00:00.000Z', '2026-11-26T09:00:00.000Z'];
    await world.get(owner, PROPOSE, { input: { id: a.id, slots, place: 'Blois, au premier étage' } });
    expect((await mailTo(ines))?.subject).toBe('Entretien proposé\u00a0: Fablab manager partagé');
    expect(await refused(ines, CHOOSE, { id: a.id, slot: '2026-11-27T09:00:00.000Z' })).toBe('jobs.slots');
    expect(await refused(tours, CHOOSE, { id: a.id, slot: slots[1] })).toBe('platform.forbidden');
    const met = await world.get<{ chooseInterview: Seen }>(ines, CHOOSE, { id: a.id, slot: slots[1] });
    expect(met.chooseInterview).toMatchObject({ status: 'interview', chosenSlot: slots[1] });
    expect((await mailTo(tours))?.subject).toContain('Entretien fixé');
    expect(await refused(tours, MOVE, { id: b.id, move: 'decline' })).toBe('jobs.reason');
    await world.get(tours, MOVE, { id: b.id, move: 'decline', note: 'Trop loin de la découpe.' });
    expect((await mailTo(marc))?.text).toContain('Trop loin de la découpe.');
    expect(await refused(marc, MOVE, { id: a.id, move: 'hire' })).toBe('platform.notFound');
    const hired = await world.get<{ moveApplication: Seen }>(orleans, MOVE, { id: a.id, move: 'hire' });
    expect(hired.moveApplication).toMatchObject({ status: 'hired', deleteAt: null, can: [] });
    expect(await seen(lea, c.id)).toMatchObject({ status: 'declined', history: [{ move: 'decline', by: 'system' }] });
    expect((await mailTo(lea))?.text).toContain('est pourvu par une autre personne');
    expect((await mailTo(ines))?.subject).toContain('Vous êtes retenu');
    expect((await mailTo(owner))?.subject).toContain('Poste pourvu');
    expect((await listing(owner, job.id)).status).toBe('closed');
    const input = { listingId: job.id, message: 'Trop tard ?', idempotencyKey: newId() };
    expect(await refused(await person(), `${APPLY} ${APPLICATION}`, { input })).toBe('jobs.notOpen');
  });

  test('waits while the job falls short, and is answered when it is withdrawn or lapses', async () => {
    const { owner, tours, orleans, job, second } = await published();
    const [ines, marc] = [await person('Inès B.'), await person('Marc T.')];
    const a = await apply(ines, job.id);
    await move(orleans, second.id, 'cancel');
    expect((await mailTo(ines))?.subject).toContain('Poste suspendu');
    const input = { listingId: job.id, message: 'Bonjour', idempotencyKey: newId() };
    expect(await refused(tours, `${APPLY} ${APPLICATION}`, { input })).toBe('jobs.notOpen');
    // Who has left reads nothing more.
    expect(await refused(orleans, SEEN, { id: a.id })).toBe('platform.notFound');
    await claim(orleans, job.id, 60, { days: late });
    expect((await mailTo(ines))?.subject).toContain('Le poste reprend');
    const b = await apply(marc, job.id);
    await step(owner, job.id, 'cancel', 'Budget refusé.');
    for (const [viewer, id] of [
      [ines, a.id],
      [marc, b.id],
    ] as const) {
      expect((await seen(viewer, id)).status).toBe('declined');
      expect((await mailTo(viewer))?.text).toContain('est retiré');
    }
    const again = await published();
    const c = await apply(marc, again.job.id);
    await move(again.orleans, again.second.id, 'cancel');
    world.clock.set('2026-12-20T08:00:00.000Z');
    await world.app.services.sharingDeadlines.run();
    expect((await seen(marc, c.id)).status).toBe('declined');
    expect((await mailTo(marc))?.text).toContain('n’a pas réuni assez d’ateliers');
  });

  test('carries a CV that only the two sides read, each download noted; it goes with the application in its time', async () => {
    const { tours, job } = await published();
    const { downloads, applicationCleaning } = world.app.services;
    const candidate = await person('Inès B.');
    const stranger = (await workshop('Brest')).manager;
    const sent = await apply(candidate, job.id, { keepMonths: 3 });
    const ticket = (viewer: PersonViewer) =>
      refused(viewer, OPEN, { input: { purpose: 'cv', subjectId: sent.id, bytes: 10, name: 'cv.pdf' } });
    expect([await ticket(candidate), await ticket(tours), await ticket(stranger)]).toEqual([
      undefined,
      'platform.forbidden',
      'platform.notFound',
    ]);
    const file = await withCv(candidate, sent.id);
    expect((await seen(tours, sent.id)).cv).toMatchObject({ id: file._id, name: 'cv.pdf' });
    await expect(downloads.open(stranger, file._id)).rejects.toMatchObject({ key: 'platform.notFound' });
    const path = await downloads.open(tours, file._id);
    await downloads.redeem(tours, file._id, new URL(path, 'http://x').searchParams.get('ticket')!);
    expect((await seen(candidate, sent.id)).downloads.nodes).toMatchObject([{ name: 'cv.pdf' }]);
    expect(await applicationCleaning.run()).toBe(0);
    world.clock.set('2027-02-23T08:00:01.000Z');
    expect(await applicationCleaning.run()).toBe(1);
    expect([
      await ApplicationRecord.countDocuments({ _id: sent.id }),
      await FileRecord.countDocuments({ _id: file._id }),
      await FileDownloadRecord.countDocuments({ subject: `cv:${sent.id}` }),
    ]).toEqual([0, 0, 0]);
    expect(await world.app.services.files.open(file, file.variants[0]!)).toBeUndefined();
    // Nobody answered in all that time: the candidate hears at least that it is over, and once.
    await applicationCleaning.run();
    const told = (await mailsTo(candidate)).filter(({ subject }) => subject.includes('est effacée'));
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('CV compris');
  });

  test('taken back, or of a deleted account, is deleted at once with its CV', async () => {
    const { tours, job } = await published();
    const { applicationCleaning } = world.app.services;
    const candidate = await person('Inès B.');
    const sent = await apply(candidate, job.id);
    const file = await withCv(candidate, sent.id);
    await world.get(candidate, MOVE, { id: sent.id, move: 'withdraw' });
    expect((await mailTo(tours))?.subject).toContain('Candidature retirée');
    await applicationCleaning.run();
    expect(await refused(candidate, SEEN, { id: sent.id })).toBe('platform.notFound');
    expect(await FileRecord.countDocuments({ _id: file._id })).toBe(0);
  });
});

describe('the week of who is hired', () => {
  const swap = (viewer: PersonViewer, listingId: string, otherId: string, more: object) =>
    world.run<{ askSwap: { id: string } }>(viewer, ASK, {
      input: { listingId, otherId, idempotencyKey: newId(), ...more },
    });
  const daysOf = async (viewer: PersonViewer, id: string, city: string, of?: string) =>
    (await weekOf(viewer, id, of)).week
      .filter(({ workshops }) => workshops.some((one) => one.city === city))
      .map(({ half }) => half);

  test('changes when a swap is agreed: for good, or for one week alone', async () => {
    const { owner, tours, orleans, job } = await published();
    const asked = await swap(tours, job.id, orleans.acting.id, { give: 'mon_am', take: 'fri_am', week: null });
    const { id } = asked.data.askSwap;
    expect((await mailTo(orleans))?.text).toContain('vendredi matin contre le lundi matin');
    expect((await weekOf(orleans, job.id)).swaps).toMatchObject([{ id, status: 'asked', can: ['agree', 'refuse'] }]);
    expect((await weekOf(tours, job.id)).swaps[0]?.can).toEqual(['take_back']);
    expect((await weekOf(await person(), job.id)).swaps).toEqual([]);
    expect(await refused(tours, SETTLE, { id, move: 'agree' })).toBe('platform.forbidden');
    expect(await refused(owner, SETTLE, { id, move: 'agree' })).toBe('platform.notFound');
    await world.get(orleans, SETTLE, { id, move: 'agree' });
    expect(await daysOf(owner, job.id, 'Tours')).toEqual(['mon_pm', 'tue_am', 'tue_pm', 'fri_am']);
    expect(await refused(orleans, SETTLE, { id, move: 'agree' })).toBe('jobs.closedMove');
    const once = await swap(orleans, job.id, tours.acting.id, { give: 'wed_am', take: 'tue_am', week: '2026-12-07' });
    await world.get(tours, SETTLE, { id: once.data.askSwap.id, move: 'agree' });
    expect(await daysOf(owner, job.id, 'Tours', '2026-12-07')).toEqual(['mon_pm', 'tue_pm', 'wed_am', 'fri_am']);
    expect(await daysOf(owner, job.id, 'Tours', '2026-12-14')).toEqual(['mon_pm', 'tue_am', 'tue_pm', 'fri_am']);
    expect((await weekOf(owner, job.id)).shares.map(({ percent }) => percent)).toEqual([40, 60]);
  });

  test('is left as it is by a swap that cannot be made, or that is refused', async () => {
    const { tours, orleans, job } = await published();
    const other = orleans.acting.id;
    expect((await swap(tours, job.id, other, { give: 'fri_am', take: 'mon_am' })).refusal).toBe('jobs.swap');
    expect((await swap(tours, job.id, other, { give: 'mon_am', take: 'fri_am', week: '2026-12-08' })).refusal).toBe(
      'platform.invalid',
    );
    const first = await swap(tours, job.id, other, { give: 'mon_am', take: 'fri_am' });
    const twin = await swap(tours, job.id, other, { give: 'mon_am', take: 'fri_pm' });
    await world.get(orleans, SETTLE, { id: first.data.askSwap.id, move: 'agree' });
    expect(await refused(orleans, SETTLE, { id: twin.data.askSwap.id, move: 'agree' })).toBe('jobs.swap');
    await world.get(orleans, SETTLE, { id: twin.data.askSwap.id, move: 'refuse' });
    expect((await mailTo(tours))?.subject).toContain('Échange refusé');
    expect(await daysOf(tours, job.id, 'Tours')).toEqual(['mon_pm', 'tue_am', 'tue_pm', 'fri_am']);
  });
});
