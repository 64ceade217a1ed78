import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import type { CountedKind } from '$schema/kinds.ts';
import { newKey, sentKey } from '$lib/forms/idempotency.ts';
import { graphql } from '$lib/graph/generated/index.ts';
import { submit } from '$lib/graph/submit.ts';
import { leads, type Viewer } from '$lib/identity/viewer.ts';
import { does, folderOf, kindAt } from '$lib/sharing/kinds.ts';
import { listingFaults, listingOf, newListing, priceRowsIn } from '$lib/sharing/listing-form.server.ts';
import { listsFor } from '$lib/sharing/listing.server.ts';

const Workshop = graphql(`
  query OfferingWorkshop($slug: String!) {
    workshop(slug: $slug) {
      id
      name
      slug
      timeZone
    }
  }
`);

const Network = graphql(`
  query OfferingNetwork($code: String!, $after: String) {
    network(code: $code) {
      id
      code
      name
    }
    memberships(networkCode: $code, status: admitted, first: 50, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        workshop {
          id
          slug
          name
          city
        }
      }
    }
  }
`);

const Create = graphql(`
  mutation CreateListing($input: CreateListing!) {
    createListing(input: $input) {
      id
    }
  }
`);

const led = ({ organisations }: Viewer) => organisations.filter((one) => one.scope === 'workshop' && leads(one));
const forbidden = { message: 'platform.forbidden', refusal: { key: 'platform.forbidden', params: {} } };

/** The network in whose name it is offered, by who leads it, with the workshops where it may be based. */
async function offeringNetwork({ graph }: App.Locals, viewer: Viewer, kind: CountedKind, code: string | null) {
  if (!code || !does(kind).byNetworks) return null;
  const first = await graph.query(Network, { code });
  const { network } = first;
  if (!viewer.admin && !viewer.organisations.some((one) => one.id === network.id && leads(one))) error(403, forbidden);
  let { nodes, pageInfo } = first.memberships;
  while (pageInfo.hasNextPage) {
    const { memberships } = await graph.query(Network, { code, after: pageInfo.endCursor });
    nodes = [...nodes, ...memberships.nodes];
    pageInfo = memberships.pageInfo;
  }
  const bases = nodes.map(({ workshop }) => workshop);
  return { ...network, bases: bases.sort((a, b) => a.name.localeCompare(b.name)) };
}

export const load: PageServerLoad = async ({ params, url, locals }) => {
  const kind = kindAt(params.kind) ?? error(404);
  const viewer = await locals.viewer();
  if (!viewer) redirect(303, `/connexion?suite=${encodeURIComponent(url.pathname + url.search)}`);
  const slug = url.searchParams.get('atelier');
  const workshops = led(viewer);
  const values = newListing(kind);
  const network = await offeringNetwork(locals, viewer, kind, url.searchParams.get('reseau'));
  const form = { kind, values, rows: priceRowsIn(values), key: newKey(), network };
  if (!slug) {
    const [only] = workshops;
    if (network) return { ...form, workshop: null, workshops: [], lists: {} };
    if (only && workshops.length === 1) redirect(303, `${folderOf(kind)}/nouveau?atelier=${only.id}`);
    return { ...form, workshop: null, workshops, lists: {} };
  }
  const { workshop } = await locals.graph.query(Workshop, { slug });
  if (!(network?.bases ?? workshops).some(({ id }) => id === workshop.id) && !viewer.admin) error(403, forbidden);
  return { ...form, workshop, workshops: [], lists: await listsFor(locals, kind, workshop.id) };
};

export const actions: Actions = {
  default: async (event) => {
    const kind = kindAt(event.params.kind) ?? error(404);
    const form = await event.request.formData();
    const slug = event.url.searchParams.get('atelier') ?? '';
    const { workshop } = await event.locals.graph.query(Workshop, { slug });
    const published = form.get('published') !== null;
    const code = event.url.searchParams.get('reseau');
    const network = code && (await event.locals.graph.query(Network, { code })).network;
    const input = {
      ...listingOf(kind, workshop.timeZone, form),
      kind,
      workshopId: workshop.id,
      ...(network && { networkId: network.id }),
      published,
      idempotencyKey: sentKey(form),
    };
    const done = await submit(event, Create, { input }, form);
    if (done.failure) {
      const { data } = done.failure;
      const fields = listingFaults(kind, data, form);
      return fail(done.failure.status, { ...data, fields, rows: priceRowsIn(data.values) });
    }
    const { id } = done.data.createListing;
    redirect(303, `${folderOf(kind)}/${id}?fait=${published ? 'publie' : 'garde'}`);
  },
};
