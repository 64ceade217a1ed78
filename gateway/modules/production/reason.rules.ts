import { requirements } from '../../../schema/production.ts';
import type { Requirement, Verdict } from '../../../schema/production.ts';
import type { Capability, Envelope } from '../catalogue/capability.rules.ts';
import { asksSpace, asksThickness, isFlat, maybeBit, noBit } from './judge.rules.ts';
import type { Judgement } from './judge.rules.ts';
import type { PreparedPart } from './need.rules.ts';

/** One side of a comparison, typed; null is "not said". Sizes run from the longest side, lots are [least, most]. */
export type Compared =
  | { unit: 'process' | 'material' | 'finish' | 'class'; ids: readonly string[] }
  | { unit: 'mm' | 'pieces' | 'km'; numbers: readonly (number | null)[] }
  | { unit: 'date'; at: Date }
  | null;

/** A requirement, what was decided, and the two values that decided it; the web finds the words. */
export interface Reason {
  requirement: Requirement;
  verdict: Verdict;
  asked: Compared;
  offered: Compared;
  /** The material is refused by safety, whatever the lab declares. */
  banned: boolean;
  /** The parts that it is about; none when it is about the lab. */
  partIds: readonly string[];
}

const ids = (unit: 'process' | 'material' | 'finish' | 'class', values: readonly (string | null)[]): Compared => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : { unit, ids: known };
};
const millimetres = (value: number | null): Compared => (value === null ? null : { unit: 'mm', numbers: [value] });

const verdictOf = (judgement: Judgement, requirement: Requirement): Verdict => {
  if (judgement & noBit(requirement)) return 'no';
  return judgement & maybeBit(requirement) ? 'to_confirm' : 'yes';
};

function askedSize({ part }: PreparedPart, flat: boolean): Compared {
  if (part.sizeMm === null) return null;
  const { x, y, z } = part.sizeMm;
  const sides = z === null ? [x, y] : [x, y, z];
  const sorted = sides.sort((a, b) => b - a);
  return { unit: 'mm', numbers: flat ? sorted.slice(0, 2) : sorted };
}

function offeredSize(envelope: Envelope | null, flat: boolean): Compared {
  if (envelope === null) return null;
  const sides = flat ? [envelope.x, envelope.y] : [envelope.x, envelope.y, envelope.z];
  return { unit: 'mm', numbers: sides.sort((a, b) => (b ?? -1) - (a ?? -1)) };
}

/** The two values of one requirement; undefined when the part does not ask for it from such a capability. */
function compared(
  requirement: Requirement,
  prepared: PreparedPart,
  capability: Capability,
): { asked: Compared; offered: Compared } | undefined {
  const { part } = prepared;
  switch (requirement) {
    case 'process':
      return { asked: ids('process', prepared.processes), offered: ids('process', [capability.process]) };
    case 'material':
      if (prepared.materials.length === 0 && !asksSpace(capability)) return undefined;
      return { asked: ids('material', prepared.materials), offered: ids('material', [capability.material]) };
    case 'thickness':
      if (!asksThickness(prepared, capability)) return undefined;
      return { asked: millimetres(prepared.thicknessMm), offered: millimetres(capability.maxThicknessMm) };
    case 'size': {
      if (!asksSpace(capability)) return undefined;
      const flat = isFlat(capability);
      return { asked: askedSize(prepared, flat), offered: offeredSize(capability.envelopeMm, flat) };
    }
    case 'tolerance':
      if (part.toleranceClass === null) return undefined;
      return { asked: ids('class', [part.toleranceClass]), offered: ids('class', [capability.toleranceClass]) };
    case 'quantity':
      return {
        asked: { unit: 'pieces', numbers: [part.quantity] },
        offered: capability.lot && { unit: 'pieces', numbers: [capability.lot.min, capability.lot.max] },
      };
    case 'finish':
      if (part.finish === null) return undefined;
      return {
        asked: ids('finish', [part.finish]),
        offered: capability.finishes && { unit: 'finish', ids: capability.finishes },
      };
    default:
      return undefined;
  }
}

/** The reasons of one part with one capability, in the order a person reads them. */
export function reasonsOf(prepared: PreparedPart, capability: Capability, judgement: Judgement): Reason[] {
  return requirements.flatMap((requirement): Reason[] => {
    const values = compared(requirement, prepared, capability);
    if (!values) return [];
    const verdict = verdictOf(judgement, requirement);
    const banned = requirement === 'material' && verdict === 'no' && prepared.banned.has(capability.process);
    return [{ requirement, verdict, ...values, banned, partIds: [prepared.part.id] }];
  });
}

/** The same reasons with those that say the same of several parts told once. */
export function deduplicated(reasons: readonly Reason[]): Reason[] {
  const found = new Map<string, Reason>();
  for (const reason of reasons) {
    const key = JSON.stringify([reason.requirement, reason.verdict, reason.asked, reason.offered, reason.banned]);
    const same = found.get(key);
    found.set(key, same ? { ...same, partIds: [...same.partIds, ...reason.partIds] } : reason);
  }
  return [...found.values()];
}
