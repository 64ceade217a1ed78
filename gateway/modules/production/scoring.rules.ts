import type { Evidence } from '../../../schema/production.ts';
import { evidenceLevel } from './judge.rules.ts';
import type { CapableLab } from './matching.rules.ts';

/** Stored with every offer; a change of a weight or of a term is a new version. */
export const scoreVersion = 1;

/** What the score knows of a lab beside the match; null is "not known". */
export interface LabFacts {
  /** Free part of the machine's open hours until the date, 0 to 1, read from its own calendar. */
  freeShare: number | null;
  /** Its price for this need over the median of the capable labs' known prices. */
  priceRatio: number | null;
  /** Offers that ended by its doing: accepted, declined or left unanswered. Declines for lack of capacity do not count. */
  offersAnswerable: number;
  offersAccepted: number;
  /** Median open minutes before it answers. */
  answerMinutes: number | null;
  /** Its share of the network's recent work over its share of the capacity: 1 is even, 2 is twice its share. */
  workRatio: number | null;
  /** Days since the capabilities chosen were last confirmed by a person, the oldest of them. */
  daysSinceConfirmed: number | null;
}

export const unknownFacts: LabFacts = {
  freeShare: null,
  priceRatio: null,
  offersAnswerable: 0,
  offersAccepted: 0,
  answerMinutes: null,
  workRatio: null,
  daysSinceConfirmed: null,
};

/** Weights sum to 1, so the score before questions is in [0, 1]; distance weighs most. */
export const weights = {
  distance: 0.3,
  slack: 0.14,
  load: 0.12,
  price: 0.1,
  reliability: 0.1,
  answering: 0.06,
  fairness: 0.06,
  evidence: 0.07,
  freshness: 0.05,
} as const;
export type Term = keyof typeof weights;
const termNames = Object.keys(weights) as Term[];

/** What each requirement to confirm takes off the score. */
export const questionCost = 0.1;

/** Straight-line kilometres at which the distance term has fallen to 37 % (1/e). */
const distanceScaleKm = 80;
const slackScaleDays = 5;
const answerScaleMinutes = 480;
const freshnessScaleDays = 365;
/** The record every lab starts with, so that one refusal does not undo a newcomer: 3 accepted offers in 4. */
const prior = { accepted: 3, offers: 4 };
/** The value of a term of which nothing is known. */
const neutral = 0.5;
const dayMs = 86_400_000;

export type Terms = Readonly<Record<Term, number>>;
const bounded = (value: number): number => Math.min(1, Math.max(0, value));

const weakest = (evidence: readonly Evidence[]): number =>
  evidence.reduce((least, each) => Math.min(least, evidenceLevel(each)), 3) / 3;

/** Each term in [0, 1], 1 the best; distance and freshness decay exponentially, reliability is a Bayesian mean. */
export function termsOf(lab: CapableLab, facts: LabFacts, mustHaveBy: Date | null): Terms {
  const slackDays =
    mustHaveBy && lab.earliestFinish ? (mustHaveBy.getTime() - lab.earliestFinish.getTime()) / dayMs : null;
  return {
    distance: lab.distanceKm === null ? neutral : Math.exp(-lab.distanceKm / distanceScaleKm),
    slack: slackDays === null ? neutral : bounded(1 - Math.exp(-Math.max(0, slackDays) / slackScaleDays)),
    load: facts.freeShare === null ? neutral : bounded(facts.freeShare),
    price: facts.priceRatio === null ? neutral : bounded(1 - facts.priceRatio / 2),
    reliability: bounded((facts.offersAccepted + prior.accepted) / (facts.offersAnswerable + prior.offers)),
    answering:
      facts.answerMinutes === null ? neutral : Math.exp(-Math.max(0, facts.answerMinutes) / answerScaleMinutes),
    fairness: facts.workRatio === null ? neutral : 1 / (1 + Math.max(0, facts.workRatio)),
    evidence: weakest(lab.choices.map(({ capability }) => capability.evidence)),
    freshness:
      facts.daysSinceConfirmed === null ? 0 : Math.exp(-Math.max(0, facts.daysSinceConfirmed) / freshnessScaleDays),
  };
}

/** The weighted sum of the terms less the questions, in [-0.9, 1]. */
export const scoreOf = (terms: Terms, toConfirm: number): number =>
  termNames.reduce((sum, term) => sum + weights[term] * terms[term], 0) - questionCost * toConfirm;

export interface RankedLab {
  lab: CapableLab;
  score: number;
  scoreVersion: number;
  terms: Terms;
}

/**
 * `nearest` (the default) puts the nearest capable lab first, to the tenth of a kilometre that screens show; the score
 * decides between labs at the same distance, and alone where no place is given. Labs of unknown place come last.
 * Bands wider than what is shown would put a farther lab above a nearer one without a word of why, and a score order
 * would let a sum of small terms undo the product's first promise; who wants that asks for `score`.
 */
export type RankingOrder = 'nearest' | 'score';

const shownTenths = (km: number | null): number => (km === null ? Infinity : Math.round(km * 10));
const byNumber = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

/** Ties by score, then exact distance, then id, so that the same input has one ranking whatever its order. */
function compareRanked(order: RankingOrder): (a: RankedLab, b: RankedLab) => number {
  return (a, b) =>
    (order === 'nearest' ? byNumber(shownTenths(a.lab.distanceKm), shownTenths(b.lab.distanceKm)) : 0) ||
    byNumber(b.score, a.score) ||
    byNumber(a.lab.distanceKm ?? Infinity, b.lab.distanceKm ?? Infinity) ||
    (a.lab.workshopId < b.lab.workshopId ? -1 : a.lab.workshopId > b.lab.workshopId ? 1 : 0);
}

/** Every capable lab with its score and terms, best first. */
export function rank(
  capable: readonly CapableLab[],
  mustHaveBy: Date | null,
  factsOf: (workshopId: string) => LabFacts,
  order: RankingOrder = 'nearest',
): RankedLab[] {
  return capable
    .map((lab): RankedLab => {
      const terms = termsOf(lab, factsOf(lab.workshopId), mustHaveBy);
      return { lab, terms, score: scoreOf(terms, lab.toConfirm), scoreVersion };
    })
    .sort(compareRanked(order));
}

/** The median price of the capable labs that have one; undefined when none has. */
export function medianOf(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
