import { json, type RequestHandler } from '@sveltejs/kit';
import { graphql } from '$lib/graph/generated';

const Places = graphql(`
  query SuggestPlaces($search: String!) {
    places(search: $search, limit: 8) {
      name
      postalCodes
    }
  }
`);

/** Names to complete a place while it is typed. Two communes of one name are told apart by their postal code. */
export const GET: RequestHandler = async ({ url, locals, setHeaders }) => {
  const search = (url.searchParams.get('q') ?? '').slice(0, 60);
  const { data } = await locals.graph.ask(Places, { search });
  const found = data?.places ?? [];
  setHeaders({ 'cache-control': 'private, max-age=300' });
  return json(
    found.map(({ name, postalCodes }) =>
      found.filter((other) => other.name === name).length > 1 && postalCodes[0] ? postalCodes[0] : name,
    ),
  );
};
