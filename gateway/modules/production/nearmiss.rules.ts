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

/**
 * A lab that was removed, with the requirements, as bits, of which each alone is in the way of every part that it does
 * not make; -1 when it makes them all and only its place or its calendar is. A missing process counts only beside
 * another part that the lab makes: otherwise its limits belong to another trade.
 */
export interface Fallen {
  lab: Lab;
  failure: number;
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

interface Candidate extends Fallen {
  km: number | null;
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
  fallen: readonly Fallen[],
  earliestFinish?: EarliestFinish,
): NearMiss[] {
  const candidates: Candidate[] = [];
  for (const { lab, failure } of fallen) {
    const km = kmBetween(need, lab);
    if (failure !== -1 && isTooFar(need, km)) continue;
    candidates.push({ lab, km, failure: failure === -1 ? -1 : failure & -failure });
  }
  candidates.sort((a, b) => (a.km ?? Infinity) - (b.km ?? Infinity) || (a.lab.workshopId < b.lab.workshopId ? -1 : 1));
  const told: NearMiss[] = [];
  for (const { lab, km, failure } of candidates) {
    if (told.length === nearMissesTold) break;
    const late = earliestFinish && lateness(need, parts, lab, earliestFinish);
    const base = { workshopId: lab.workshopId, distanceKm: km };
    if (failure !== -1) {
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
