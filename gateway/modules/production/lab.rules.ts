import { materialIds, processIds } from '../../../schema/taxonomy.ts';
import type { MaterialId, ProcessId } from '../../../schema/taxonomy.ts';
import { distanceKm } from '../../platform/geo.ts';
import type { Point } from '../../platform/geo.ts';
import type { Capability } from '../catalogue/capability.rules.ts';
import type { Need, Part } from './need.rules.ts';

/** A workshop as matching sees it. */
export interface Lab {
  workshopId: string;
  place: Point | null;
  capabilities: readonly Capability[];
}

/** When this capability could hand over the part: lead days and free machine hours; null when nobody can say. */
export type EarliestFinish = (lab: Lab, capability: Capability, part: Part) => Date | null;

/** Whether some other capability of the lab is the finish asked: it need not be the machine's own. */
export const finishesAt = (lab: Lab, part: Part): boolean =>
  part.finish !== null && lab.capabilities.some((capability) => capability.process === part.finish);

/** Straight line from where the need is; null when either place is unknown. */
export const kmBetween = (need: Need, lab: Lab): number | null =>
  need.near !== null && lab.place !== null ? distanceKm(need.near, lab.place) : null;

export const isTooFar = (need: Need, km: number | null): boolean =>
  need.maxKm !== null && km !== null && km > need.maxKm;

/**
 * Labs laid out for speed: the capabilities of `labs[i]` are those from `starts[i]` to `starts[i + 1]`, and the numbers
 * of their processes and materials stand in arrays of bytes, so that most are passed over without being touched.
 */
export interface LabIndex {
  labs: readonly Lab[];
  starts: Int32Array;
  processes: Uint8Array;
  /** `unstated` where the material is not declared. */
  materials: Uint8Array;
  /** Of each lab by id: of equal ones the first is taken. */
  capabilities: readonly Capability[];
  /** The number of each one's like: machines of one model are declared alike all over a network, and judged once. */
  likes: Int32Array;
  /** One capability of each like. */
  distinct: readonly Capability[];
}

/** All that a part is judged against and chosen by. */
const likeOf = ({
  process,
  material,
  envelopeMm,
  maxThicknessMm,
  toleranceClass,
  lot,
  finishes,
  evidence,
  leadDays,
}: Capability) =>
  JSON.stringify([
    ...[process, material, maxThicknessMm, toleranceClass, finishes, evidence, leadDays, lot?.min, lot?.max],
    ...[envelopeMm?.x, envelopeMm?.y, envelopeMm?.z],
  ]);

const processNumbers = new Map<ProcessId, number>(processIds.map((id, at) => [id, at]));
const materialNumbers = new Map<MaterialId, number>(materialIds.map((id, at) => [id, at]));
const unstated = 255;

/** Worth keeping between requests: made again when a lab or a capability changes. */
export function indexLabs(labs: readonly Lab[]): LabIndex {
  const capabilities = labs.flatMap((lab) => [...lab.capabilities].sort((a, b) => (a.id < b.id ? -1 : 1)));
  const starts = new Int32Array(labs.length + 1);
  labs.forEach((lab, at) => {
    starts[at + 1] = starts[at]! + lab.capabilities.length;
  });
  const processes = Uint8Array.from(capabilities, ({ process }) => processNumbers.get(process)!);
  const materials = Uint8Array.from(capabilities, ({ material }) =>
    material === null ? unstated : materialNumbers.get(material)!,
  );
  const numbers = new Map<string, number>();
  const distinct: Capability[] = [];
  const likes = Int32Array.from(capabilities, (capability) => {
    const like = likeOf(capability);
    const known = numbers.get(like);
    if (known !== undefined) return known;
    numbers.set(like, distinct.length);
    return distinct.push(capability) - 1;
  });
  return { labs, starts, processes, materials, capabilities, likes, distinct };
}
