import type { PageServerLoad } from './$types';
import { instantIn } from '$lib/calendar/zone.server.ts';
import { materialChoices, materialName, processName } from '$lib/catalogue/names.server.ts';
import { drawFacets, drawRows } from '$lib/catalogue/results.server.ts';
import { all, figure, isAsked, type Name, names, one, sorts, withoutAccreditation } from '$lib/catalogue/search-url.ts';
import { graphql } from '$lib/graph/generated';
import type { EquipmentFilter } from '$lib/graph/generated/graphql.ts';
import { defaultZone, formatFor } from '$lib/i18n/format.ts';

const Where = graphql(`
  query SearchOrigin($query: String!) {
    place(query: $query) {
      place {
        timeZone
      }
    }
  }
`);

const Search = graphql(`
  query SearchPage($filter: EquipmentFilter!, $sort: EquipmentSort!, $first: Int!, $after: String) {
    searchEquipment(filter: $filter, sort: $sort, after: $after, first: $first) {
      totalCount
      workshopCount
      takenCount
      placeUnknown
      widerKm
      pageInfo {
        hasNextPage
        hasPreviousPage
        endCursor
      }
      origin {
        name
        lat
        lon
      }
      nodes {
        ...Hit
      }
      facets {
        process {
          value
          count
        }
        material {
          value
          count
        }
        use {
          value
          count
        }
        price {
          value
          count
        }
        accreditation {
          value
          count
        }
      }
    }
  }
  fragment Hit on EquipmentHit {
    id
    distanceKm
    onSite
    away
    freeUnits
    toConfirm
    nextFree {
      from
    }
    availability {
      date
      morning
      afternoon
    }
    resource {
      name
      maker
      model
      use
      accreditation
      envelope {
        x
        y
        z
      }
      terms {
        pricing
        rateCents
      }
      units {
        id
      }
      point {
        lat
        lon
      }
      capabilities {
        material
        maxThicknessMm
      }
      workshop {
        id
        name
        city
        slug
        timeZone
      }
    }
  }
`);

const mm = { min: 0.1, max: 20_000 };

const halfAYear = 182 * 86_400;

export const load: PageServerLoad = async ({ url, locals, cookies }) => {
  const params = url.searchParams;
  const { graph, locale } = locals;
  const place = one(params, 'place');
  const where = place ? (await graph.ask(Where, { query: place })).data?.place : undefined;
  const timeZone = where?.place.timeZone ?? defaultZone;
  const [from, until] = [instantIn(timeZone, one(params, 'from')), instantIn(timeZone, one(params, 'until'), true)];
  const [x, y, z] = [figure(params, 'x', mm), figure(params, 'y', mm), figure(params, 'z', mm)];
  const thicknessMm = figure(params, 'thickness', { min: 0.01, max: 20_000 });
  const radiusKm = figure(params, 'km', { min: 1, max: 2_000 });
  const price = figure(params, 'price', { min: 0, max: 1_000_000 });
  const use = one(params, 'use');
  const viewer = await locals.viewer();

  const filter: EquipmentFilter = {
    text: one(params, 'text') || null,
    place: place || null,
    radiusKm: radiusKm ?? null,
    from: from?.toISOString() ?? null,
    until: until?.toISOString() ?? null,
    processes: all(params, 'process'),
    materials: all(params, 'material'),
    thicknessMm: thicknessMm ?? null,
    size: x === undefined ? null : { x, y: y ?? null, z: z ?? null },
    use: use === 'on_site' || use === 'take_away' ? use : null,
    accreditations: all(params, 'accreditation').map((name) => (name === withoutAccreditation ? '' : name)),
    accreditationHeld: one(params, 'held') === '1',
    networkCode: one(params, 'network') || null,
    priceMaxCentsPerHour: price ?? null,
    withTaken: one(params, 'taken') === '1',
  };
  const tri = one(params, 'sort');
  const sort = Object.entries(sorts).find(([name]) => name === tri)?.[1] ?? 'DISTANCE';
  const { data, fault } = await graph.ask(Search, { filter, sort, first: 20, after: params.get(names.after) });
  const found = data?.searchEquipment;
  // The first page shows what is near the place last searched from.
  if (place && found && !found.placeUnknown)
    cookies.set('lieu', place, { path: '/', maxAge: halfAYear, sameSite: 'lax', secure: url.protocol === 'https:' });
  // Nothing is free then: what would do all the same, with its next free time.
  const isTaken = found?.totalCount === 0 && found.takenCount > 0;
  const elsewhen = isTaken
    ? (await graph.ask(Search, { filter: { ...filter, withTaken: true }, sort, first: 3 })).data?.searchEquipment.nodes
    : [];
  const values = Object.fromEntries((Object.keys(names) as Name[]).map((name) => [name, one(params, name)])) as Record<
    Name,
    string
  >;
  const format = formatFor(locale, timeZone);
  const common = { locale, viewer: Boolean(viewer), params };
  const rows = found ? await drawRows(found.nodes, common) : [];
  return {
    values,
    asked: isAsked(params),
    timeZone,
    sort,
    period: from && until ? { from: from.toISOString(), until: until.toISOString() } : null,
    materialTyped: all(params, 'material')
      .map((id) => materialName(locale, id))
      .slice(0, 1)
      .join(''),
    materials: materialChoices(locale).map(({ label }) => label),
    chosen: {
      process: filter.processes!.map((id) => ({ id, label: processName(locale, id) })),
      material: filter.materials!.map((id) => ({ id, label: materialName(locale, id) })),
      thickness: thicknessMm === undefined ? null : format.measure(thicknessMm, 'mm'),
      size: filter.size ? format.size([x!, y, z].filter((side): side is number => side !== undefined)) : null,
      accreditation: all(params, 'accreditation'),
    },
    refusal: fault?.refusal ?? null,
    rows,
    elsewhen: await drawRows(elsewhen ?? [], common),
    facets: found ? await drawFacets(found.facets, filter, locale) : [],
    total: found?.totalCount ?? 0,
    workshops: found?.workshopCount ?? 0,
    taken: filter.withTaken ? 0 : (found?.takenCount ?? 0),
    widerKm: found?.widerKm ?? null,
    origin: found?.origin ?? null,
    placeUnknown: found?.placeUnknown ?? false,
    next: found?.pageInfo.hasNextPage ? (found.pageInfo.endCursor ?? null) : null,
    isFirst: !found?.pageInfo.hasPreviousPage,
    pins: pinsOf(found?.nodes ?? [], rows),
  };
};

type Stood = {
  resource: { point: { lat: number; lon: number }; workshop: { id: string; name: string; city: string } };
};

/** One pin for each workshop, with the letter that its machines bear in the list. */
function pinsOf(nodes: readonly Stood[], rows: readonly { letter: string }[]) {
  const pins = new Map<string, { id: string; label: string; name: string; lat: number; lon: number }>();
  for (const [n, { resource }] of nodes.entries()) {
    const { id, name, city } = resource.workshop;
    if (!pins.has(id)) pins.set(id, { id, label: rows[n]!.letter, name: `${city}, ${name}`, ...resource.point });
  }
  return [...pins.values()].map(({ lat, lon, ...pin }) => ({ ...pin, lat, lon }));
}
