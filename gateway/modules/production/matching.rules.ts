import type { Requirement, Verdict } from '../../../schema/production.ts';
import type { Capability } from '../catalogue/capability.rules.ts';
import { countBits, evidenceLevel, maybeBit, maybeBits, noBit, sieveOrder } from './judge.rules.ts';
import type { Judgement } from './judge.rules.ts';
import type { EarliestFinish, Lab, LabIndex } from './lab.rules.ts';
import { nearMissesAmong } from './nearmiss.rules.ts';
import type { NearMiss } from './nearmiss.rules.ts';
import { survey } from './survey.rules.ts';
import type { Candidate, Survey } from './survey.rules.ts';
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

const deadlineStep = sieveOrder.indexOf('deadline');
const deadlineMaybe = maybeBit('deadline');

/** Fewer questions, then better known: the lower the better. Of equal ones the first by id, the same on every run. */
const orderOf = (judgement: Judgement, { evidence }: Capability): number =>
  countBits(maybeBits(judgement)) * 8 - evidenceLevel(evidence);

/** The best capability for one part; undefined when every one that could make it is late. */
function choose(
  { need, index, able, parts }: Survey,
  nth: number,
  { lab, at: place }: Candidate,
  earliestFinish: EarliestFinish | undefined,
): Choice | undefined {
  let best: number | undefined;
  let bestOrder = Infinity;
  let judgement = 0;
  let finish: Date | null = null;
  const part = parts[nth]!;
  const from = able.starts[place * parts.length + nth]!;
  const until = able.starts[place * parts.length + nth + 1]!;
  for (let one = from; one < until; one += 1) {
    const at = able.capabilities[one]!;
    const done = earliestFinish?.(lab, index.capabilities[at]!, part.part) ?? null;
    let judged = able.judgements[one]!;
    if (need.mustHaveBy !== null) {
      if (done === null) judged |= deadlineMaybe;
      else if (done > need.mustHaveBy) continue;
    }
    const order = orderOf(judged, index.distinct[index.likes[at]!]!);
    if (order >= bestOrder) continue;
    best = at;
    bestOrder = order;
    judgement = judged;
    finish = done;
  }
  return best === undefined
    ? undefined
    : { part, capability: index.capabilities[best]!, judgement, earliestFinish: finish };
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

/** What each candidate would make the need with, in their order; undefined for one that is late. */
function settled(
  seen: Survey,
  candidates: readonly Candidate[],
  earliestFinish?: EarliestFinish,
): (CapableLab | undefined)[] {
  return candidates.map((candidate) => {
    const choices: Choice[] = [];
    for (let nth = 0; nth < seen.parts.length; nth += 1) {
      const choice = choose(seen, nth, candidate, earliestFinish);
      if (!choice) return undefined;
      choices.push(choice);
    }
    return capableLab(seen.need, candidate.lab, candidate.km, choices);
  });
}

/** Candidates whose calendars nobody reads: every date is to be confirmed. */
export const unsettled = (seen: Survey, candidates: readonly Candidate[]): CapableLab[] =>
  settled(seen, candidates).filter((lab) => lab !== undefined);

/** The survey with the calendars of some candidates: which of them have the time, which have not, and who nearly can. */
export function settle(seen: Survey, candidates: readonly Candidate[], earliestFinish?: EarliestFinish): Matching {
  const { need, index, parts } = seen;
  const answers = settled(seen, candidates, earliestFinish);
  const capable = answers.filter((lab) => lab !== undefined);
  const late = candidates.flatMap(({ lab }, nth) => (answers[nth] ? [] : [lab]));
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
export function match(need: Need, given: readonly Lab[] | LabIndex, earliestFinish?: EarliestFinish): Matching {
  const seen = survey(need, given);
  return settle(seen, seen.candidates, earliestFinish);
}

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
