import { descendants, geometryOf, processIds } from '../../../schema/taxonomy.ts';
import type { Geometry, ProcessId } from '../../../schema/taxonomy.ts';
import { evidences, importedSlack, toleranceClasses } from '../../../schema/production.ts';
import type { Evidence, Requirement, ToleranceClass } from '../../../schema/production.ts';
import type { Capability, Envelope } from '../catalogue/capability.rules.ts';
import type { PreparedPart } from './need.rules.ts';

/** The order in which labs are sieved: from the cheapest look to the dearest, which reads calendars. */
export const sieveOrder = [
  'process',
  'material',
  'thickness',
  'size',
  'tolerance',
  'quantity',
  'finish',
  'distance',
  'deadline',
] as const satisfies readonly Requirement[];

/** A judgement packs, for each requirement in sieve order, a "no" bit (low half) and a "to confirm" bit (high half). */
export type Judgement = number;
const half = 16;
const bit = Object.fromEntries(sieveOrder.map((requirement, at) => [requirement, 1 << at])) as Record<
  Requirement,
  number
>;
export const noBit = (requirement: Requirement): number => bit[requirement];
export const maybeBit = (requirement: Requirement): number => bit[requirement] << half;
export const noBits = (judgement: Judgement): number => judgement & 0xffff;
export const maybeBits = (judgement: Judgement): number => judgement >>> half;

export const countBits = (bits: number): number => {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
};

const geometries = new Map<ProcessId, Geometry>(processIds.map((id) => [id, geometryOf(id)]));

/** Processes that go through the sheet or bend it, and so depend on its thickness; films and fabrics do not count. */
const throughSheet: ReadonlySet<ProcessId> = new Set<ProcessId>(
  (['laser', ...descendants('cutting'), ...descendants('sheet_metal')] as ProcessId[]).filter(
    (id) => geometries.get(id) === 'sheet' && id !== 'vinyl_cut' && id !== 'textile_cut',
  ),
);

const rank = new Map<ToleranceClass, number>(toleranceClasses.map((name, at) => [name, at]));
const evidenceRank = new Map<Evidence, number>(evidences.map((name, at) => [name, at]));
export const evidenceLevel = (evidence: Evidence): number => evidenceRank.get(evidence) ?? 0;

const yes = 0;
const maybe = 1;
const no = 2;
type Fit = typeof yes | typeof maybe | typeof no;

/** A flat part turned in its plane: longest against longest. A roll of unknown length only limits the shorter side. */
function fitsSheet(part: PreparedPart, envelope: Envelope): Fit {
  if (envelope.y === null) return part.middle > envelope.x ? no : maybe;
  const long = Math.max(envelope.x, envelope.y);
  const short = Math.min(envelope.x, envelope.y);
  return part.long <= long && part.middle <= short ? yes : no;
}

/** A box turned to any of its faces: sorted sides, each within its own. An unknown side leaves the answer open. */
function fitsVolume(part: PreparedPart, envelope: Envelope): Fit {
  const { x } = envelope;
  const y = envelope.y ?? Infinity;
  const z = envelope.z ?? Infinity;
  const long = Math.max(x, y, z);
  const short = Math.min(x, y, z);
  const middle = Math.max(Math.min(x, y), Math.min(Math.max(x, y), z));
  if (part.long > long || part.middle > middle || part.short > short) return no;
  return part.hasDepth && envelope.y !== null && envelope.z !== null ? yes : maybe;
}

/**
 * One part against one capability: every requirement except the lab's own (distance, deadline).
 * Another process is only that; another material says nothing of thickness, since limits are per material.
 * A limit that was imported and not yet declared by the lab asks instead of excluding, within `importedSlack` for a
 * thickness and at any class for a tolerance.
 */
export function judge(part: PreparedPart, capability: Capability, labFinishes: boolean): Judgement {
  let judgement = 0;
  const { process, material } = capability;
  if (!part.processYes.has(process)) {
    if (!part.processMaybe.has(process)) return bit.process;
    judgement |= maybeBit('process');
  }
  const geometry = geometries.get(process)!;
  let materialFails = false;
  if (part.materials.length === 0) {
    if (geometry !== 'none') judgement |= maybeBit('material');
  } else if (part.banned.has(process)) {
    judgement |= bit.material;
    materialFails = true;
  } else if (material === null || part.materialMaybe.has(material)) judgement |= maybeBit('material');
  else if (!part.materialYes.has(material)) {
    judgement |= bit.material;
    materialFails = true;
  }
  if (!materialFails && asksThickness(part, capability)) {
    const asked = part.thicknessMm;
    const offered = capability.maxThicknessMm;
    if (asked === null || offered === null) judgement |= maybeBit('thickness');
    else if (asked > offered) {
      const asks = capability.evidence === 'imported' && asked <= offered * importedSlack;
      judgement |= asks ? maybeBit('thickness') : bit.thickness;
    }
  }
  if (geometry !== 'none') {
    if (!part.hasSize || capability.envelopeMm === null) judgement |= maybeBit('size');
    else {
      const fit = (geometry === 'sheet' ? fitsSheet : fitsVolume)(part, capability.envelopeMm);
      if (fit !== yes) judgement |= fit === no ? bit.size : maybeBit('size');
    }
  }
  const { toleranceClass, quantity, finish } = part.part;
  if (toleranceClass !== null) {
    const offered = capability.toleranceClass;
    if (offered === null) judgement |= maybeBit('tolerance');
    else if (rank.get(offered)! > rank.get(toleranceClass)!) {
      judgement |= capability.evidence === 'imported' ? maybeBit('tolerance') : bit.tolerance;
    }
  }
  const { lot, finishes } = capability;
  if (lot === null) judgement |= maybeBit('quantity');
  else if (quantity < lot.min || quantity > lot.max) judgement |= bit.quantity;
  if (finish !== null && !labFinishes) {
    if (finishes === null) judgement |= maybeBit('finish');
    else if (!finishes.includes(finish)) judgement |= bit.finish;
  }
  return judgement;
}

/** A sheet that is cut through or bent always; elsewhere only when both sides say a figure. */
export const asksThickness = (part: PreparedPart, capability: Capability): boolean =>
  throughSheet.has(capability.process) ||
  (part.part.thicknessMm !== null &&
    capability.maxThicknessMm !== null &&
    geometries.get(capability.process) !== 'none');

export const asksSpace = (capability: Capability): boolean => geometries.get(capability.process) !== 'none';

export const isFlat = (capability: Capability): boolean => geometries.get(capability.process) === 'sheet';
