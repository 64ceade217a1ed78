import { materialName, processName } from '../catalogue/names.server.ts';
import type { Graph } from '../graph/graph.server.ts';
import type { RequestMatchesQuery, RequestPageQuery } from '../graph/generated/graphql.ts';
import { RequestMatches } from './request.queries.server.ts';
import {
  askedIn,
  declaredIn,
  partOf,
  type PartView,
  rowsOf,
  type Tongue,
  type VerdictRow,
  type Why,
  whyOf,
} from './words.server.ts';

type Request = RequestPageQuery['request'];
type Matches = NonNullable<RequestMatchesQuery['requestMatches']>;
type Ranked = Matches['ranked']['nodes'][number];

export interface Candidate {
  id: string;
  rank: number;
  name: string;
  slug: string;
  where: string;
  machines: string;
  km: number | null;
  distance: string;
  answers: boolean;
  offerState: Ranked['offerState'];
  yes: VerdictRow[];
  ask: VerdictRow[];
  earliest: string;
  why: Why;
  point: { lat: number; lon: number };
}

/** A ranked lab, worded. */
function candidateOf(
  tongue: Tongue,
  { rank, lab, machines, distanceKm, reasons, earliestFinish, terms, score, toConfirm, ...row }: Ranked,
  parts: Request['parts'],
): Candidate {
  const rows = rowsOf(tongue, reasons, parts);
  return {
    id: row.id,
    rank,
    name: lab.name,
    slug: lab.slug,
    where: `${lab.city} (${lab.departement})`,
    machines: machines.join(', '),
    km: distanceKm ?? null,
    distance: typeof distanceKm === 'number' ? tongue.format.distance(distanceKm) : '',
    answers: lab.answers,
    offerState: row.offerState,
    yes: rows.filter(({ verdict }) => verdict === 'yes'),
    ask: rows.filter(({ verdict }) => verdict !== 'yes'),
    earliest: earliestFinish ? tongue.format.shortDate(earliestFinish) : '',
    why: whyOf(tongue, terms, score, toConfirm),
    point: lab.point,
  };
}

/** What the request asks under one requirement, over all its parts. */
function askedUnder(
  tongue: Tongue,
  requirement: Matches['sieve'][number]['requirement'],
  { parts, mustHaveBy }: Request,
) {
  const { format } = tongue;
  const values = parts.flatMap((part) => {
    const view = partOf(tongue, part, 1);
    const said: Partial<Record<typeof requirement, string>> = {
      process: part.process ? processName(tongue.locale, part.process) : '',
      material: part.material ? materialName(tongue.locale, part.material) : '',
      thickness: view.thickness,
      size: view.sizeText,
      tolerance: part.toleranceClass ? `ISO 2768-${part.toleranceClass}` : '',
      quantity: view.quantity,
      finish: part.finish ? processName(tongue.locale, part.finish) : '',
    };
    return said[requirement] ?? [];
  });
  if (requirement === 'deadline') return mustHaveBy ? format.shortDate(mustHaveBy) : '';
  return [...new Set(values)].filter(Boolean).slice(0, 3).join(', ');
}

/** The requirements in order, those that removed nobody and asked nothing left out. */
function sieveOf(tongue: Tongue, request: Request, { looked, sieve }: Matches) {
  const { page, requirement: names } = tongue.t.production;
  const rows = sieve
    .map(({ requirement, removed, remaining, nearest }) => {
      const asked = askedUnder(tongue, requirement, request);
      const told = nearest.map(({ name }) => name);
      return {
        requirement: names[requirement],
        ...(asked && { detail: page.askedFor(asked) }),
        removed: removed === 0 ? '0' : `−${tongue.format.number(removed)}`,
        left: remaining,
        ...(removed > 0 && {
          who: removed > told.length ? page.andMore(told.join(', '), removed - told.length) : tongue.format.list(told),
          whoLabel: page.who,
        }),
        worth: removed > 0 || asked !== '',
      };
    })
    .filter(({ worth }) => worth)
    .map(({ worth: _worth, ...row }) => row);
  return [{ requirement: page.looked, removed: '', left: looked }, ...rows];
}

export interface NearMissView {
  text: string;
  /** The day to try, when a date alone is in the way. */
  day: string | null;
}

/** Labs that one requirement excludes, each in a sentence. */
export function nearMissesOf(tongue: Tongue, nearMisses: Matches['nearMisses']): NearMissView[] {
  const { page, requirement: names } = tongue.t.production;
  return nearMisses.map((miss) => {
    const { lab, distanceKm, requirement, offered, asked } = miss;
    const where = [lab.city, typeof distanceKm === 'number' ? tongue.format.distance(distanceKm) : '']
      .filter(Boolean)
      .join(', ');
    if (requirement === 'deadline' && offered?.at) {
      const day = dayThatHolds(tongue, offered.at);
      return { text: page.nearDate(tongue.format.shortDate(`${day}T12:00:00Z`), lab.name, where), day };
    }
    const declared = `${declaredIn(tongue, miss)} (${page.askedFor(askedIn(tongue, requirement, asked))})`;
    return { text: page.nearMiss(lab.name, where, names[requirement], declared), day: null };
  });
}

/** The first day whose end of work, at six, is not before this instant. */
function dayThatHolds({ format }: Tongue, instant: string): string {
  const late = format.fieldDateTime(instant).slice(11) > '18:00';
  return late ? format.dayAfter(instant, 1) : format.isoDay(instant);
}

export const partsOf = (tongue: Tongue, parts: Request['parts']): PartView[] =>
  parts.map((part, at) => partOf(tongue, part, at + 1));

const reached: Record<Request['state'], number> = {
  draft: 0,
  unroutable: 1,
  cancelled: 1,
  routing: 1,
  awarded: 3,
  in_production: 3,
  delivered: 5,
  done: 6,
};

/** The thread of a request: what is behind, where it stands, what comes. */
export function stepsOf({ t, format }: Tongue, request: Request) {
  const words = t.production.page.step;
  const at = [
    request.submittedAt,
    request.offers[0]?.offeredAt,
    request.awardedAt,
    request.startedAt,
    request.deliveredAt,
    request.state === 'done' ? request.endedAt : null,
  ];
  const now = reached[request.state];
  return Object.values(words).map((label, nth) => ({
    label,
    at: at[nth] ? format.dateTime(at[nth]) : '',
    state:
      nth < now
        ? ('done' as const)
        : nth === now && request.state !== 'cancelled'
          ? ('now' as const)
          : ('todo' as const),
  }));
}

/** Who can make it, who cannot and why, worded; undefined while no part names a process. */
export async function matchesOf(graph: Graph, tongue: Tongue, request: Request, onDay?: string, after?: string) {
  const { requestMatches: found } = await graph.query(RequestMatches, { id: request.id, onDay, after });
  if (!found) return undefined;
  const { nodes, pageInfo } = found.ranked;
  return {
    looked: found.looked,
    capable: found.capable,
    next: pageInfo.hasNextPage ? pageInfo.endCursor : undefined,
    candidates: nodes.map((node) => candidateOf(tongue, node, request.parts)),
    sieve: sieveOf(tongue, request, found),
    near: nearMissesOf(tongue, found.nearMisses),
  };
}
