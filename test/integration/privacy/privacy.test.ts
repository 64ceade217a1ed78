import type { Schema } from 'mongoose';
import mongoose, { type SchemaType } from 'mongoose';
import { beforeEach, describe, expect, test } from 'vitest';
import { LoanRecord } from '../../../gateway/modules/borrowing/loan.entity.ts';
import { FirmRecord } from '../../../gateway/modules/firm/firm.entity.ts';
import { AccountRecord, SessionRecord } from '../../../gateway/modules/identity/account.entity.ts';
import { hashPassword } from '../../../gateway/modules/identity/passwords.ts';
import { MandateRecord, PersonRecord } from '../../../gateway/modules/identity/person.entity.ts';
import type { PersonViewer } from '../../../gateway/modules/identity/viewer.ts';
import { nobody, references, typedNames } from '../../../gateway/modules/privacy/references.table.ts';
import { OfferRecord } from '../../../gateway/modules/production/offer.entity.ts';
import { RequestRecord } from '../../../gateway/modules/production/request.entity.ts';
import { ClaimRecord } from '../../../gateway/modules/sharing/claim.entity.ts';
import { newId } from '../../../gateway/platform/ids.ts';
import { useApp } from '../../support/app.ts';
import { holding, person } from '../../support/world.ts';
import { type Scene, stage } from '../authorisation/scene.ts';

const world = useApp();
const password = 'une phrase assez longue';
let scene: Scene;

beforeEach(async () => {
  for (const { name } of await mongoose.connection.listCollections())
    await mongoose.connection.collection(name).deleteMany({});
  scene = await stage(world);
});

/** Every path of a schema, those inside lists and sub-documents too. */
function pathsOf(schema: Schema, prefix = ''): string[] {
  const paths: string[] = [];
  schema.eachPath((name, type: SchemaType) => {
    const path = prefix + name;
    paths.push(path);
    const inner = (type as { schema?: Schema }).schema;
    if (inner) paths.push(...pathsOf(inner, `${path}.`));
  });
  return paths;
}

/** Names that point at a person, as entities use them, and the id of a party. */
const looksLikeSomebody = (path: string, all: readonly string[]): boolean => {
  const leaf = path.split('.').at(-1)!;
  if (leaf === 'id') return all.includes(`${path.slice(0, -'id'.length)}scope`);
  return (
    /^(person|user|member|owner|author|viewer|holder|borrower|sender|recipient)(Id|s|Ids)?$/.test(leaf) ||
    /^(by|to|email|audience|mail)$/.test(leaf) ||
    /[a-z]By$/.test(leaf)
  );
};

describe('the table of what names a person', () => {
  const models = mongoose.models;
  const sorted = (paths: string[]) => [...new Set(paths)].sort();
  test('holds every path of every schema that looks like one', () => {
    const found = Object.entries(models).flatMap(([name, { schema }]) => {
      const all = pathsOf(schema);
      return all.filter((path) => looksLikeSomebody(path, all)).map((path) => `${name}.${path}`);
    });
    const known = Object.entries(references).flatMap(([name, rows]) => rows.map(({ path }) => `${name}.${path}`));
    expect(sorted(found.filter((path) => !known.includes(path) && !nobody[path]))).toEqual([]);
  });
  test('names only what is there', () => {
    // The account library writes rows of its own shape.
    const free = ['Session', 'Account'];
    for (const [name, rows] of Object.entries(references)) {
      expect(Object.keys(models)).toContain(name);
      if (free.includes(name)) continue;
      const all = pathsOf(models[name]!.schema);
      for (const { path } of rows) expect([name, path, all.includes(path)]).toEqual([name, path, true]);
    }
    for (const typed of typedNames)
      expect(pathsOf(LoanRecord.schema)).toContain('inList' in typed ? `${typed.inList}.${typed.path}` : typed.path);
  });
});

/** A person who has done a little of everything, with a password. */
async function busyPerson(): Promise<PersonViewer> {
  const me = await person('Odile Personne-Unique');
  await AccountRecord.insertMany([
    {
      _id: newId(),
      userId: me.id,
      accountId: me.id,
      providerId: 'credential',
      password: await hashPassword(password),
    },
  ]);
  const loan = (await LoanRecord.findById(scene.ids.loanA).lean())!;
  const counter = {
    at: world.clock.now,
    personId: me.id,
    unitId: loan.unitId,
    present: [],
    missing: [],
    condition: '',
  };
  const line = {
    at: world.clock.now,
    event: 'ask',
    by: 'borrower',
    personId: me.id,
    note: 'Appelez-moi au 01 99 00 24 61',
  };
  await LoanRecord.create([
    {
      ...loan,
      _id: newId(),
      code: 'BP-2026-9001',
      status: 'closed',
      personId: me.id,
      party: { scope: 'person', id: me.id },
      note: 'Odile Personne-Unique',
      handOver: { ...counter, receivedBy: me.name, terms: '' },
      takeBack: { ...counter, broughtBy: me.name },
      history: [line],
    },
  ] as never);
  const member = await holding(me, 'workshop_member', scene.ids.workshopA!);
  const { services } = world.app;
  await services.identity.invite(
    scene.viewers.managerA,
    { scope: 'workshop', id: scene.ids.workshopA! },
    me.email,
    'workshop_manager',
  );
  await services.notices.tell({
    topic: 'loan',
    subjectId: loan._id,
    event: 'borrowing.ask',
    to: [{ scope: 'person', id: me.id }],
    params: { borrower: me.name, code: 'BP-2026-9001', machine: 'Laser' },
  });
  return member;
}

const remove = (me: PersonViewer, typed = password) =>
  world.run(me, 'mutation ($password: String!) { deleteAccount(password: $password) }', { password: typed });

/** Every document that holds one of these texts, by collection. */
async function traces(...texts: string[]): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const { name } of await mongoose.connection.listCollections())
    for (const row of await mongoose.connection.collection(name).find().toArray()) {
      const text = JSON.stringify(row);
      if (texts.some((each) => text.includes(each))) found[name] = (found[name] ?? 0) + 1;
    }
  return found;
}

test('my data, as a file, holds every document that names me, and no key that opens a door', async () => {
  const { url } = await world.serve();
  const me = await busyPerson();
  const headers = await world.signedIn(me);
  const answer = await fetch(`${url}/exports/mes-donnees.json`, { headers });
  expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
    200,
    'attachment; filename="mes-donnees.json"',
  ]);
  const text = await answer.text();
  const file = JSON.parse(text) as { account: { email: string }; records: Record<string, object[]> };
  expect(file.account.email).toBe(me.email);
  const held = await traces(me.id, me.email);
  // Keys of repeated forms: they say nothing and go within two days.
  delete held.intents;
  delete held.user;
  const counted = Object.fromEntries(Object.entries(file.records).map(([name, rows]) => [name, rows.length]));
  expect(counted).toMatchObject(held);
  expect(Object.keys(held).length).toBeGreaterThan(6);
  const account = (await AccountRecord.collection.findOne({ userId: me.id })) as { password?: string };
  const session = (await SessionRecord.collection.findOne({ userId: me.id })) as { token?: string };
  expect(text).not.toContain(account.password!);
  expect(text).not.toContain(session.token!);
  expect((await fetch(`${url}/exports/mes-donnees.json`)).status).toBe(401);
});

test('for everybody of a whole network, the file misses no document that names them', async () => {
  for (const viewer of Object.values(scene.viewers)) {
    if (viewer.kind !== 'person') continue;
    let text = '';
    for await (const piece of await world.app.services.personalFile.open(viewer)) text += piece;
    const { records } = JSON.parse(text) as { records: Record<string, object[]> };
    const held = await traces(viewer.id);
    delete held.intents;
    delete held.user;
    for (const [name, count] of Object.entries(held)) expect([name, records[name]?.length]).toEqual([name, count]);
  }
});

test('a deletion leaves no name and no address, closes sessions, and keeps the loan', async () => {
  const me = await busyPerson();
  await world.signedIn(me);
  const before = await LoanRecord.findOne({ code: 'BP-2026-9001' }).lean();
  expect((await remove(me)).data).toEqual({ deleteAccount: true });
  expect(await traces(me.name)).toEqual({});
  // The last mail says that it is done; sent, it goes within thirty days.
  expect(await traces(me.email)).toEqual({ outbox: 1 });
  expect(await SessionRecord.countDocuments({ userId: me.id })).toBe(0);
  expect(await MandateRecord.countDocuments({ personId: me.id })).toBe(0);
  const after = await LoanRecord.findOne({ code: 'BP-2026-9001' }).lean();
  expect(after).toMatchObject({
    personId: me.id,
    status: 'closed',
    price: before!.price,
    note: '',
    handOver: { receivedBy: '' },
  });
  expect(JSON.stringify(after)).not.toContain('Appelez-moi');
  expect(await PersonRecord.findById(me.id).lean()).toMatchObject({
    name: expect.stringContaining('supprimé') as string,
    emailVerified: false,
  });
});

test('the address can sign up again', async () => {
  const me = await busyPerson();
  await remove(me);
  const { accounts } = world.app.services;
  await accounts.api.signUpEmail({ body: { email: me.email, password: 'encore une phrase longue', name: 'Odile' } });
  const again = await PersonRecord.findOne({ email: me.email }).lean();
  expect(again?._id).not.toBe(me.id);
});

test('a wrong password deletes nothing, and guesses are counted', async () => {
  const me = await busyPerson();
  for (let n = 0; n < 10; n += 1) expect((await remove(me, 'faux')).refusal).toBe('privacy.password');
  expect((await remove(me)).refusal).toBe('platform.limited');
  expect(await PersonRecord.findById(me.id).lean()).toMatchObject({ email: me.email });
});

test('the last manager of a workshop or a network stays until another one is named, and is told which', async () => {
  const me = await busyPerson();
  await MandateRecord.deleteMany({ scopeId: scene.ids.workshopA, role: 'workshop_manager' });
  const manager = await holding(me, 'workshop_manager', scene.ids.workshopA!);
  const { accountDeletion } = await world.get<{ accountDeletion: { blocks: { reason: string; path: string }[] } }>(
    manager,
    '{ accountDeletion { blocks { reason name path } closes } }',
  );
  expect(accountDeletion.blocks).toMatchObject([{ reason: 'last_manager', path: `/ateliers/${scene.ids.workshopA}` }]);
  expect((await remove(manager)).refusal).toBe('privacy.last_manager');
  await holding(await person(), 'workshop_manager', scene.ids.workshopA!);
  expect((await remove(manager)).errors).toEqual([]);
});

test('a machine in hand, or a request of one’s own, is settled first', async () => {
  const me = await busyPerson();
  const set = (change: object) => LoanRecord.updateOne({ code: 'BP-2026-9001' }, { $set: change });
  for (const status of ['out', 'accepted', 'asked']) {
    await set({ status });
    expect((await remove(me)).params).toEqual({ name: 'BP-2026-9001' });
  }
  // For an organisation, only what is out: the organisation keeps the rest.
  await set({ party: { scope: 'firm', id: scene.ids.firmA } });
  await set({ status: 'out' });
  expect((await remove(me)).refusal).toBe('privacy.open_loan');
  await set({ status: 'accepted' });
  await RequestRecord.updateOne({ _id: scene.ids.requestA }, { $set: { askedFor: { scope: 'person', id: me.id } } });
  expect((await remove(me)).refusal).toBe('privacy.open_request');
  await RequestRecord.updateOne({ _id: scene.ids.requestA }, { $set: { state: 'cancelled' } });
  expect((await remove(me)).errors).toEqual([]);
});

test('a part still asked for, promised or ordered is settled first, and leaves no word of theirs behind', async () => {
  const me = await busyPerson();
  const part = (await ClaimRecord.findById(scene.ids.claimA).lean())!;
  const line = { at: world.clock.now, event: 'ask', by: 'claimant', personId: me.id, note: 'Sonnez chez Odile' };
  const own = { personId: me.id, party: { scope: 'person', id: me.id }, note: 'Sonnez chez Odile', history: [line] };
  await ClaimRecord.create([{ ...part, _id: newId(), code: 'MA-2026-9001', ...own }] as never);
  const set = (status: string) => ClaimRecord.updateOne({ code: 'MA-2026-9001' }, { $set: { status } });
  for (const status of ['asked', 'waiting', 'agreed', 'ordered']) {
    await set(status);
    expect(await remove(me)).toMatchObject({ refusal: 'privacy.open_part', params: { name: 'MA-2026-9001' } });
  }
  await set('received');
  expect((await remove(me)).errors).toEqual([]);
  expect(await traces('Odile')).toEqual({});
  expect(await ClaimRecord.findOne({ code: 'MA-2026-9001' }).lean()).toMatchObject({
    quantity: part.quantity,
    note: '',
  });
});

test('named for a seat by somebody else, their name and address go and the seat stays', async () => {
  const me = await busyPerson();
  const part = (await ClaimRecord.findById(scene.ids.claimA).lean())!;
  const attendees = ['Alix Martin', `Odile <${me.email.toUpperCase()}>`];
  await ClaimRecord.updateOne({ _id: part._id }, { $set: { attendees } });
  const party = { scope: 'workshop', id: scene.ids.workshopA! };
  const ours = {
    ...part,
    _id: newId(),
    code: 'FO-2026-9002',
    status: 'certified',
    party,
    attendees: [me.name, 'Alix'],
  };
  await ClaimRecord.create([ours] as never);
  expect((await remove(me)).errors).toEqual([]);
  expect((await ClaimRecord.findById(part._id).lean())!.attendees).toEqual(['Alix Martin', '']);
  expect((await ClaimRecord.findOne({ code: 'FO-2026-9002' }).lean())!.attendees).toEqual(['', 'Alix']);
});

test('a firm of one person closes with the account, unless something of it is still open', async () => {
  const { firmA } = scene.viewers as { firmA: PersonViewer };
  await AccountRecord.insertMany([
    {
      _id: newId(),
      userId: firmA.id,
      accountId: firmA.id,
      providerId: 'credential',
      password: await hashPassword(password),
    },
  ]);
  expect((await remove(firmA)).refusal).toMatch(/^privacy\.open_/);
  await LoanRecord.updateMany({}, { $set: { status: 'closed' } });
  await ClaimRecord.updateMany({}, { $set: { status: 'received' } });
  await RequestRecord.updateMany({}, { $set: { state: 'done' } });
  await OfferRecord.updateMany({}, { $set: { open: false } });
  expect((await remove(firmA)).errors).toEqual([]);
  expect(await FirmRecord.findById(scene.ids.firmA).lean()).toMatchObject({
    name: expect.stringContaining('close') as string,
  });
  expect(await MandateRecord.countDocuments({ scopeId: scene.ids.firmA })).toBe(0);
});
