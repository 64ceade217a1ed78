import { judge, noBits, sieveOrder } from './judge.rules.ts';
import type { Judgement } from './judge.rules.ts';
import { finishesAt, indexLabs, isTooFar, kmBetween } from './lab.rules.ts';
import type { Lab, LabIndex } from './lab.rules.ts';
import { prepare } from './need.rules.ts';
import type { Need, PreparedPart } from './need.rules.ts';

const materialStep = sieveOrder.indexOf('material');
/** Steps before the lab's own: also the number of the step that looks at distance. */
const partSteps = sieveOrder.indexOf('distance');
const deadlineStep = sieveOrder.indexOf('deadline');

/**
 * The capabilities that carry a part through in time, by number, with what they leave to ask: part after part of lab
 * after lab. Those of part n in lab i begin at `starts[i × parts + n]`, and end where the next begin.
 */
interface Able {
  capabilities: number[];
  judgements: Judgement[];
  starts: Int32Array;
}

/** What was judged of one part already, by like, in labs that lack its finish and in labs that have it. */
type Judged = readonly [lacking: Int32Array, finishing: Int32Array];
const unjudged = -1;
const nothingJudged = ({ distinct }: LabIndex): Judged => [
  new Int32Array(distinct.length).fill(unjudged),
  new Int32Array(distinct.length).fill(unjudged),
];

/**
 * How far one part gets in the lab at this place: the first sieve step at which it is lost, or `partSteps` when some
 * capability carries it through. Those that do in time are added to `able`.
 */
function stepOf(
  part: PreparedPart,
  index: LabIndex,
  at: number,
  judged: Judged,
  able: Able,
  leadDaysLeft: number,
): number {
  const labFinishes = finishesAt(index.labs[at]!, part.part);
  const known = judged[labFinishes ? 1 : 0];
  const until = index.starts[at + 1]!;
  let step = 0;
  for (let each = index.starts[at]!; each < until; each += 1) {
    const reach = part.reach[index.processes[each]!]!;
    if (reach === 0) continue;
    let first = materialStep;
    if (reach === 1 && part.takes[index.materials[each]!] === 1) {
      const like = index.likes[each]!;
      if (known[like] === unjudged) known[like] = judge(part, index.distinct[like]!, labFinishes);
      const judgement = known[like]!;
      const failures = noBits(judgement);
      if (failures === 0) {
        first = partSteps;
        if ((index.distinct[like]!.leadDays ?? 0) <= leadDaysLeft) {
          able.capabilities.push(each);
          able.judgements.push(judgement);
        }
      } else first = 31 - Math.clz32(failures & -failures);
    }
    if (first > step) step = first;
  }
  return step;
}

/** A lab that could make the whole need, if it has the time. */
export interface Candidate {
  lab: Lab;
  km: number | null;
  /** Its place among the labs. */
  at: number;
}

/** All that can be said of a need without a calendar. */
export interface Survey {
  need: Need;
  index: LabIndex;
  parts: readonly PreparedPart[];
  able: Able;
  candidates: readonly Candidate[];
  /** By sieve step, the labs that it removed. */
  removed: readonly string[][];
  /** The labs removed of which one part at least found its trade. */
  fallen: readonly Lab[];
}

/**
 * Looks at every lab, once: what is left to ask a calendar is asked of the candidates alone. A capability whose lead is
 * longer than `leadDaysLeft` is late whatever the calendar says.
 */
export function survey(need: Need, given: readonly Lab[] | LabIndex, leadDaysLeft = Infinity): Survey {
  const index = 'starts' in given ? given : indexLabs(given);
  const parts = need.parts.map(prepare);
  const judged = parts.map(() => nothingJudged(index));
  const removed: string[][] = sieveOrder.map(() => []);
  const starts = new Int32Array(index.labs.length * parts.length + 1);
  const able: Able = { capabilities: [], judgements: [], starts };
  const candidates: Candidate[] = [];
  const fallen: Lab[] = [];
  for (const [at, lab] of index.labs.entries()) {
    let step = partSteps;
    let reached = false;
    let inTime = true;
    for (let nth = 0; nth < parts.length; nth += 1) {
      const before = able.capabilities.length;
      const lost = stepOf(parts[nth]!, index, at, judged[nth]!, able, leadDaysLeft);
      starts[at * parts.length + nth + 1] = able.capabilities.length;
      if (lost < step) step = lost;
      if (lost > 0) reached = true;
      if (able.capabilities.length === before) inTime = false;
    }
    if (step === partSteps) {
      const km = kmBetween(need, lab);
      if (inTime && !isTooFar(need, km)) {
        candidates.push({ lab, km, at });
        continue;
      }
      if (!isTooFar(need, km)) step = deadlineStep;
    }
    removed[step]!.push(lab.workshopId);
    if (reached) fallen.push(lab);
  }
  return { need, index, parts, able, candidates, removed, fallen };
}
