import type { Requirement, Verdict } from '../../../schema/production.ts';
import type { Capability } from '../catalogue/capability.rules.ts';
import { countBits, evidenceLevel, judge, maybeBit, maybeBits, noBit, noBits, sieveOrder } from './judge.rules.ts';
import type { Judgement } from './judge.rules.ts';
import { finishesAt, indexLabs, isTooFar, kmBetween } from './lab.rules.ts';
import type { EarliestFinish, Lab, LabIndex } from './lab.rules.ts';
import { nearMissesAmong } from './nearmiss.rules.ts';
import type { NearMiss } from './nearmiss.rules.ts';
import { prepare } from './need.rules.ts';
import type { Need, PreparedPart } from './need.rules.ts';
import { deduplicated, reasonsOf } from './reason.rules.ts';
import type { Reason } from './reason.rules.ts';

/** The capability that would make one part. */
export interface Choice {
  part: PreparedPart;
  capability: Capability;
  judgement: Judgement;
  earliestFinish: Date | null;
}

export interface CapableLab {
  workshopId: string;
  /** Straight line; null when the place of either side is not known. */
  distanceKm: number | null;
  /** Never `no`: such a lab is in the sieve. */
  verdict: Exclude<Verdict, 'no'>;
  /** How many different requirements are to be confirmed, over all parts. */
  toConfirm: number;
  choices: readonly Choice[];
  /** When the last part would be ready; null when one of them cannot be told. */
  earliestFinish: Date | null;
}

/** How many labs one requirement removed, in the order they were sieved, and which. */
export interface SieveStep {
  requirement: Requirement;
  removed: number;
  remaining: number;
  workshopIds: readonly string[];
}

export interface Matching {
  /** In the order of the labs given: ranking is scoring's. */
  capable: readonly CapableLab[];
  sieve: readonly SieveStep[];
  nearMisses: readonly NearMiss[];
}

const materialStep = sieveOrder.indexOf('material');
/** Steps before the lab's own: also the number of the step that looks at distance. */
const partSteps = sieveOrder.indexOf('distance');
const deadlineStep = sieveOrder.indexOf('deadline');
const deadlineMaybe = maybeBit('deadline');

/** How far one part gets in one lab, and the capabilities that carry it through, by number, with what they leave to ask. */
interface Way {
  /** The first sieve step at which the part is lost; `partSteps` when some capability carries it through. */
  step: number;
  able: number[];
  judgements: Judgement[];
}

function wayOf(part: PreparedPart, index: LabIndex, at: number): Way {
  const labFinishes = finishesAt(index.labs[at]!, part.part);
  const until = index.starts[at + 1]!;
  const way: Way = { step: 0, able: [], judgements: [] };
  for (let each = index.starts[at]!; each < until; each += 1) {
    const reach = part.reach[index.processes[each]!]!;
    if (reach === 0) continue;
    let first = materialStep;
    if (reach === 1 && part.takes[index.materials[each]!] === 1) {
      const judgement = judge(part, index.capabilities[each]!, labFinishes);
      const failures = noBits(judgement);
      if (failures === 0) {
        first = partSteps;
        way.able.push(each);
        way.judgements.push(judgement);
      } else first = 31 - Math.clz32(failures & -failures);
    }
    if (first > way.step) way.step = first;
  }
  return way;
}

/** A capability that leaves fewer questions, then better known, then by id: the same one on every run. */
function isBetter(a: Choice, b: Choice): boolean {
  const questions = countBits(maybeBits(a.judgement)) - countBits(maybeBits(b.judgement));
  if (questions !== 0) return questions < 0;
  const evidence = evidenceLevel(a.capability.evidence) - evidenceLevel(b.capability.evidence);
  return evidence === 0 ? a.capability.id < b.capability.id : evidence > 0;
}

/** The best capability for one part; undefined when every one that could make it is late. */
function choose(
  need: Need,
  part: PreparedPart,
  { able, judgements }: Way,
  index: LabIndex,
  lab: Lab,
  earliestFinish: EarliestFinish | undefined,
): Choice | undefined {
  let best: Choice | undefined;
  able.forEach((each, nth) => {
    const capability = index.capabilities[each]!;
    let judgement = judgements[nth]!;
    const finish = earliestFinish?.(lab, capability, part.part) ?? null;
    if (need.mustHaveBy !== null) {
      if (finish === null) judgement |= deadlineMaybe;
      else if (finish > need.mustHaveBy) return;
    }
    const choice = { part, capability, judgement, earliestFinish: finish };
    if (!best || isBetter(choice, best)) best = choice;
  });
  return best;
}

function latest(choices: readonly Choice[]): Date | null {
  let last: Date | null = null;
  for (const { earliestFinish } of choices) {
    if (earliestFinish === null) return null;
    if (last === null || earliestFinish > last) last = earliestFinish;
  }
  return last;
}

function capableLab(need: Need, lab: Lab, km: number | null, choices: readonly Choice[]): CapableLab {
  let questions = 0;
  for (const { judgement } of choices) questions |= maybeBits(judgement);
  if (need.maxKm !== null && km === null) questions |= noBit('distance');
  const toConfirm = countBits(questions);
  return {
    workshopId: lab.workshopId,
    distanceKm: km,
    verdict: toConfirm === 0 ? 'yes' : 'to_confirm',
    toConfirm,
    choices,
    earliestFinish: latest(choices),
  };
}

/** A lab that could make the whole need, if it has the time. */
interface Candidate {
  lab: Lab;
  km: number | null;
  ways: readonly Way[];
}

/** All that can be said of a need without a calendar. */
export interface Survey {
  need: Need;
  index: LabIndex;
  parts: readonly PreparedPart[];
  candidates: readonly Candidate[];
  /** By sieve step, the labs that it removed. */
  removed: readonly string[][];
  /** The labs removed of which one part at least found its trade. */
  fallen: readonly Lab[];
}

/** Looks at every lab, once: what is left to ask a calendar is asked of the candidates alone. */
export function survey(need: Need, given: readonly Lab[] | LabIndex): Survey {
  const index = 'starts' in given ? given : indexLabs(given);
  const parts = need.parts.map(prepare);
  const removed: string[][] = sieveOrder.map(() => []);
  const candidates: Candidate[] = [];
  const fallen: Lab[] = [];
  index.labs.forEach((lab, at) => {
    const ways = parts.map((part) => wayOf(part, index, at));
    const step = Math.min(partSteps, ...ways.map((way) => way.step));
    if (step === partSteps) {
      const km = kmBetween(need, lab);
      if (!isTooFar(need, km)) {
        candidates.push({ lab, km, ways });
        return;
      }
    }
    removed[step]!.push(lab.workshopId);
    if (ways.some((way) => way.step > 0)) fallen.push(lab);
  });
  return { need, index, parts, candidates, removed, fallen };
}

/** The survey with the calendars: who has the time, who has not, and who nearly can. */
export function settle({ need, index, parts, ...seen }: Survey, earliestFinish?: EarliestFinish): Matching {
  const capable: CapableLab[] = [];
  const late: Lab[] = [];
  for (const { lab, km, ways } of seen.candidates) {
    const choices = parts.flatMap((part, nth) => choose(need, part, ways[nth]!, index, lab, earliestFinish) ?? []);
    if (choices.length === parts.length) capable.push(capableLab(need, lab, km, choices));
    else late.push(lab);
  }
  let remaining = index.labs.length;
  const sieve = sieveOrder.map((requirement, step) => {
    const early = seen.removed[step]!;
    const workshopIds = step === deadlineStep ? [...early, ...late.map(({ workshopId }) => workshopId)] : early;
    remaining -= workshopIds.length;
    return { requirement, removed: workshopIds.length, remaining, workshopIds };
  });
  return { capable, sieve, nearMisses: nearMissesAmong(need, parts, [...seen.fallen, ...late], earliestFinish) };
}

/**
 * Which labs can make the whole need, why each of the others cannot, and who nearly can.
 * A lab stands or falls alone: adding or removing another never changes its answer.
 */
export const match = (need: Need, given: readonly Lab[] | LabIndex, earliestFinish?: EarliestFinish): Matching =>
  settle(survey(need, given), earliestFinish);

/** Every reason of a capable lab, parts first, each said once, then the date and the distance. */
export function reasonsFor(need: Need, lab: CapableLab): Reason[] {
  const reasons = lab.choices.flatMap(({ part, capability, judgement }) => reasonsOf(part, capability, judgement));
  if (need.mustHaveBy !== null) {
    reasons.push({
      requirement: 'deadline',
      verdict: lab.choices.some(({ judgement }) => judgement & deadlineMaybe) ? 'to_confirm' : 'yes',
      asked: { unit: 'date', at: need.mustHaveBy },
      offered: lab.earliestFinish && { unit: 'date', at: lab.earliestFinish },
      banned: false,
      partIds: [],
    });
  }
  if (need.near !== null || need.maxKm !== null) {
    reasons.push({
      requirement: 'distance',
      verdict: need.maxKm !== null && lab.distanceKm === null ? 'to_confirm' : 'yes',
      asked: need.maxKm === null ? null : { unit: 'km', numbers: [need.maxKm] },
      offered: lab.distanceKm === null ? null : { unit: 'km', numbers: [lab.distanceKm] },
      banned: false,
      partIds: [],
    });
  }
  return deduplicated(reasons);
}
