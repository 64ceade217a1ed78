import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { graphql } from '$lib/graph/generated/index.ts';
import { submit } from '$lib/graph/submit.ts';
import { folderOf } from '$lib/sharing/kinds.ts';
import { listingFaults, listingOf, priceRowsIn, valuesOfListing } from '$lib/sharing/listing-form.server.ts';
import { listingSeen, listsFor } from '$lib/sharing/listing.server.ts';

const Update = graphql(`
  mutation UpdateListing($id: ID!, $input: UpdateListing!) {
    updateListing(id: $id, input: $input) {
      id
    }
  }
`);

export const load: PageServerLoad = async ({ params, url, locals }) => {
  const viewer = await locals.viewer();
  if (!viewer) redirect(303, `/connexion?suite=${encodeURIComponent(url.pathname)}`);
  const listing = await listingSeen(locals.graph, locals.locale, params.id);
  if (folderOf(listing.kind) !== `/${params.kind}`) redirect(308, `${folderOf(listing.kind)}/${listing.id}/modifier`);
  if (listing.can.length === 0)
    error(403, { message: 'platform.forbidden', refusal: { key: 'platform.forbidden', params: {} } });
  const values = valuesOfListing(listing);
  return {
    listing,
    values,
    rows: priceRowsIn(values),
    lists: await listsFor(locals, listing.kind, listing.workshop.id),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const { graph, locale } = event.locals;
    const { id, kind, workshop } = await listingSeen(graph, locale, event.params.id);
    const done = await submit(event, Update, { id, input: listingOf(kind, workshop.timeZone, form) }, form);
    if (done.failure) {
      const { data } = done.failure;
      const fields = listingFaults(kind, data, form);
      return fail(done.failure.status, { ...data, fields, rows: priceRowsIn(data.values) });
    }
    redirect(303, `${folderOf(kind)}/${id}?fait=modifie`);
  },
};
