import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { CapabilityRecord } from '../../gateway/modules/catalogue/capability.entity.ts';
import { catalogueInvariants } from '../../gateway/modules/catalogue/catalogue.invariants.ts';
import { ResourceRecord } from '../../gateway/modules/catalogue/resource.entity.ts';
import { type PersonViewer, visitor } from '../../gateway/modules/identity/viewer.ts';
import { type Workshop, WorkshopRecord } from '../../gateway/modules/workshop/workshop.entity.ts';
import { newId } from '../../gateway/platform/ids.ts';
import { limits } from '../../schema/vocabulary.ts';
import { useApp } from '../support/app.ts';
import { holding, laser, network, person, workshop } from '../support/world.ts';

const world = useApp({ now: '2026-11-23T08:00:00Z' });
let owner: Workshop;
let manager: PersonViewer;
let member: PersonViewer;
let stranger: PersonViewer;

beforeAll(async () => {
  const made = await workshop('Blois', { code: 'BLO', name: 'Fablab Robert-Houdin' });
  [owner, manager] = [made.workshop, made.manager];
  member = await holding(await person('Membre'), 'workshop_member', owner._id);
  stranger = (await workshop('Tours')).manager;
});

const create =
  'mutation ($input: CreateEquipmentInput!) { createEquipment(input: $input) { id name status units { id code } capabilities { process material evidence confirmedAt maxThicknessMm } } }';
interface Made {
  createEquipment: {
    id: string;
    status: string;
    units: { id: string; code: string }[];
    capabilities: {
      process: string;
      material: string | null;
      evidence: string;
      confirmedAt: string | null;
      maxThicknessMm: number | null;
    }[];
  };
}
const input = (more: object = {}) => ({
  idempotencyKey: newId(),
  workshopId: owner._id,
  name: 'Découpeuse laser',
  processes: ['co2_cut'],
  use: 'both',
  terms: { pricing: 'hourly', rateCents: 1800, audience: 'everyone' },
  buffers: { cleanMinutes: 30 },
  ...more,
});
const made = async (more: object = {}) =>
  (await world.get<Made>(manager, create, { input: input(more) })).createEquipment;
const refusal = async (viewer: Parameters<typeof world.run>[0], document: string, variables: object) =>
  (await world.run(viewer, document, variables as Record<string, unknown>)).refusal;

describe('a machine and its units', () => {
  test('only those who lead the workshop add a machine, and the same form sent twice adds one', async () => {
    expect(await refusal(visitor, create, { input: input() })).toBe('platform.signIn');
    for (const viewer of [member, stranger])
      expect(await refusal(viewer, create, { input: input() })).toBe('platform.forbidden');
    const once = input();
    const [first, again] = [
      await world.get<Made>(manager, create, { input: once }),
      await world.get<Made>(manager, create, { input: once }),
    ];
    expect(again.createEquipment.id).toBe(first.createEquipment.id);
    expect(await refusal(manager, create, { input: { ...once, name: 'Autre' } })).toBe('platform.keyReused');
  });

  test('labels number themselves by workshop and family, even when many are added at once', async () => {
    const machines = await Promise.all([1, 2, 3, 4].map(() => made({ processes: ['lathe'], units: [{}, {}] })));
    const codes = machines.flatMap(({ units }) => units.map(({ code }) => code)).sort();
    expect(codes).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((n) => `BLO-CNC-0${n}`));
    expect(await refusal(manager, create, { input: input({ units: [{ code: 'BLO-CNC-03' }] }) })).toBe(
      'catalogue.codeTaken',
    );
  });

  test('what its process lets expect fills its capabilities, and the workshop shows it', async () => {
    const { id, capabilities } = await made({ name: 'Laser nu' });
    expect(capabilities).toContainEqual({
      process: 'co2_cut',
      material: 'plywood',
      evidence: 'imported',
      confirmedAt: null,
      maxThicknessMm: 5,
    });
    const workshopRow = await WorkshopRecord.findById(owner._id).lean();
    expect(workshopRow?.processes).toEqual(expect.arrayContaining(['co2_cut', 'laser_cut', 'laser', 'cutting']));
    expect(workshopRow?.materials).toEqual(expect.arrayContaining(['plywood', 'wood']));
    const row = await CapabilityRecord.findOne({ resourceId: id, material: 'plywood' }).lean();
    expect(row).toMatchObject({ workshopId: owner._id, departement: '41', location: owner.location });
    expect(row?.answersMaterial).toEqual(expect.arrayContaining(['plywood', 'wood', 'plywood_birch']));
  });

  test('what a process must never take is refused', async () => {
    const banned = { capabilities: [{ process: 'co2_cut', material: 'pvc' }] };
    expect(await refusal(manager, create, { input: input(banned) })).toBe('catalogue.banned');
    expect(await refusal(manager, create, { input: input({ processes: ['alchimie'] }) })).toBe('catalogue.process');
  });

  test('a change replaces what is said, keeps the calendar, and a confirmed row keeps its date', async () => {
    const row = { process: 'co2_cut', material: 'plywood', maxThicknessMm: 6, evidence: 'confirmed' };
    const { id } = await made({ maker: 'Trotec', accreditation: 'Laser niveau 1', capabilities: [row] });
    const update =
      'mutation ($id: ID!, $input: UpdateEquipmentInput!) { updateEquipment(id: $id, input: $input) { name maker accreditation capabilities { maxThicknessMm evidence confirmedAt } } }';
    world.clock.forward({ days: 1 });
    const {
      idempotencyKey: _key,
      workshopId: _workshop,
      ...said
    } = input({ name: 'Laser 60 W', capabilities: [{ ...row, maxThicknessMm: 8 }] });
    const { updateEquipment } = await world.get<{ updateEquipment: object }>(manager, update, { id, input: said });
    expect(updateEquipment).toEqual({
      name: 'Laser 60 W',
      maker: null,
      accreditation: null,
      capabilities: [{ maxThicknessMm: 8, evidence: 'confirmed', confirmedAt: '2026-11-23T08:00:00.000Z' }],
    });
    expect(await refusal(stranger, update, { id, input: said })).toBe('platform.forbidden');
    world.clock.set('2026-11-23T08:00:00Z');
  });

  test('a unit that is booked or out is not removed, nor the last one, nor a machine in use retired', async () => {
    const { id, units } = await made({ units: [{}, {}] });
    const remove = 'mutation ($id: ID!, $unitId: ID!) { removeUnit(id: $id, unitId: $unitId) { units { code } } }';
    const period = { from: new Date('2026-11-30T10:00:00Z'), until: new Date('2026-11-30T12:00:00Z') };
    const subjectId = newId();
    const unitId = units[0]!.id;
    await world.app.services.calendar.reserve([
      { resourceId: id, unitId, period, purpose: 'loan', subjectId, away: false },
    ]);
    expect(await refusal(manager, remove, { id, unitId })).toBe('catalogue.unitInUse');
    expect(await refusal(manager, 'mutation ($id: ID!) { retireEquipment(id: $id) { status } }', { id })).toBe(
      'catalogue.unitInUse',
    );
    expect(await refusal(stranger, remove, { id, unitId: units[1]!.id })).toBe('platform.forbidden');
    await world.app.services.calendar.release(subjectId);
    await world.get(manager, remove, { id, unitId });
    expect(await refusal(manager, remove, { id, unitId: units[1]!.id })).toBe('catalogue.lastUnit');
    const { retireEquipment } = await world.get<{ retireEquipment: object }>(
      manager,
      'mutation ($id: ID!) { retireEquipment(id: $id) { status } }',
      { id },
    );
    expect(retireEquipment).toEqual({ status: 'retired' });
  });

  test('units are added and renamed, and found by their new label', async () => {
    const { id, units } = await made({ processes: ['embroidery'] });
    const added = await world.get<{ addUnits: { units: { code: string }[] } }>(
      manager,
      'mutation ($input: AddUnitsInput!) { addUnits(input: $input) { units { code } } }',
      {
        input: { idempotencyKey: newId(), resourceId: id, count: 2 },
      },
    );
    expect(added.addUnits.units.map(({ code }) => code)).toEqual(['BLO-TEX-01', 'BLO-TEX-02', 'BLO-TEX-03']);
    const rename =
      'mutation ($id: ID!, $unitId: ID!, $input: UnitInput!) { updateUnit(id: $id, unitId: $unitId, input: $input) { units { code shelf } } }';
    expect(await refusal(manager, rename, { id, unitId: units[0]!.id, input: { code: 'BLO-TEX-02' } })).toBe(
      'catalogue.codeTaken',
    );
    await world.get(manager, rename, { id, unitId: units[0]!.id, input: { code: 'BRODEUSE', shelf: 'Salle textile' } });
    expect((await ResourceRecord.findById(id).lean())?.searchWords).toContain('brodeuse');
  });

  test('a draft is for the people of its workshop, and a move of the workshop reaches its machines', async () => {
    const { id, status } = await made({ published: false });
    expect(status).toBe('draft');
    const read = 'query ($id: ID!) { equipment(id: $id) { canManage } }';
    expect(await refusal(visitor, read, { id })).toBe('platform.notFound');
    expect(await world.get(member, read, { id })).toEqual({ equipment: { canManage: false } });
    expect(await world.get(manager, read, { id })).toEqual({ equipment: { canManage: true } });
    const { network: joined } = await network([owner]);
    await WorkshopRecord.updateOne({ _id: owner._id }, { $set: { departement: '37' } });
    await world.app.services.equipment.refreshOf(owner._id);
    expect(await ResourceRecord.findById(id).lean()).toMatchObject({ departement: '37', networkIds: [joined._id] });
    expect(await CapabilityRecord.findOne({ resourceId: id }).lean()).toMatchObject({
      departement: '37',
      networkIds: [joined._id],
    });
  });
});

describe('out of service', () => {
  const set = 'mutation ($input: OutageInput!) { setOutOfService(input: $input) { id reason } }';

  test('closes the unit for everybody, is refused where it is booked, and can be taken back', async () => {
    const { id: resourceId, units } = await made();
    const unitId = units[0]!.id;
    const { calendar } = world.app.services;
    const period = { from: new Date('2026-12-01T10:00:00Z'), until: new Date('2026-12-01T12:00:00Z') };
    const loan = newId();
    await calendar.reserve([{ resourceId, period, purpose: 'loan', subjectId: loan, away: false }]);
    const outage = (from: string, until: string) => ({
      input: { idempotencyKey: newId(), resourceId, unitId, from, until, reason: 'Tube à changer' },
    });
    const refused = await world.run(manager, set, outage('2026-12-01T11:00:00Z', '2026-12-03T11:00:00Z'));
    expect(refused).toMatchObject({
      refusal: 'catalogue.booked',
      params: { from: period.from.toISOString(), subjectId: loan, others: 0 },
    });
    expect(await refusal(stranger, set, outage('2026-12-02T11:00:00Z', '2026-12-03T11:00:00Z'))).toBe(
      'platform.forbidden',
    );
    const { setOutOfService } = await world.get<{ setOutOfService: { id: string } }>(
      manager,
      set,
      outage('2026-12-02T08:00:00Z', '2026-12-03T11:00:00Z'),
    );
    const during = { from: new Date('2026-12-02T10:00:00Z'), until: new Date('2026-12-02T11:00:00Z') };
    const ask = () =>
      calendar.reserve([{ resourceId, period: during, purpose: 'loan', subjectId: newId(), away: false }]);
    await expect(ask()).rejects.toMatchObject({ key: 'calendar.outOfService' });
    const cancel = 'mutation ($id: ID!) { cancelOutOfService(outageId: $id) { id } }';
    expect(await refusal(stranger, cancel, { id: setOutOfService.id })).toBe('platform.forbidden');
    await world.get(manager, cancel, { id: setOutOfService.id });
    await ask();
  });
});

describe('the calendar', () => {
  const read = `query ($id: ID!, $from: DateTimeISO!, $until: DateTimeISO!) { equipment(id: $id) { calendar(from: $from, until: $until) {
    timeZone hoursKnown open { from until } busy { kind from until details { purpose subjectId } } } } }`;
  interface Read {
    equipment: {
      calendar: {
        timeZone: string;
        hoursKnown: boolean;
        open: object[];
        busy: { kind: string; from: string; details: object | null }[];
      };
    };
  }

  test('shows free and busy to all, and why to those concerned only', async () => {
    const buffers = { prepareMinutes: 15, cleanMinutes: 30, transportMinutes: 0 };
    const machine = await laser(owner, { buffers });
    const period = { from: new Date('2026-11-26T10:00:00Z'), until: new Date('2026-11-26T12:00:00Z') };
    const subjectId = newId();
    await world.app.services.calendar.reserve([
      { resourceId: machine._id, period, purpose: 'production', subjectId, away: false },
    ]);
    const week = { id: machine._id, from: '2026-11-23T00:00:00Z', until: '2026-11-30T00:00:00Z' };
    const seen = async (viewer: Parameters<typeof world.run>[0]) =>
      (await world.get<Read>(viewer, read, week)).equipment.calendar;
    const kinds = (await seen(visitor)).busy.map(({ kind, from }) => [kind, from.slice(11, 16)]);
    expect(kinds).toEqual([
      ['preparation', '09:45'],
      ['booked', '10:00'],
      ['cleaning', '12:00'],
    ]);
    for (const viewer of [visitor, stranger])
      expect((await seen(viewer)).busy.every(({ details }) => details === null)).toBe(true);
    expect((await seen(member)).busy[1]!.details).toEqual({ purpose: 'production', subjectId });
    expect(await refusal(visitor, read, { ...week, until: '2027-11-30T00:00:00Z' })).toBe('calendar.period');
  });
});

describe('photos', () => {
  const ticket = 'mutation ($id: ID!, $alt: String!) { photoTicket(resourceId: $id, alt: $alt) }';
  const picture = (width = 2400, height = 1200) =>
    sharp({ create: { width, height, channels: 3, background: '#8a5' } })
      .jpeg()
      .withExif({ IFD0: { Artist: 'Secret', Copyright: 'Secret' } })
      .toBuffer();
  const sent = async (id: string, body: Buffer | Uint8Array, url: string, token?: string) => {
    const { photoTicket } = token
      ? { photoTicket: token }
      : await world.get<{ photoTicket: string }>(manager, ticket, { id, alt: 'Le laser, capot ouvert' });
    return fetch(`${url}/files/photos?ticket=${photoTicket}`, { method: 'POST', body: new Uint8Array(body) });
  };

  test('a photo is kept in three widths without its metadata, and served to be kept for ever', async () => {
    const { url } = await world.serve();
    const { id } = await made();
    expect(await refusal(stranger, ticket, { id, alt: '' })).toBe('platform.forbidden');
    const answer = await sent(id, await picture(), url);
    expect(answer.status).toBe(201);
    const { id: photoId } = (await answer.json()) as { id: string };
    for (const width of [320, 800, 1600]) {
      const file = await fetch(`${url}/files/photos/${photoId}?w=${width}`);
      expect(Object.fromEntries(file.headers)).toMatchObject({
        'content-type': 'image/webp',
        'x-content-type-options': 'nosniff',
        'cache-control': 'public, max-age=31536000, immutable',
      });
      const bytes = Buffer.from(await file.arrayBuffer());
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width, height: width / 2 });
      expect(bytes.includes('Secret')).toBe(false);
      expect(
        (
          await fetch(`${url}/files/photos/${photoId}?w=${width}`, {
            headers: { 'if-none-match': file.headers.get('etag')! },
          })
        ).status,
      ).toBe(304);
    }
    for (const path of [`${photoId}?w=999`, newId(), '../../etc/passwd'])
      expect((await fetch(`${url}/files/photos/${path}`)).status).toBe(404);
    const shown = 'query ($id: ID!) { equipment(id: $id) { photos { id alt } } }';
    expect(await world.get(visitor, shown, { id })).toEqual({
      equipment: { photos: [{ id: photoId, alt: 'Le laser, capot ouvert' }] },
    });
    const remove = 'mutation ($id: ID!) { removePhoto(photoId: $id) { photos { id } } }';
    expect(await refusal(stranger, remove, { id: photoId })).toBe('platform.forbidden');
    await world.get(manager, remove, { id: photoId });
    expect((await fetch(`${url}/files/photos/${photoId}`)).status).toBe(404);
  });

  test('a ticket serves once, and not for long', async () => {
    const { url } = await world.serve();
    const { id } = await made();
    const { photoTicket } = await world.get<{ photoTicket: string }>(manager, ticket, { id, alt: '' });
    const both = await Promise.all(
      [1, 2].map(async () => (await sent(id, await picture(400, 300), url, photoTicket)).status),
    );
    expect(both.sort()).toEqual([201, 410]);
    const late = (await world.get<{ photoTicket: string }>(manager, ticket, { id, alt: '' })).photoTicket;
    world.clock.forward({ minutes: 16 });
    expect((await sent(id, await picture(400, 300), url, late)).status).toBe(410);
    expect((await sent(id, await picture(400, 300), url, 'guess')).status).toBe(410);
    world.clock.set('2026-11-23T08:00:00Z');
  });

  test('what is not a whole photo is refused: every file of the corpus, cut and padded ones, bombs, and too many', async () => {
    const { url } = await world.serve();
    const { id } = await made();
    const jpeg = await picture(600, 400);
    const bomb = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#000' } })
      .png()
      .toBuffer();
    const gif = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#000' } })
      .gif()
      .toBuffer();
    const refused = [
      jpeg.subarray(0, jpeg.length / 2),
      bomb,
      gif,
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      Buffer.from('\x89PNG\r\n\x1a\nnot at all'),
    ];
    const corpus = fileURLToPath(new URL('../../../shared/corpora/upload/', import.meta.url));
    for (const name of safeList(corpus)) refused.push(readFileSync(corpus + name));
    for (const body of refused) {
      const answer = await sent(id, body, url);
      expect([answer.status, ((await answer.json()) as { key: string }).key]).toEqual([422, 'catalogue.photo']);
    }
    expect((await sent(id, Buffer.alloc(limits.photoBytes + 1), url)).status).toBe(413);
    const small = await picture(64, 64);
    for (let n = 0; n < limits.photosPerResource; n++) expect((await sent(id, small, url)).status).toBe(201);
    expect(await refusal(manager, ticket, { id, alt: '' })).toBe('catalogue.tooManyPhotos');
  });

  /** The corpus stands beside the checkout where there is one; the built cases above do not need it. */
  function safeList(folder: string): string[] {
    try {
      return readdirSync(folder).filter((name) => !/\.(csv|md)$/.test(name) || name.startsWith('csv_'));
    } catch {
      return [];
    }
  }
});

describe('models of machines', () => {
  test('a maker and a model propose an envelope and capabilities', async () => {
    const epilog = {
      maker: 'Epilog',
      model: 'Legend 36EXT',
      processes: ['laser_cutting', 'laser_engraving'],
      technology: 'CO2',
      envelopeMm: { x: 914, y: 609, z: 305 },
      materials: ['bois', 'contreplaqué', 'acrylique (PMMA)'],
      maxThicknessMm: { bois: 5 },
      source: 'test',
    };
    expect(await world.app.services.machineModels.put([epilog])).toBe(1);
    expect(await world.app.services.machineModels.put([epilog])).toBe(0);
    const { machineModels } = await world.get<{ machineModels: { proposed: object[] }[] }>(
      visitor,
      '{ machineModels(search: "legend epil") { maker model processes envelope { x y z } proposed { process material maxThicknessMm } } }',
    );
    expect(machineModels).toHaveLength(1);
    expect(machineModels[0]).toMatchObject({
      maker: 'Epilog',
      processes: ['co2_cut', 'laser_engrave'],
      envelope: { x: 914, y: 609, z: 305 },
    });
    expect(machineModels[0]!.proposed).toContainEqual({ process: 'co2_cut', material: 'plywood', maxThicknessMm: 5 });
  });
});

test('all that was written keeps the promises of the catalogue, and a promise that is broken is seen', async () => {
  const brokenNow = async () =>
    (
      await Promise.all(
        catalogueInvariants.map(async ({ name, broken }) => [name, await broken(world.clock.read())] as const),
      )
    ).filter(([, rows]) => rows.length > 0);
  await world.app.services.equipment.refreshOf(owner._id);
  expect(await brokenNow()).toEqual([]);
  const { id, units } = await made({ units: [{}, {}] });
  await ResourceRecord.updateOne({ _id: id }, { $set: { departement: '75' } });
  const period = { from: new Date('2026-12-20T10:00:00Z'), until: new Date('2026-12-20T12:00:00Z') };
  await world.app.services.calendar.reserve([
    { resourceId: id, unitId: units[1]!.id, period, purpose: 'loan', subjectId: newId(), away: false },
  ]);
  await ResourceRecord.updateOne({ _id: id }, { $pull: { units: { id: units[1]!.id } } });
  await CapabilityRecord.updateOne({ resourceId: id }, { $set: { resourceId: 'gone' } });
  expect((await brokenNow()).map(([name]) => name)).toEqual([
    'a machine stands where its workshop stands',
    'a capability of a machine has its machine',
    'what is booked is on a unit that is there',
  ]);
});
