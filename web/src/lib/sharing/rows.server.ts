import type { RequestEvent } from '@sveltejs/kit';
import { type CountedKind, countedKinds, type Fact, factsOf } from '$schema/kinds.ts';
import { skillNameIn } from '$schema/training.ts';
import { isRomeTitle, romeTitles } from '$schema/rome.ts';
import { materialName } from '../catalogue/names.server.ts';
import type { ListingRowFragment } from '../graph/generated/graphql.ts';
import type { Locale } from '../i18n/index.ts';
import { figure } from '../catalogue/search-url.ts';
import { findCounts } from '../finding/counts.server.ts';
import { stepOn, cursorOf, stepBack } from '../finding/pages.ts';
import { kmBetween, type Point } from './distance.ts';
import { Listings, ListingsOf, PlaceNear } from './queries.server.ts';
import { usualKm } from './radii.ts';
import type { Names } from './say.ts';

/** How an id of a shared list is said, by the type of the fact that holds it. */
const said: Partial<Record<Fact['type'], (locale: Locale, id: string) => string>> = {
  material: materialName,
  skill: skillNameIn,
  rome: (locale, code) => (isRomeTitle(code) ? romeTitles[code][locale] : code),
};

/** The names of what these say by an id of a shared list: materials, occupations. */
export const namesOf = (locale: Locale, listings: readonly Pick<ListingRowFragment, 'kind' | 'facts'>[]): Names =>
  Object.fromEntries(
    listings.flatMap(({ kind, facts }) =>
      factsOf(kind).flatMap(([name, { type }]) => {
        const [say, id] = [said[type], facts.find((fact) => fact.name === name)?.text];
        return say && id ? [[id, say(locale, id)]] : [];
      }),
    ),
  );

/** A listing is of a kind that is counted: the gateway lists no other. */
export const counted = <L extends { kind: string }>(listing: L) => ({ ...listing, kind: listing.kind as CountedKind });

/** Lines of a list, with how far each is from where one stands. */
export const linesOf = (locale: Locale, listings: readonly ListingRowFragment[], from?: Point) =>
  listings.map((listing) => ({
    ...counted(listing),
    names: namesOf(locale, [listing]),
    km: from ? kmBetween(from, listing.workshop.point) : null,
  }));

export type Line = ReturnType<typeof linesOf>[number];

/** What is offered, as the address asks for it: `quoi`, `ou`, `km`, and the pages walked through. */
export async function listPage({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>, kind?: CountedKind) {
  const { graph, locale } = locals;
  const asked = (name: string) => (url.searchParams.get(name) ?? '').trim().slice(0, 120);
  const [what, where, trail] = [asked('quoi'), asked('ou'), url.searchParams.get('page')];
  const km = figure(url.searchParams, 'km', { min: 1, max: 2_000 }) ?? usualKm;
  const place = where ? (await graph.ask(PlaceNear, { query: where })).data?.place?.place : undefined;
  const near = place ? `${place.lat},${place.lon}` : undefined;
  const { listings } = await graph.query(Listings, {
    kind,
    words: what || undefined,
    near,
    withinKm: km,
    first: 20,
    after: cursorOf(trail) ?? undefined,
  });
  const at = (changes: { page?: string; km?: string }) => {
    const query = new URLSearchParams(
      Object.entries({ quoi: what, ou: where, km: asked('km'), ...changes }).filter(([, value]) => value !== ''),
    );
    return url.pathname + (query.size > 0 ? `?${query}` : '');
  };
  const { hasNextPage, endCursor } = listings.pageInfo;
  return {
    what,
    where,
    km,
    place: place?.name ?? null,
    from: place ? { lat: place.lat, lon: place.lon } : null,
    unknown: Boolean(where && !place),
    total: listings.totalCount,
    corrections: listings.corrections,
    wider: listings.wider.map((way) => ({ ...way, href: at({ km: String(way.radiusKm) }) })),
    counts: await findCounts({ locals, url }),
    lines: linesOf(locale, listings.nodes, place ?? undefined),
    previous: trail ? at({ page: stepBack(trail) ?? '' }) : undefined,
    next: hasNextPage && endCursor ? at({ page: stepOn(trail, endCursor) }) : undefined,
  };
}

/** How many of a kind, where all kinds stand together. */
export const ofEach = 2;

/** A few of every kind, the nearest first when it is known where one stands. */
export async function nearest({ graph, locale }: App.Locals, from?: Point | null): Promise<Line[]> {
  const near = from ? `${from.lat},${from.lon}` : undefined;
  const asked = countedKinds.map((kind) => graph.ask(Listings, { kind, near, withinKm: usualKm, first: ofEach }));
  const found = (await Promise.all(asked)).flatMap(({ data }) => data?.listings.nodes ?? []);
  return linesOf(locale, found, from ?? undefined);
}

/** What a workshop offers; for its people drafts and ended ones too. */
export async function listingsOf({ graph, locale }: App.Locals, workshopId: string): Promise<Line[]> {
  const { data } = await graph.ask(ListingsOf, { workshopId });
  return linesOf(locale, data?.listings.nodes ?? []);
}
