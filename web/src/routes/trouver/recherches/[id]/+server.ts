import { redirect, type RequestHandler } from '@sveltejs/kit';
import { addressOf } from '$lib/catalogue/filter.server.ts';
import { graphql } from '$lib/graph/generated';
import { defaultZone } from '$lib/i18n/format.ts';

const Saved = graphql(`
  query SavedSearch($id: ID!) {
    savedSearch(id: $id) {
      filter {
        ...SavedFilter
      }
    }
  }
`);

const Zone = graphql(`
  query SavedSearchZone($query: String!) {
    place(query: $query) {
      place {
        timeZone
      }
    }
  }
`);

/** Asks again what a person keeps: where their mails lead. */
export const GET: RequestHandler = async ({ params, locals, url }) => {
  if (!(await locals.viewer())) redirect(303, `/connexion?suite=${encodeURIComponent(url.pathname)}`);
  const { savedSearch } = await locals.graph.query(Saved, { id: params.id! });
  const { place } = savedSearch.filter;
  const where = place ? (await locals.graph.ask(Zone, { query: place })).data?.place : undefined;
  redirect(303, addressOf(savedSearch.filter, where?.place.timeZone ?? defaultZone));
};
