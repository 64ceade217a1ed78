import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { instantIn } from '$lib/calendar/zone.server.ts';
import { drawRows } from '$lib/catalogue/results.server.ts';
import { now } from '$lib/clock.ts';
import { graphql } from '$lib/graph/generated';
import { defaultZone, formatFor } from '$lib/i18n/format.ts';
import { nearestTrainers } from '$lib/finding/trainers.server.ts';
import { nearest, ofEach } from '$lib/sharing/rows.server.ts';

const Home = graphql(`
  query Home($filter: EquipmentFilter!, $workshops: Int!) {
    searchEquipment(filter: $filter, first: 6) {
      totalCount
      workshopCount
      origin {
        name
        lat
        lon
      }
      nodes {
        ...Hit
      }
    }
    workshops(first: $workshops) {
      totalCount
      nodes {
        name
        city
        point {
          lat
          lon
        }
      }
    }
  }
`);

/** An afternoon as the fields of the search want it: most workshops are open then. */
const afternoon = (day: string) => ({ from: `${day}T14:00`, until: `${day}T18:00` });

const shownOnMap = 40;

/**
 * The search opens on tomorrow: what a person with a job to do asks first. Under it, machines free tomorrow morning, from
 * the place that the visitor last searched from.
 */
export const load: PageServerLoad = async ({ locals, cookies }) => {
  const { graph, locale } = locals;
  const format = formatFor(locale);
  const today = afternoon(format.isoDay(now()));
  const tomorrow = afternoon(format.dayAfter(now(), 1));
  const place = cookies.get('lieu') ?? '';
  const morning = tomorrow.from.slice(0, 10);
  const from = instantIn(defaultZone, `${morning}T10:00`);
  const until = instantIn(defaultZone, `${morning}T12:00`);
  const filter = { from: from?.toISOString() ?? null, until: until?.toISOString() ?? null, place: place || null };
  const { data, fault } = await graph.ask(Home, { filter, workshops: shownOnMap });
  // A place that nobody knows any more leaves the page standing; an empty network would be a lie.
  if (fault?.status === 503) error(503, { message: fault.refusal.key, refusal: fault.refusal, id: locals.requestId });
  const found = data?.searchEquipment;
  const params = new URLSearchParams({ du: `${morning}T10:00`, au: `${morning}T12:00` });
  const [rows, shared, trainers] = await Promise.all([
    found ? drawRows(found.nodes, { locale, params }) : [],
    nearest(locals, found?.origin),
    nearestTrainers(locals, found?.origin, ofEach),
  ]);
  return {
    today,
    tomorrow,
    ...tomorrow,
    place,
    near: found?.origin?.name ?? null,
    day: from?.toISOString() ?? null,
    rows,
    shared,
    trainers: trainers.rows,
    free: found?.totalCount ?? 0,
    freeIn: found?.workshopCount ?? 0,
    all: `/trouver?${params.toString()}${place && `&ou=${encodeURIComponent(place)}`}`,
    workshops: data?.workshops.totalCount ?? 0,
    places: (data?.workshops.nodes ?? []).map(({ name, city, point }) => ({ name: city || name, ...point })),
  };
};
