import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { CustodyRecord } from '../../gateway/modules/calendar/custody.entity.ts';
import { type Resource, ResourceRecord } from '../../gateway/modules/catalogue/resource.entity.ts';
import { visitor } from '../../gateway/modules/identity/viewer.ts';
import { openMinutesBetween, type WeeklyHours } from '../../gateway/platform/hours.ts';
import { minutesOf, type Period } from '../../gateway/platform/intervals.ts';
import { newId } from '../../gateway/platform/ids.ts';
import { Refusal } from '../../gateway/platform/refusal.ts';
import type { Use } from '../../schema/kinds.ts';
import { useApp } from '../support/app.ts';
import { laser, network, workshop } from '../support/world.ts';

const world = useApp({ now: '2026-11-23T08:00:00Z' });
const MINUTE = 60_000;
const start = new Date('2026-11-23T08:00:00Z').getTime();
const at = (quarters: number) => new Date(start + quarters * 15 * MINUTE);

const search = `query ($filter: EquipmentFilter!, $sort: EquipmentSort, $first: Int, $after: String) {
  searchEquipment(filter: $filter, sort: $sort, first: $first, after: $after) {
    totalCount workshopCount takenCount placeUnknown isPartial
    wider { radiusKm count } otherDates { from until count } without { word count } corrections { typed used }
    pageInfo { hasNextPage endCursor }
    origin { name }
    nodes { id distanceKm onSite away freeUnits toConfirm nextFree { from until } resource { name workshop { city } }
            availability { date morning afternoon } }
    elsewhen { id nextFree { from until } }
    facets { process { value count } material { value count } use { value count } price { value count } accreditation { value count } archetype { value count } openNow }
  }
}`;
interface Hit {
  id: string;
  distanceKm: number | null;
  onSite: boolean;
  away: boolean;
  freeUnits: number;
  toConfirm: string[];
  nextFree: { from: string; until: string } | null;
  resource: { name: string; workshop: { city: string } };
  availability: { date: string; morning: string; afternoon: string }[];
}
interface Counted {
  value: string;
  count: number;
}
interface Found {
  totalCount: number;
  workshopCount: number;
  takenCount: number;
  placeUnknown: boolean;
  isPartial: boolean;
  wider: { radiusKm: number; count: number }[];
  otherDates: { from: string; until: string; count: number }[];
  without: { word: string; count: number }[];
  corrections: { typed: string; used: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
  origin: { name: string } | null;
  nodes: Hit[];
  elsewhen: { id: string; nextFree: { from: string; until: string } | null }[];
  facets: Record<'process' | 'material' | 'use' | 'price' | 'accreditation' | 'archetype', Counted[]> & {
    openNow: number;
  };
}
const found = async (filter: object, more: object = {}): Promise<Found> =>
  (await world.get<{ searchEquipment: Found }>(visitor, search, { filter, ...more })).searchEquipment;
const count = (rows: Counted[], value: string) => rows.find((row) => row.value === value)?.count;

const weekdays: WeeklyHours = ([1, 2, 3, 4, 5] as const).flatMap((day) => [
  { day, from: '09:00', to: '12:00' },
  { day, from: '12:00', to: '13:00' },
  { day, from: '14:00', to: '18:30' },
]);

const ways = [
  ['on_site', false],
  ['take_away', true],
] as const;

describe('free, for search, is what reserve() would take', () => {
  const codeOf = (n: number) => `PROP${n}`;
  let round = 0;

  test('whatever is booked, held, late or under repair, and whatever the buffers and opening hours', async () => {
    const booking = fc.record({
      machine: fc.nat(3),
      unit: fc.nat(1),
      from: fc.nat(160),
      length: fc.integer({ min: 1, max: 24 }),
      away: fc.boolean(),
      kind: fc.constantFrom('loan', 'held', 'expired', 'maintenance', 'late', 'due'),
    });
    const buffers = fc.record({
      prepareMinutes: fc.constantFrom(0, 15, 40),
      cleanMinutes: fc.constantFrom(0, 10, 60),
      transportMinutes: fc.constantFrom(0, 30, 90),
    });
    const machine = fc.record({
      buffers,
      units: fc.integer({ min: 1, max: 2 }),
      use: fc.constantFrom<Use>('on_site', 'take_away', 'both'),
    });
    const asked = fc.record({ from: fc.integer({ min: -20, max: 180 }), length: fc.integer({ min: 1, max: 48 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(machine, { minLength: 4, maxLength: 4 }),
        fc.array(booking, { maxLength: 14 }),
        fc.array(asked, { minLength: 3, maxLength: 3 }),
        fc.boolean(),
        async (machines, bookings, asks, declared) => {
          const { calendar } = world.app.services;
          world.clock.set('2026-11-23T08:00:00Z');
          const { workshop: owner } = await workshop('Blois', declared ? { openingHours: [...weekdays] } : {});
          const code = codeOf((round += 1));
          const { network: ring } = await network([owner], code);
          const rows: Resource[] = [];
          for (const [n, { units, ...more }] of machines.entries())
            rows.push(
              await laser(owner, {
                ...more,
                networkIds: [ring._id],
                units: Array.from({ length: units }, (_, u) => ({ id: newId(), code: `${code}-${n}-${u}` })),
              }),
            );
          for (const { machine: m, unit, from, length, away, kind } of bookings) {
            const { _id: resourceId, units } = rows[m]!;
            const unitId = units[unit % units.length]!.id;
            if (kind === 'late' || kind === 'due') {
              const dueAt = new Date(start + (kind === 'late' ? -from - 1 : from + 1) * MINUTE);
              const custody = {
                _id: newId(),
                unitId,
                resourceId,
                loanId: newId(),
                open: true,
                outAt: new Date(start - 86_400_000),
                dueAt,
              };
              await CustodyRecord.create([custody]).catch(() => undefined);
              continue;
            }
            const purpose = kind === 'maintenance' ? 'maintenance' : 'loan';
            const holdUntil = kind === 'held' ? at(500) : kind === 'expired' ? new Date(start + MINUTE) : undefined;
            await calendar
              .reserve([
                {
                  resourceId,
                  unitId,
                  period: { from: at(from), until: at(from + length) },
                  purpose,
                  subjectId: newId(),
                  away,
                  ...(holdUntil && { holdUntil }),
                },
              ])
              .catch((error: unknown) => {
                if (!(error instanceof Refusal)) throw error;
              });
          }
          world.clock.set(new Date(start + MINUTE));
          for (const { from, length } of asks) {
            const period = { from: at(from), until: at(from + length) };
            const { nodes } = await found({ networkCode: code, ...period, withTaken: true });
            expect(nodes).toHaveLength(4);
            for (const row of rows) {
              const hit = nodes.find(({ id }) => id === row._id)!;
              for (const [use, away] of ways) {
                const wanted =
                  (row.use === 'both' || row.use === use) &&
                  (!declared || isOpen(period, use)) &&
                  (await canReserve(row._id, period, away));
                expect({ use, free: use === 'on_site' ? hit.onSite : hit.away }).toEqual({ use, free: wanted });
              }
            }
          }
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);

  function isOpen({ from, until }: Period, use: 'on_site' | 'take_away'): boolean {
    const open = (span: Period) => openMinutesBetween(weekdays, [], 'Europe/Paris', span) >= minutesOf(span);
    if (use === 'on_site') return open({ from, until });
    return (
      open({ from, until: new Date(from.getTime() + MINUTE) }) &&
      open({ from: new Date(until.getTime() - MINUTE), until })
    );
  }

  async function canReserve(resourceId: string, period: Period, away: boolean): Promise<boolean> {
    const { calendar } = world.app.services;
    const subjectId = newId();
    try {
      await calendar.reserve([{ resourceId, period, purpose: 'loan', subjectId, away }]);
      await calendar.release(subjectId);
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }
});

describe('one form, one query, one page', () => {
  const own = { networkCode: 'SHOP' };
  let blois: Resource;

  beforeAll(async () => {
    world.clock.set('2026-11-23T08:00:00Z');
    const [near, far, away] = [
      await workshop('Blois', { name: 'Fablab Robert-Houdin', openingHours: [...weekdays] }),
      await workshop('Orléans', { name: 'Industry Lab' }),
      await workshop('Brest'),
    ];
    await network([near.workshop, far.workshop, away.workshop], 'SHOP');
    const add = async (place: typeof near, input: object): Promise<Resource> => {
      const manager = place.manager;
      const base = {
        idempotencyKey: newId(),
        workshopId: place.workshop._id,
        processes: [],
        use: 'on_site',
        buffers: {},
        terms: { pricing: 'hourly', rateCents: 1800, audience: 'everyone' },
      };
      const { createEquipment } = await world.get<{ createEquipment: { id: string } }>(
        manager,
        'mutation ($input: CreateEquipmentInput!) { createEquipment(input: $input) { id } }',
        { input: { ...base, ...input } },
      );
      return (await ResourceRecord.findById(createEquipment.id).lean())!;
    };
    const cuts = (material: string, maxThicknessMm: number | null, evidence = 'declared') => ({
      process: 'co2_cut',
      material,
      maxThicknessMm,
      evidence,
      envelopeMm: { x: 914, y: 609, z: 305 },
    });
    blois = await add(near, {
      name: 'Découpeuse laser CO₂ 40 W',
      maker: 'Epilog',
      model: 'Legend 36EXT',
      capabilities: [cuts('plywood', 8), cuts('pmma', 6)],
    });
    await add(near, {
      name: 'Petite graveuse',
      maker: 'Trotec',
      capabilities: [cuts('plywood', 3), cuts('leather', 3)],
      accreditation: 'Laser niveau 1',
    });
    await add(far, {
      name: 'Grande découpeuse laser',
      capabilities: [cuts('wood', null)],
      use: 'both',
      terms: { pricing: 'free', audience: 'everyone' },
    });
    await add(far, {
      name: 'Imprimantes 3D',
      processes: ['fff'],
      use: 'take_away',
      terms: { pricing: 'daily', rateCents: 8000, audience: 'network' },
    });
    await add(away, { name: 'Laser du bout du monde', capabilities: [cuts('plywood', 5, 'imported')] });
  });

  test('a laser for 6 mm plywood near Blois, Tuesday afternoon', async () => {
    const page = await found({
      ...own,
      place: 'Blois',
      radiusKm: 80,
      processes: ['laser'],
      materials: ['Contreplaqué'],
      thicknessMm: 6,
      from: '2026-11-24T13:00:00Z',
      until: '2026-11-24T17:00:00Z',
    });
    expect(page.origin?.name).toBe('Blois');
    expect(page.nodes.map(({ resource }) => resource.name)).toEqual([
      'Découpeuse laser CO₂ 40 W',
      'Grande découpeuse laser',
    ]);
    expect(page.nodes[0]!.distanceKm).toBeLessThan(3);
    expect(page.nodes.map(({ toConfirm }) => toConfirm)).toEqual([[], ['material', 'thickness']]);
    expect(page).toMatchObject({ totalCount: 2, workshopCount: 2, takenCount: 0 });
    expect(page.nodes[0]!.availability).toEqual([{ date: '2026-11-24', morning: 'free', afternoon: 'free' }]);
  });

  test('a limit that only a catalogue gives asks within twice its figure, then excludes', async () => {
    const through = async (thicknessMm: number) =>
      (await found({ ...own, place: 'Brest', radiusKm: 50, materials: ['plywood'], thicknessMm })).nodes.map(
        ({ toConfirm }) => toConfirm,
      );
    expect(await through(5)).toEqual([[]]);
    expect(await through(9)).toEqual([['thickness']]);
    expect(await through(11)).toEqual([]);
  });

  test('words are found without accents, in the plural, and by their beginning', async () => {
    const names = async (text: string) => (await found({ ...own, text })).nodes.map(({ resource }) => resource.name);
    expect(await names('decoupeuses LASERS')).toHaveLength(4);
    expect(await names('epilog')).toEqual(['Découpeuse laser CO₂ 40 W']);
    expect(await names('laser robert houdin')).toHaveLength(2);
    expect(await names('impression 3d')).toEqual(['Imprimantes 3D']);
    expect(await names('fraiseuse')).toEqual([]);
    expect(await names('découpage laser')).toHaveLength(4);
    expect(await names('.*')).toHaveLength(5);
  });

  test('a piece is turned until it fits', async () => {
    const fitting = async (x: number, y: number) =>
      (await found({ ...own, place: 'Blois', radiusKm: 20, processes: ['laser'], size: { x, y } })).totalCount;
    expect(await fitting(914, 609)).toBe(2);
    expect(await fitting(600, 900)).toBe(2);
    expect(await fitting(915, 100)).toBe(0);
  });

  test('each filter says how many it would leave, and zero stays listed', async () => {
    const { facets } = await found({ ...own, processes: ['co2_cut'] });
    expect(count(facets.process, 'co2_cut')).toBe(4);
    expect(count(facets.process, 'fff')).toBe(1);
    expect(count(facets.material, 'plywood')).toBe(4);
    expect(count(facets.material, 'leather')).toBe(1);
    expect(count(facets.material, 'pla')).toBe(0);
    expect(facets.use).toEqual([
      { value: 'on_site', count: 4 },
      { value: 'take_away', count: 1 },
    ]);
    expect(facets.price.map((row) => row.count)).toEqual([1, 1, 4, 4]);
    expect(count(facets.accreditation, 'Laser niveau 1')).toBe(1);
    for (const { value, count: told } of facets.material)
      expect((await found({ ...own, processes: ['co2_cut'], materials: [value] })).totalCount).toBe(told);
    for (const withTaken of [false, true])
      for (const { value, count: told } of (await found({ ...own, withTaken })).facets.use)
        expect((await found({ ...own, withTaken, use: value })).totalCount).toBe(told);
    for (const { value, count: told } of facets.process)
      expect((await found({ ...own, processes: [value] })).totalCount).toBe(told);
  });

  test('sorted by price, free comes first; pages follow each other', async () => {
    const first = await found(own, { sort: 'PRICE', first: 2 });
    expect(first.nodes.map(({ resource }) => resource.name)).toEqual(['Grande découpeuse laser', 'Imprimantes 3D']);
    const second = await found(own, { sort: 'PRICE', first: 2, after: first.pageInfo.endCursor });
    expect(new Set([...first.nodes, ...second.nodes].map(({ id }) => id)).size).toBe(4);
  });

  test('a machine that is taken is counted, and shown with its next free time', async () => {
    const { calendar } = world.app.services;
    const asked = { from: new Date('2026-11-25T13:00:00Z'), until: new Date('2026-11-25T17:00:00Z') };
    const subjectId = newId();
    await calendar.reserve([{ resourceId: blois._id, period: asked, purpose: 'loan', subjectId, away: false }]);
    const filter = { ...own, text: 'epilog', place: 'Blois', radiusKm: 40, ...asked };
    const page = await found(filter);
    expect(page).toMatchObject({ totalCount: 0, takenCount: 1 });
    expect(page.elsewhen).toEqual([
      { id: blois._id, nextFree: { from: '2026-11-26T08:00:00.000Z', until: '2026-11-26T12:00:00.000Z' } },
    ]);
    expect((await found({ ...filter, withTaken: true })).nodes[0]).toMatchObject({
      onSite: false,
      availability: [{ date: '2026-11-25', morning: 'free', afternoon: 'taken' }],
    });
    await calendar.release(subjectId);
  });

  test('nothing within the circle says how wide it must be', async () => {
    const page = await found({ ...own, text: 'epilog', place: 'Tours', radiusKm: 10 });
    expect(page).toMatchObject({ totalCount: 0, wider: [{ radiusKm: 60, count: 1 }] });
  });

  test('an unknown place keeps the search without distances; odd times and ids are refused', async () => {
    expect(await found({ ...own, place: 'Zzyzx' })).toMatchObject({ placeUnknown: true, totalCount: 5 });
    const refusal = async (filter: object) => (await world.run(visitor, search, { filter })).refusal;
    expect(await refusal({ from: '2026-11-25T13:00:00Z' })).toBe('calendar.period');
    expect(await refusal({ from: '2026-11-25T13:00:00Z', until: '2026-11-25T12:00:00Z' })).toBe('calendar.period');
    expect(await refusal({ processes: ['alchimie'] })).toBe('catalogue.process');
    expect(await refusal({ networkCode: 'NOPE' })).toBe('platform.notFound');
  });
});
