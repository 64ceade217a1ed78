import type { Measure } from '../../../schema/kinds.ts';
import { needLimits, type NeedRequirement } from '../../../schema/needs.ts';
import type { Verdict } from '../../../schema/production.ts';
import { ancestors, descendants, type MaterialId } from '../../../schema/taxonomy.ts';
import type { Audience } from '../../../schema/vocabulary.ts';
import { distanceKm, type Point } from '../../platform/geo.ts';
import type { Party } from '../identity/viewer.ts';

/** What somebody looks for. Lengths in millimetres, quantities in thousandths of the measure. */
export interface Wanted {
  materialId: MaterialId;
  thicknessMin?: number;
  thicknessMax?: number;
  width?: number;
  length?: number;
  quantity?: number;
  measure: Measure;
  point: Point;
  radiusKm: number;
}

/** What is there of a lot. */
export interface Lot {
  materialId: MaterialId;
  thickness?: number;
  width?: number;
  length?: number;
  /** Kilograms of one of its measure. */
  weight?: number;
  /** Thousandths that can still be asked for, and the least that may be. */
  left: number;
  minimum: number;
  measure: Measure;
  point: Point;
}

/** A requirement, what was decided, and the numbers that decided it: millimetres, quantities, kilometres. */
export interface NeedReason {
  requirement: NeedRequirement;
  verdict: Verdict;
  asked: number[];
  /** Empty when the lot says nothing. */
  found: number[];
  /** Of what was found, when it is counted otherwise than what is asked. */
  measure?: Measure;
}

/** Float noise of a difference of two lengths in millimetres. */
const NOISE = 1e-6;
const MM2_IN_M2 = 1_000_000;

/**
 * What a lot may be declared as to answer this need, and what a need may look for that this lot answers: the family
 * below, and the families above, which may turn out to be it. The same relation from either end.
 */
export const relatedMaterials = (id: MaterialId): MaterialId[] => [...descendants(id), ...ancestors(id)];

const yesIf = (isMet: boolean): Verdict => (isMet ? 'yes' : 'no');

function material(wanted: Wanted, lot: Lot): NeedReason {
  const isOf = descendants(wanted.materialId).has(lot.materialId);
  const verdict = isOf ? 'yes' : ancestors(wanted.materialId).has(lot.materialId) ? 'to_confirm' : 'no';
  return { requirement: 'material', verdict, asked: [], found: [] };
}

function thickness({ thicknessMin, thicknessMax }: Wanted, lot: Lot): NeedReason | undefined {
  if (thicknessMin === undefined && thicknessMax === undefined) return undefined;
  const asked = [thicknessMin, thicknessMax].filter((mm) => mm !== undefined);
  const slack = needLimits.thicknessMm + NOISE;
  const { thickness: mm } = lot;
  if (mm === undefined) return { requirement: 'thickness', verdict: 'to_confirm', asked, found: [] };
  const isWithin = mm >= (thicknessMin ?? 0) - slack && mm <= (thicknessMax ?? Infinity) + slack;
  return { requirement: 'thickness', verdict: yesIf(isWithin), asked, found: [mm] };
}

/** Either way round. One side of the lot that is not said may be as long as it takes; the other must still do. */
function size(wanted: Wanted, { width, length }: Lot): NeedReason | undefined {
  if (wanted.width === undefined && wanted.length === undefined) return undefined;
  const [short, long] = sides(wanted.width ?? 0, wanted.length ?? 0);
  const asked = [wanted.width, wanted.length].filter((mm) => mm !== undefined);
  const found = [width, length].filter((mm) => mm !== undefined);
  const known = found.length === 2 ? sides(width!, length!) : undefined;
  const verdict: Verdict = known
    ? yesIf(known[0] >= short - NOISE && known[1] >= long - NOISE)
    : found.every((mm) => mm >= short - NOISE)
      ? 'to_confirm'
      : 'no';
  return { requirement: 'size', verdict, asked, found };
}

const sides = (a: number, b: number): [short: number, long: number] => (a < b ? [a, b] : [b, a]);

/** How much of the wanted measure one of the lot's is; undefined when nobody can say. */
export function perUnit({ measure, width, length, weight }: Lot, wanted: Measure): number | undefined {
  if (measure === wanted) return 1;
  const isFlat = measure === 'sheet' || measure === 'piece';
  if (wanted === 'm2' && isFlat && width && length) return (width * length) / MM2_IN_M2;
  if (wanted === 'm2' && measure === 'metre' && width) return width / 1_000;
  return wanted === 'kg' ? weight : undefined;
}

/** Less than is asked is still worth a word: how much there is stands beside it. */
function quantity(wanted: Wanted, lot: Lot): NeedReason {
  const asked = wanted.quantity === undefined ? [] : [wanted.quantity];
  const factor = perUnit(lot, wanted.measure);
  const counted = factor === undefined ? { found: [lot.left], measure: lot.measure } : { found: [lot.left * factor] };
  const reason = { requirement: 'quantity' as const, asked, ...counted };
  if (lot.left <= 0 || lot.left < lot.minimum) return { ...reason, verdict: 'no' };
  if (wanted.quantity === undefined) return { ...reason, verdict: 'yes' };
  const isEnough = factor !== undefined && lot.left * factor >= wanted.quantity - NOISE;
  return { ...reason, verdict: isEnough ? 'yes' : 'to_confirm' };
}

function distance({ point, radiusKm }: Wanted, lot: Lot): NeedReason {
  const km = distanceKm(point, lot.point);
  return { requirement: 'distance', verdict: yesIf(km <= radiusKm), asked: [radiusKm], found: [km] };
}

/** What each requirement of a need finds in a lot. The one rule, read from either end. */
export const judge = (wanted: Wanted, lot: Lot): NeedReason[] =>
  [
    material(wanted, lot),
    thickness(wanted, lot),
    size(wanted, lot),
    quantity(wanted, lot),
    distance(wanted, lot),
  ].filter((reason) => reason !== undefined);

const order: readonly Verdict[] = ['yes', 'to_confirm', 'no'];

/** The worst of them. */
export const verdictOf = (reasons: readonly Pick<NeedReason, 'verdict'>[]): Verdict =>
  order[Math.max(0, ...reasons.map(({ verdict }) => order.indexOf(verdict)))]!;

interface Offered {
  workshopId: string;
  audience: Audience;
  networkIds: readonly string[];
}
interface Seeker {
  party: Party;
  networkIds: readonly string[];
}

/** Whether whoever looks for it may ask for a part of the lot. */
export function isFor(lot: Offered, { party, networkIds }: Seeker): boolean {
  if (party.scope === 'workshop' && party.id === lot.workshopId) return false;
  const isOf: Record<Audience, boolean> = {
    everyone: true,
    organisations: party.scope !== 'person',
    network: networkIds.some((id) => lot.networkIds.includes(id)),
  };
  return isOf[lot.audience];
}
