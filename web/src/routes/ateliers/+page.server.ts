import type { PageServerLoad } from './$types';
import { type Archetype, archetypeNames } from '$schema/vocabulary.ts';
import { isMaterial, isProcess, processes, type ProcessId } from '$schema/taxonomy.ts';
import { materialName, processName } from '$lib/catalogue/names.server.ts';
import { findCounts } from '$lib/finding/counts.server.ts';
import { cursorOf, stepBack, stepOn } from '$lib/finding/pages.ts';
import { graphql } from '$lib/graph/generated';
import { loadMessages } from '$lib/i18n/index.ts';
import { all, type Facet, type FacetName, names, one, type Row } from '$lib/workshop/directory-url.ts';

const Directory = graphql(`
  query Directory($filter: WorkshopFilter, $sort: WorkshopSort, $after: String) {
    workshops(filter: $filter, sort: $sort, first: 20, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        endCursor
      }
      corrections {
        typed
        used
      }
      facets {
        openNow
        processes {
          value
          count
        }
        materials {
          value
          count
        }
        departements {
          value
          name
          count
        }
        archetypes {
          value
          count
        }
      }
      nodes {
        id
        slug
        name
        city
        departementName
        distanceKm
        processes
        machines {
          model
        }
        archetype
        confirmed
        timeZone
        openingNow {
          open
          until
          next
        }
        point {
          lat
          lon
        }
      }
    }
  }
`);

const Where = graphql(`
  query DirectoryPlace($query: String!) {
    place(query: $query) {
      place {
        name
        lat
        lon
      }
    }
  }
`);

const letterOf = (n: number): string => String.fromCharCode(65 + n);
const widest = 2_000;

/** The most telling of the processes: those that no other one of the list says more exactly. */
const leaves = (ids: readonly string[]): ProcessId[] => {
  const known = ids.filter(isProcess);
  const parents = new Set<string>(known.flatMap((id) => processes[id].parents));
  return known.filter((id) => !parents.has(id));
};

export const load: PageServerLoad = async ({ url, locals }) => {
  const { graph, locale } = locals;
  const params = url.searchParams;
  const { workshop: words } = await loadMessages(locale);
  const place = one(params, 'place');
  const where = place ? (await graph.ask(Where, { query: place })).data?.place?.place : undefined;
  const km = Number(one(params, 'km').replace(',', '.'));
  const chosen = {
    process: all(params, 'process').filter(isProcess),
    material: all(params, 'material').filter(isMaterial),
    departement: all(params, 'departement').filter((code) => code.length <= 3),
    archetype: all(params, 'archetype').filter((name): name is Archetype =>
      archetypeNames.some((each) => each === name),
    ),
  };
  const radiusKm = km > 0 && km <= widest ? km : null;
  const sort = one(params, 'sort') === 'nom' || !where ? ('name' as const) : ('distance' as const);
  const text = one(params, 'text');
  const isOpenAsked = one(params, 'openNow') === '1';
  const trail = params.get(names.after);
  const { workshops: found } = await graph.query(Directory, {
    filter: {
      text: text || null,
      near: where ? { lat: where.lat, lon: where.lon } : null,
      radiusKm: where ? radiusKm : null,
      processes: chosen.process,
      materials: chosen.material,
      departements: chosen.departement,
      archetypes: chosen.archetype,
      openNow: isOpenAsked,
      networkCode: one(params, 'network') || null,
    },
    sort: one(params, 'sort') === 'nom' ? 'name' : null,
    after: cursorOf(trail),
  });
  const labels: Record<FacetName, (row: { value: string; name?: string }) => string> = {
    process: ({ value }) => processName(locale, value),
    material: ({ value }) => materialName(locale, value),
    departement: ({ value, name }) => `${name ?? value} (${value})`,
    archetype: ({ value }) => words.archetypes[value as Archetype],
  };
  const facet = (name: FacetName, rows: readonly { value: string; name?: string; count: number }[]): Facet => ({
    name,
    options: [
      ...rows,
      ...chosen[name].filter((value) => !rows.some((row) => row.value === value)).map((value) => ({ value, count: 0 })),
    ].map((row) => ({
      value: row.value,
      count: row.count,
      label: labels[name](row),
      chosen: (chosen[name] as readonly string[]).includes(row.value),
    })),
  });
  const { facets, nodes, pageInfo } = found;
  const drawn = [
    facet('process', facets.processes),
    facet('departement', facets.departements),
    facet('material', facets.materials),
    facet('archetype', facets.archetypes),
  ].filter(({ options }) => options.length > 0);
  return {
    counts: await findCounts({ locals, url }),
    values: { text, place, km: radiusKm ? String(radiusKm) : '' },
    network: one(params, 'network'),
    sort,
    origin: where ?? null,
    placeUnknown: Boolean(place) && !where,
    facets: drawn,
    chips: drawn.flatMap(({ name, options }) =>
      options.filter((each) => each.chosen).map(({ value, label }) => ({ name, value, label })),
    ),
    total: found.totalCount,
    corrections: found.corrections,
    openNow: isOpenAsked,
    openCount: facets.openNow,
    next: pageInfo.hasNextPage && pageInfo.endCursor ? stepOn(trail, pageInfo.endCursor) : null,
    previous: pageInfo.hasPreviousPage ? (stepBack(trail) ?? '') : null,
    points: nodes.map(({ point: { lat, lon } }) => ({ lat, lon })),
    rows: nodes.map((node, n): Row => ({
      id: node.id,
      slug: node.slug,
      label: letterOf(n),
      name: node.name,
      city: node.city,
      departement: node.departementName,
      km: node.distanceKm ?? null,
      work: leaves(node.processes)
        .slice(0, 5)
        .map((id) => processName(locale, id)),
      machines: node.machines.length,
      archetype: node.archetype ? words.archetypes[node.archetype] : null,
      confirmed: node.confirmed,
      opening: node.openingNow ?? null,
      timeZone: node.timeZone,
    })),
  };
};
