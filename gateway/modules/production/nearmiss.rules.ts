import type { Requirement } from '../../../schema/production.ts';
import type { Capability } from '../catalogue/capability.rules.ts';
import { judge, noBit, noBits, sieveOrder } from './judge.rules.ts';
import { finishesAt, isTooFar, kmBetween } from './lab.rules.ts';
import type { EarliestFinish, Lab } from './lab.rules.ts';
import type { Need, PreparedPart } from './need.rules.ts';
import { reasonsOf } from './reason.rules.ts';
import type { Compared } from './reason.rules.ts';

/** A lab that one single requirement excludes, with the two values. */
export interface NearMiss {
  workshopId: string;
  distanceKm: number | null;
  requirement: Requirement;
  asked: Compared;
  offered: Compared;
  banned: boolean;
  partIds: readonly string[];
}

/** How many near misses are told. */
export const nearMissesTold = 5;

const processNo = noBit('process');
const nothingLacks = -1;

/** The requirements, as bits, of which each alone is in the way of one capability or more; `nothingLacks` when one can. */
function loneFailures(part: PreparedPart, lab: Lab): number {
  const labFinishes = finishesAt(lab, part.part);
  let lone = 0;
  let hasTrade = false;
  for (const capability of lab.capabilities) {
    const failures = noBits(judge(part, capability, labFinishes));
    if (failures === 0) return nothingLacks;
    if (failures === processNo) continue;
    hasTrade = true;
    if ((failures & (failures - 1)) === 0) lone |= failures;
  }
  return hasTrade ? lone : processNo;
}

/**
 * The one requirement, as a bit, that stands in the way of all parts that the lab does not make; 0 when there is none.
 * A missing process counts only beside another part that the lab makes: alone, it is another trade.
 */
function soleFailure(parts: readonly PreparedPart[], lab: Lab): number {
  let shared = nothingLacks;
  let made = 0;
  for (const part of parts) {
    const lone = loneFailures(part, lab);
    if (lone === nothingLacks) made += 1;
    shared &= lone;
    if (shared === 0) return 0;
  }
  if (shared === nothingLacks) return nothingLacks;
  return shared === processNo && made === 0 ? 0 : shared & -shared;
}

/** The capability that comes closest: the greatest limit offered, then by id. */
function closest(part: PreparedPart, lab: Lab, failure: number): { capability: Capability; alike: Capability[] } {
  const labFinishes = finishesAt(lab, part.part);
  const alike = lab.capabilities.filter((capability) => noBits(judge(part, capability, labFinishes)) === failure);
  const reach = ({ maxThicknessMm, envelopeMm, lot }: Capability): number =>
    failure === noBit('thickness')
      ? (maxThicknessMm ?? 0)
      : failure === noBit('size')
        ? (envelopeMm?.x ?? 0) * (envelopeMm?.y ?? envelopeMm?.x ?? 0)
        : (lot?.max ?? 0);
  const [capability] = [...alike].sort((a, b) => reach(b) - reach(a) || (a.id < b.id ? -1 : 1));
  return { capability: capability!, alike };
}

const makes = (part: PreparedPart, lab: Lab): boolean => {
  const labFinishes = finishesAt(lab, part.part);
  return lab.capabilities.some((capability) => noBits(judge(part, capability, labFinishes)) === 0);
};

/** What the lab does offer: one figure for a limit, the whole list for a process or a material. */
function offeredBy(requirement: Requirement, alike: readonly Capability[], figure: Compared): Compared {
  if (requirement !== 'process' && requirement !== 'material') return figure;
  return { unit: requirement, ids: [...new Set(alike.flatMap((each) => each[requirement] ?? []))].sort() };
}

function partMiss(
  parts: readonly PreparedPart[],
  lab: Lab,
  failure: number,
): Omit<NearMiss, 'workshopId' | 'distanceKm'> {
  const failing = parts.filter((part) => !makes(part, lab));
  const part = failing[0]!;
  const { capability, alike } = closest(part, lab, failure);
  const requirement = sieveOrder[31 - Math.clz32(failure)]!;
  const reason = reasonsOf(part, capability, failure).find((each) => each.requirement === requirement)!;
  return {
    requirement,
    asked: reason.asked,
    offered: offeredBy(requirement, alike, reason.offered),
    banned: reason.banned,
    partIds: failing.map((each) => each.part.id),
  };
}

/** The date at which the lab could have the last part, if that is what it alone lacks; undefined when it is not late. */
function lateness(
  need: Need,
  parts: readonly PreparedPart[],
  lab: Lab,
  earliestFinish: EarliestFinish,
): Date | undefined {
  if (need.mustHaveBy === null) return undefined;
  let latest: Date | undefined;
  for (const part of parts) {
    const labFinishes = finishesAt(lab, part.part);
    let soonest: Date | undefined;
    for (const capability of lab.capabilities) {
      if (noBits(judge(part, capability, labFinishes)) !== 0) continue;
      const finish = earliestFinish(lab, capability, part.part);
      if (finish === null) {
        soonest = undefined;
        break;
      }
      if (soonest === undefined || finish < soonest) soonest = finish;
    }
    if (soonest !== undefined && soonest > need.mustHaveBy && (latest === undefined || soonest > latest))
      latest = soonest;
  }
  return latest;
}

/** Among labs that fell, those that exactly one requirement excludes: nearest first, then by id, at most five. */
export function nearMissesAmong(
  need: Need,
  parts: readonly PreparedPart[],
  fallen: readonly Lab[],
  earliestFinish?: EarliestFinish,
): NearMiss[] {
  const nearest = fallen.map((lab) => ({ lab, km: kmBetween(need, lab) }));
  nearest.sort((a, b) => (a.km ?? Infinity) - (b.km ?? Infinity) || (a.lab.workshopId < b.lab.workshopId ? -1 : 1));
  const told: NearMiss[] = [];
  for (const { lab, km } of nearest) {
    if (told.length === nearMissesTold) break;
    const failure = soleFailure(parts, lab);
    if (failure === 0 || (failure !== nothingLacks && isTooFar(need, km))) continue;
    const late = earliestFinish && lateness(need, parts, lab, earliestFinish);
    const base = { workshopId: lab.workshopId, distanceKm: km };
    if (failure !== nothingLacks) {
      if (!late) told.push({ ...base, ...partMiss(parts, lab, failure) });
    } else if (isTooFar(need, km)) {
      if (!late) told.push({ ...base, ...placeMiss(need, km!) });
    } else if (late) {
      told.push({
        ...base,
        requirement: 'deadline',
        asked: { unit: 'date', at: need.mustHaveBy! },
        offered: { unit: 'date', at: late },
        banned: false,
        partIds: [],
      });
    }
  }
  return told;
}

const placeMiss = (need: Need, km: number): Omit<NearMiss, 'workshopId' | 'distanceKm'> => ({
  requirement: 'distance',
  asked: need.maxKm === null ? null : { unit: 'km', numbers: [need.maxKm] },
  offered: { unit: 'km', numbers: [km] },
  banned: false,
  partIds: [],
});
