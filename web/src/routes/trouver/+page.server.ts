import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { filterOf } from '$lib/catalogue/filter.server.ts';
import { materialChoices, materialName, processName } from '$lib/catalogue/names.server.ts';
import { drawFacets, drawRows } from '$lib/catalogue/results.server.ts';
import { all, isAsked, type Name, names, one, sorts } from '$lib/catalogue/search-url.ts';
import { findCounts } from '$lib/finding/counts.server.ts';
import { folderOf, kindAt } from '$lib/sharing/kinds.ts';
import { cursorOf, stepBack, stepOn } from '$lib/finding/pages.ts';
import { newKey, sentKey } from '$lib/forms/idempotency.ts';
import { text } from '$lib/forms/values.ts';
import { graphql } from '$lib/graph/generated';
import { submit } from '$lib/graph/submit.ts';
import type { Graph } from '$lib/graph/graph.server.ts';
import { defaultZone, formatFor } from '$lib/i18n/format.ts';
import { loadMessages } from '$lib/i18n/index.ts';
import { searchWords } from '$schema/words.ts';

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
      isPartial
      corrections {
        typed
        used
      }
      otherDates {
        from
        until
        count
      }
      wider {
        radiusKm
        count
      }
      without {
        word
        count
      }
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
        archetype {
          value
          count
        }
        openNow
      }
      elsewhen {
        ...Hit
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

const Workshops = graphql(`
  query SearchWorkshopsToo($filter: WorkshopFilter!) {
    workshops(filter: $filter, first: 1) {
      totalCount
    }
  }
`);

const Save = graphql(`
  mutation SaveSearch($input: SaveSearchInput!) {
    saveSearch(input: $input) {
      name
      alert
    }
  }
`);

const halfAYear = 182 * 86_400;

async function zoneOf(graph: Graph, place: string): Promise<string> {
  const where = place ? (await graph.ask(Where, { query: place })).data?.place : undefined;
  return where?.place.timeZone ?? defaultZone;
}

export const load: PageServerLoad = async ({ url, locals, cookies }) => {
  const params = url.searchParams;
  if (params.get('vue') === 'ateliers') redirect(307, `/ateliers?${params}`);
  const kind = kindAt(params.get('genre') ?? '');
  if (kind) redirect(307, `${folderOf(kind)}?${params}`);
  const { graph, locale } = locals;
  const place = one(params, 'place');
  const timeZone = await zoneOf(graph, place);
  const viewer = await locals.viewer();
  const filter = filterOf(params, timeZone);
  const { from, until, thicknessMm, size } = filter;
  const tri = one(params, 'sort');
  const sort = Object.entries(sorts).find(([name]) => name === tri)?.[1] ?? 'DISTANCE';
  const trail = params.get(names.after);
  const { data, fault } = await graph.ask(Search, { filter, sort, first: 20, after: cursorOf(trail) });
  const found = data?.searchEquipment;
  // The first page shows what is near the place last searched from.
  if (place && found && !found.placeUnknown)
    cookies.set('lieu', place, { path: '/', maxAge: halfAYear, sameSite: 'lax', secure: url.protocol === 'https:' });
  const isEmpty = found?.totalCount === 0 && isAsked(params);
  const too = isEmpty && filter.text ? (await graph.ask(Workshops, { filter: { text: filter.text } })).data : undefined;
  const values = Object.fromEntries((Object.keys(names) as Name[]).map((name) => [name, one(params, name)])) as Record<
    Name,
    string
  >;
  const format = formatFor(locale, timeZone);
  const common = { locale, viewer: Boolean(viewer), params };
  const rows = found ? await drawRows(found.nodes, common) : [];
  const { workshop: words } = await loadMessages(locale);
  return {
    counts: await findCounts({ locals, url }),
    values,
    asked: isAsked(params),
    timeZone,
    sort,
    key: newKey(),
    period: from && until ? { from, until } : null,
    materialTyped: all(params, 'material')
      .map((id) => materialName(locale, id))
      .slice(0, 1)
      .join(''),
    materials: materialChoices(locale).map(({ label }) => label),
    chosen: {
      process: filter.processes!.map((id) => ({ id, label: processName(locale, id) })),
      material: filter.materials!.map((id) => ({ id, label: materialName(locale, id) })),
      archetype: filter.archetypes!.map((id) => ({ id, label: words.archetypes[id] })),
      thickness: thicknessMm ? format.measure(thicknessMm, 'mm') : null,
      size: size
        ? format.size([size.x, size.y, size.z].filter((side): side is number => typeof side === 'number'))
        : null,
      accreditation: all(params, 'accreditation'),
    },
    refusal: fault?.refusal ?? null,
    rows,
    elsewhen: await drawRows(found?.elsewhen ?? [], common),
    facets: found ? await drawFacets(found.facets, filter, locale) : [],
    total: found?.totalCount ?? 0,
    isPartial: found?.isPartial ?? false,
    corrections: found?.corrections ?? [],
    workshops: found?.workshopCount ?? 0,
    workshopsToo: too?.workshops.totalCount ?? 0,
    taken: filter.withTaken ? 0 : (found?.takenCount ?? 0),
    instead: {
      dates: (found?.otherDates ?? []).map((row) => ({
        count: row.count,
        label: format.period(row.from, row.until, row.from),
        from: format.fieldDateTime(row.from),
        until: format.fieldDateTime(row.until),
      })),
      wider: found?.wider ?? [],
      without: (found?.without ?? []).map((row) => ({ ...row, text: without(filter.text ?? '', row.word) })),
    },
    origin: found?.origin ?? null,
    placeUnknown: found?.placeUnknown ?? false,
    next: found?.pageInfo.hasNextPage && found.pageInfo.endCursor ? stepOn(trail, found.pageInfo.endCursor) : null,
    previous: found?.pageInfo.hasPreviousPage ? (stepBack(trail) ?? '') : null,
    pins: pinsOf(found?.nodes ?? [], rows),
  };
};

export const actions: Actions = {
  save: async (event) => {
    const { url, locals } = event;
    const form = await event.request.formData();
    const timeZone = await zoneOf(locals.graph, one(url.searchParams, 'place'));
    const { withTaken: _, ...filter } = filterOf(url.searchParams, timeZone);
    const input = {
      name: text(form, 'name'),
      alert: text(form, 'alert') === '1',
      filter,
      idempotencyKey: sentKey(form),
    };
    const done = await submit(event, Save, { input }, form);
    return done.failure ?? { saved: done.data.saveSearch.name, alert: done.data.saveSearch.alert };
  },
};

/** The text without the word that was understood as this one: the one that begins most like it. */
function without(typed: string, word: string): string {
  const plain = (each: string) => searchWords(each)[0] ?? '';
  const likeness = (each: string) => [...plain(each)].filter((letter, n) => letter === word[n]).length;
  const pieces = typed.split(/\s+/).filter(Boolean);
  const best = [...pieces].sort((a, b) => likeness(b) - likeness(a))[0];
  return pieces.filter((each) => each !== best).join(' ');
}

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
