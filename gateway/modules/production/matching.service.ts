import type { Requirement } from '../../../schema/production.ts';
import { least } from '../../platform/least.ts';
import type { Capability } from '../catalogue/capability.rules.ts';
import { offersPerRequest } from './cascade.rules.ts';
import { daysSinceConfirmed, freeShare, priceOf, sharesOf, workRatios } from './facts.rules.ts';
import { addUpMachineTime, type Calendars, earliestFinishIn } from './finish.rules.ts';
import type { History, HistoryService } from './history.service.ts';
import type { Lab } from './lab.rules.ts';
import type { House, Labs, LabsService } from './labs.service.ts';
import type { MachineCalendar } from './machinetime.rules.ts';
import type { MachinesService, Shelf } from './machines.service.ts';
import type { NearMissRow, RankedMatch, RequestMatches } from './match.entity.ts';
import { type CapableLab, type Matching, reasonsFor, settle, unsettled } from './matching.rules.ts';
import { nearMissesAmong } from './nearmiss.rules.ts';
import type { Need } from './need.rules.ts';
import { Ranking } from './ranking.ts';
import { type LabFacts, medianOf, rank, type RankedLab, unknownFacts } from './scoring.rules.ts';
import { type Candidate, type Survey, survey } from './survey.rules.ts';
import { shownPair, shownReason, shownTerms } from './value.entity.ts';

const dayMs = 86_400_000;
/** The stretch over which a machine's free share is read when no date is asked. */
const usualDays = 30;
/**
 * Labs whose calendars, prices and past are read for one request, the nearest first: twice as many as are ever asked,
 * since some of them have nobody to answer. What lies beyond is told too; its dates are "to confirm".
 */
const labsCompared = 2 * offersPerRequest;

/** Everything found for a need, before it is shown. */
export interface Found {
  need: Need;
  labs: Labs;
  matching: Matching;
  ranking: Ranking;
  shelf: Shelf;
}

/** Reads the labs, their calendars and their past, and ranks who can make a need. */
export class MatchingService {
  readonly #labs: LabsService;
  readonly #machines: MachinesService;
  readonly #history: HistoryService;

  constructor(deps: { labs: LabsService; machines: MachinesService; history: HistoryService }) {
    this.#labs = deps.labs;
    this.#machines = deps.machines;
    this.#history = deps.history;
  }

  /** Ranked labs, the sieve and the near misses for a need of at least one part. */
  async find(need: Need): Promise<Found> {
    const labs = await this.#labs.current();
    const within = this.#machines.horizon(need.mustHaveBy);
    const seen = survey(need, labs.index, leadDaysLeft(need, within.from));
    const [compared, beyond] = nearestOf(seen);
    const misses = nearMissesAmong(need, seen.parts, seen.fallen).map(({ workshopId }) => labs.labs.get(workshopId)!);
    const near = new Set([...compared.map(({ lab }) => lab), ...misses].map(({ workshopId }) => workshopId));
    const [shelf, past] = await Promise.all([
      this.#machines.read([...ableMachines(seen, compared), ...missedMachines(seen, misses)], within),
      this.#history.of(
        compared.map(({ lab }) => lab.workshopId),
        within.from,
      ),
    ]);
    const calendars = calendarsOf(need, labs, near, shelf, within);
    const matching = addUpMachineTime(settle(seen, compared, earliestFinishIn(calendars)), need, calendars);
    const facts = factsOf(matching.capable, need, labs, calendars, past);
    const ranking = new Ranking(
      rank(matching.capable, need.mustHaveBy, (id) => facts.get(id)!),
      beyond.length,
      () => rank(unsettled(seen, beyond), need.mustHaveBy, () => unknownFacts),
    );
    return { need, labs, matching, ranking, shelf };
  }

  /** What a page shows of it; `offers` tells which labs were asked. */
  show(found: Found, offers: ReadonlyMap<string, RankedMatch['offerState']> = new Map()): RequestMatches {
    const { labs, matching, ranking } = found;
    const card = (id: string) => labs.houses.get(id)!;
    const nearest = (ids: readonly string[]) => this.nearestFirst(found, ids, 8).map(card);
    return {
      looked: labs.index.labs.length,
      capable: ranking.length,
      rankedBetween: (from, until) =>
        ranking.between(from, until).map((each, at) => this.#shownMatch(found, each, from + at, offers)),
      sieve: matching.sieve.map(({ requirement, removed, remaining, workshopIds }) => ({
        requirement,
        removed,
        remaining,
        nearest: nearest(workshopIds),
      })),
      removedBy: (requirement: Requirement) =>
        this.nearestFirst(found, matching.sieve.find((step) => step.requirement === requirement)?.workshopIds ?? []),
      nearMisses: matching.nearMisses.map((miss): NearMissRow => ({
        lab: card(miss.workshopId),
        distanceKm: miss.distanceKm,
        requirement: miss.requirement,
        ...shownPair(miss),
        banned: miss.banned,
      })),
    };
  }

  /** The nearest of some labs, at most so many: all of them unless it is said. */
  nearestFirst({ labs, need: { near } }: Pick<Found, 'labs' | 'need'>, ids: readonly string[], most = Infinity) {
    if (near === null) return ids.slice(0, most);
    const narrow = Math.cos((near.lat * Math.PI) / 180);
    const far = ids.map((id) => {
      const { lat, lon } = labs.houses.get(id)!.point;
      return { id, squared: (lat - near.lat) ** 2 + ((lon - near.lon) * narrow) ** 2 };
    });
    return least(far, most, (a, b) => a.squared - b.squared || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
  }

  #shownMatch(
    { need, labs, shelf }: Found,
    { lab, score, terms }: RankedLab,
    at: number,
    offers: ReadonlyMap<string, RankedMatch['offerState']>,
  ): RankedMatch {
    const machines = sharesOf(lab).map(({ resourceId }) => shelf.nameOf(resourceId));
    return {
      id: lab.workshopId,
      rank: at + 1,
      lab: labs.houses.get(lab.workshopId)!,
      machines: [...new Set(machines)].filter((name) => name !== ''),
      distanceKm: lab.distanceKm,
      verdict: lab.verdict,
      toConfirm: lab.toConfirm,
      score,
      terms: shownTerms(terms),
      reasons: reasonsFor(need, lab).map(shownReason),
      earliestFinish: lab.earliestFinish,
      offerState: offers.get(lab.workshopId) ?? null,
    };
  }
}

/** What the score knows of the labs compared. */
function factsOf(
  capable: readonly CapableLab[],
  need: Need,
  labs: Labs,
  calendars: Calendars,
  past: ReadonlyMap<string, History>,
): Map<string, LabFacts> {
  const { from: now } = calendars.within;
  const prices = new Map(capable.map((lab) => [lab.workshopId, priceOf(lab)]));
  const median = medianOf([...prices.values()].filter((price) => price !== null));
  const workRatio = workRatios(capable, labs.labs, (id) => past.get(id)?.recentWork ?? 0);
  const until = need.mustHaveBy ?? new Date(now.getTime() + usualDays * dayMs);
  return new Map(
    capable.map((lab): [string, LabFacts] => {
      const { offersAccepted = 0, offersAnswerable = 0, answerMinutes = null } = past.get(lab.workshopId) ?? {};
      const price = prices.get(lab.workshopId) ?? null;
      return [
        lab.workshopId,
        {
          freeShare: freeShare(lab, calendars, { from: now, until }),
          priceRatio: price === null || !median ? null : price / median,
          offersAccepted,
          offersAnswerable,
          answerMinutes,
          workRatio: workRatio(lab.workshopId),
          daysSinceConfirmed: daysSinceConfirmed(lab, now),
        },
      ];
    }),
  );
}

/** How long a lead may be for work that begins now. */
const leadDaysLeft = ({ mustHaveBy }: Need, now: Date): number =>
  mustHaveBy === null ? Infinity : (mustHaveBy.getTime() - now.getTime()) / dayMs;

/** The candidates compared, and those beyond. Without a place the score alone ranks, so nobody may be left out. */
function nearestOf({ need, candidates }: Survey): [compared: readonly Candidate[], beyond: readonly Candidate[]] {
  if (need.near === null || candidates.length <= labsCompared) return [candidates, []];
  const compared = least(candidates, labsCompared, (a, b) => (a.km ?? Infinity) - (b.km ?? Infinity));
  const chosen = new Set(compared);
  return [compared, candidates.filter((candidate) => !chosen.has(candidate))];
}

/** The machines on which some part could be made in time. */
const ableMachines = ({ index, able, parts }: Survey, compared: readonly Candidate[]): string[] =>
  compared.flatMap(({ at }) =>
    able.capabilities
      .slice(able.starts[at * parts.length], able.starts[(at + 1) * parts.length])
      .flatMap((each) => index.capabilities[each]!.resourceId ?? []),
  );

/** The machines of the trades asked, where one requirement is in the way: the date may be in the way too. */
const missedMachines = ({ parts }: Survey, misses: readonly Lab[]): string[] =>
  misses.flatMap(({ capabilities }) =>
    capabilities.flatMap(({ process, resourceId }) =>
      resourceId !== null && parts.some((part) => part.processYes.has(process)) ? [resourceId] : [],
    ),
  );

function calendarsOf(
  need: Need,
  labs: Labs,
  near: ReadonlySet<string>,
  shelf: Shelf,
  within: Calendars['within'],
): Calendars {
  const known = new Map<string, MachineCalendar | undefined>();
  const alone = ({ hours, closures, timeZone }: House): MachineCalendar => ({
    hours,
    closures,
    timeZone,
    prepareMinutes: 0,
    cleanMinutes: 0,
    units: [{ id: 'bench', taken: [] }],
  });
  return {
    within,
    mustHaveBy: need.mustHaveBy,
    of({ resourceId, workshopId }: Capability) {
      if (!near.has(workshopId)) return undefined;
      const key = resourceId ?? workshopId;
      if (known.has(key)) return known.get(key);
      const house = labs.houses.get(workshopId)!;
      const calendar = resourceId === null ? alone(house) : shelf.calendarOf(resourceId, house);
      known.set(key, calendar);
      return calendar;
    },
  };
}
