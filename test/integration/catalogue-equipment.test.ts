import { beforeAll, describe, expect, test } from 'vitest';
import { CapabilityRecord } from '../../gateway/modules/catalogue/capability.entity.ts';
import { catalogueInvariants } from '../../gateway/modules/catalogue/catalogue.invariants.ts';
import { ResourceRecord } from '../../gateway/modules/catalogue/resource.entity.ts';
import { type PersonViewer, visitor } from '../../gateway/modules/identity/viewer.ts';
import { type Workshop, WorkshopRecord } from '../../gateway/modules/workshop/workshop.entity.ts';
import { newId } from '../../gateway/platform/ids.ts';
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
