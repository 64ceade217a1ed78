import fc from 'fast-check';
import type { Capability } from '../../../gateway/modules/catalogue/capability.rules.ts';
import type { Lab } from '../../../gateway/modules/production/lab.rules.ts';
import type { Need, Part } from '../../../gateway/modules/production/need.rules.ts';
import { evidences, toleranceClasses } from '../../../schema/production.ts';
import { finishes, materialIds, processIds } from '../../../schema/taxonomy.ts';

export const blois = { lat: 47.5861, lon: 1.3359 };

/** Everything known and generous; each test spells out only what matters to it. */
export const capability = (over: Partial<Capability> = {}): Capability => ({
  id: 'c1',
  workshopId: 'lab',
  resourceId: 'r1',
  process: 'co2_cut',
  material: 'plywood',
  envelopeMm: { x: 900, y: 600, z: null },
  maxThicknessMm: 10,
  toleranceClass: 'f',
  lot: { min: 1, max: 999 },
  ratePerHour: 60,
  setupMinutes: 15,
  leadDays: 1,
  finishes: [...finishes],
  priceCentsPerHour: 3_000,
  evidence: 'confirmed',
  confirmedAt: new Date('2026-11-01'),
  ...over,
});

export const part = (over: Partial<Part> = {}): Part => ({
  id: 'p1',
  name: 'Plaque',
  process: 'laser_cut',
  material: 'plywood',
  thicknessMm: 5,
  sizeMm: { x: 300, y: 200, z: null },
  quantity: 20,
  toleranceClass: 'm',
  finish: null,
  ...over,
});

export const need = (over: Partial<Need> = {}): Need => ({
  parts: [part()],
  mustHaveBy: null,
  near: null,
  maxKm: null,
  ...over,
});

export const lab = (
  workshopId: string,
  capabilities: readonly Partial<Capability>[],
  place: Lab['place'] = blois,
): Lab => ({
  workshopId,
  place,
  capabilities: capabilities.map((over, at) => capability({ id: `${workshopId}.${at}`, workshopId, ...over })),
});

const orNull = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of, { nil: null });
const side = fc.integer({ min: 1, max: 1_200 });
const few = { process: fc.constantFrom(...processIds), material: fc.constantFrom(...materialIds) };
/** Mostly a handful of trades, so that labs and needs meet. */
const process = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom<Part['process']>(
      'additive',
      'fff',
      'laser',
      'laser_cut',
      'co2_cut',
      'cnc_milling',
      'router_3ax',
      'lathe',
    ),
  },
  few.process,
);
const material = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom<NonNullable<Part['material']>>(
      'wood',
      'plywood',
      'pmma',
      'pvc',
      'pla',
      'polymer',
      'aluminium',
    ),
  },
  few.material,
);
const place = fc.record({
  lat: fc.double({ min: 42, max: 50, noNaN: true }),
  lon: fc.double({ min: -4, max: 7, noNaN: true }),
});

export const anyPart = fc.record({
  id: fc.constantFrom('p1', 'p2', 'p3'),
  name: fc.constant('x'),
  process,
  orProcesses: fc.array(process, { maxLength: 1 }),
  material: orNull(material),
  orMaterials: fc.constant([]),
  thicknessMm: orNull(fc.integer({ min: 1, max: 20 })),
  sizeMm: orNull(fc.record({ x: side, y: side, z: orNull(side) })),
  quantity: fc.integer({ min: 1, max: 999 }),
  toleranceClass: orNull(fc.constantFrom(...toleranceClasses)),
  finish: orNull(fc.constantFrom(...finishes)),
});

export const anyNeed: fc.Arbitrary<Need> = fc.record({
  parts: fc.array(anyPart, { minLength: 1, maxLength: 2 }),
  mustHaveBy: orNull(fc.constant(new Date('2026-12-12'))),
  near: orNull(place),
  maxKm: orNull(fc.integer({ min: 1, max: 900 })),
});

export const anyCapability = fc.record({
  id: fc.uuid(),
  workshopId: fc.constant('lab'),
  resourceId: fc.constant(null),
  process,
  material: orNull(material),
  envelopeMm: orNull(fc.record({ x: side, y: orNull(side), z: orNull(side) })),
  maxThicknessMm: orNull(fc.integer({ min: 1, max: 20 })),
  toleranceClass: orNull(fc.constantFrom(...toleranceClasses)),
  lot: orNull(fc.record({ min: fc.constant(1), max: fc.integer({ min: 1, max: 999 }) })),
  ratePerHour: orNull(fc.integer({ min: 1, max: 100 })),
  setupMinutes: orNull(fc.nat(60)),
  leadDays: orNull(fc.nat(20)),
  finishes: orNull(fc.uniqueArray(fc.constantFrom(...finishes))),
  priceCentsPerHour: orNull(fc.nat(9_000)),
  evidence: fc.constantFrom(...evidences),
  confirmedAt: fc.constant(null),
}) as fc.Arbitrary<Capability>;

/** Labs with distinct ids. */
export const anyLabs: fc.Arbitrary<Lab[]> = fc
  .array(fc.record({ place: orNull(place), capabilities: fc.array(anyCapability, { maxLength: 4 }) }), {
    maxLength: 12,
  })
  .map((labs) => labs.map((each, at): Lab => ({ ...each, workshopId: `lab-${String(at).padStart(2, '0')}` })));
