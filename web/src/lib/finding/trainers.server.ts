import type { RequestEvent } from '@sveltejs/kit';
import { levels, resolveSkill, type SkillId, skillIds, skillLevels, skills } from '$schema/skills.ts';
import { figure } from '../catalogue/search-url.ts';
import { graphql } from '../graph/generated/index.ts';
import type { TrainersQuery } from '../graph/generated/graphql.ts';
import { formatFor } from '../i18n/format.ts';
import { loadMessages } from '../i18n/index.ts';
import { kmBetween, type Point } from '../sharing/distance.ts';
import { PlaceNear } from '../sharing/queries.server.ts';
import { radii, usualKm } from '../sharing/radii.ts';
import { rateOf } from '../trainers/say.ts';
import { trainerOf } from '../trainers/trainer.server.ts';
import { findCounts } from './counts.server.ts';
import { cursorOf, stepBack, stepOn } from './pages.ts';

const Trainers = graphql(`
  query Trainers(
    $words: String
    $skill: String
    $level: Int = 1
    $near: String
    $withinKm: Float = 100
    $workshopId: ID
    $first: Int = 20
    $after: String
  ) {
    trainers(
      words: $words
      skill: $skill
      level: $level
      near: $near
      withinKm: $withinKm
      workshopId: $workshopId
      first: $first
      after: $after
    ) {
      totalCount
      corrections {
        typed
        used
      }
      wider {
        radiusKm
        count
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...TrainerView
        point {
          lat
          lon
        }
      }
    }
  }
`);

/** Trainers as lines of a list, in words, with how far from here they set out. */
async function rowsOf({ locale }: App.Locals, nodes: TrainersQuery['trainers']['nodes'], from?: Point | null) {
  const messages = await loadMessages(locale);
  const { trainers: words } = messages;
  const format = formatFor(locale);
  return nodes.map((node) => {
    const { id, name, status, teaches, languages, radius, terms, workshop } = trainerOf(node, locale);
    return {
      id,
      name,
      tag: words.one,
      draft: status === 'draft' ? words.notShown : null,
      teaches: teaches.map((one) => `${one.name} ${one.level}`),
      languages: format.list(languages.map((one) => words.language[one] ?? one)),
      workshop: { name: workshop.name, city: workshop.city },
      km: from ? kmBetween(from, node.point) : null,
      road: words.comes(format.distance(radius)),
      price: rateOf(messages, format, terms),
    };
  });
}
export type TrainerRow = Awaited<ReturnType<typeof rowsOf>>[number];

/** Trainers as the address asks for them: `quoi`, `ou`, `km`, `competence`, `niveau`, and the pages walked through. */
export async function trainerPage({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>) {
  const { graph, locale } = locals;
  const asked = (name: string) => (url.searchParams.get(name) ?? '').trim().slice(0, 120);
  const [what, where, trail] = [asked('quoi'), asked('ou'), url.searchParams.get('page')];
  const km = figure(url.searchParams, 'km', { min: 1, max: 2_000 }) ?? usualKm;
  const skill = resolveSkill(asked('competence')) ?? '';
  const level = levels.find((one) => String(one) === asked('niveau')) ?? 1;
  const place = where ? (await graph.ask(PlaceNear, { query: where })).data?.place?.place : undefined;
  const { trainers } = await graph.query(Trainers, {
    words: what || undefined,
    skill: skill || undefined,
    level,
    near: where || undefined,
    withinKm: km,
    after: cursorOf(trail),
  });
  const at = (changes: { page?: string; km?: string }) => {
    const said = {
      quoi: what,
      ou: where,
      km: asked('km'),
      competence: skill,
      niveau: asked('niveau'),
      ...changes,
    };
    const query = new URLSearchParams(Object.entries(said).filter(([, value]) => value !== ''));
    return url.pathname + (query.size > 0 ? `?${query}` : '');
  };
  const { hasNextPage, endCursor } = trainers.pageInfo;
  return {
    what,
    where,
    km,
    skill,
    level: String(level),
    radii,
    place: place?.name ?? null,
    unknown: Boolean(where && !place),
    total: trainers.totalCount,
    corrections: trainers.corrections,
    wider: trainers.wider.map((way) => ({ ...way, href: at({ km: String(way.radiusKm) }) })),
    rows: await rowsOf(locals, trainers.nodes, place),
    counts: await findCounts({ locals, url }),
    previous: trail ? at({ page: stepBack(trail) ?? '' }) : undefined,
    next: hasNextPage && endCursor ? at({ page: stepOn(trail, endCursor) }) : undefined,
    skills: skillIds
      .map((id) => ({ value: id, label: skills[id][locale] }))
      .sort((a, b) => a.label.localeCompare(b.label, locale)),
    levels: levels.map((each) => ({ value: String(each), label: skillLevels[each][locale] })),
  };
}

/** A few trainers, of a skill or by words if some are asked for; the nearest first when it is known where one stands. */
export async function nearestTrainers(
  locals: App.Locals,
  from: Point | null | undefined,
  first: number,
  { withinKm = usualKm, ...sought }: { skill?: SkillId; words?: string; withinKm?: number } = {},
) {
  const near = from ? { near: `${from.lat},${from.lon}`, withinKm } : {};
  const { data } = await locals.graph.ask(Trainers, { ...near, ...sought, first });
  return { rows: await rowsOf(locals, data?.trainers.nodes ?? [], from), total: data?.trainers.totalCount ?? 0 };
}

/** The trainers of a workshop; for its people, those who have not said yes yet too. */
export async function trainersOf(locals: App.Locals, workshopId: string) {
  const { data } = await locals.graph.ask(Trainers, { workshopId, first: 50 });
  const offered = data?.trainers.nodes.filter(({ status }) => status !== 'retired') ?? [];
  return rowsOf(locals, offered);
}
