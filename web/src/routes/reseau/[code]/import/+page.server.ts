import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { graphql } from '$lib/graph/generated';
import { sendImport } from '$lib/intake/upload.server.ts';

const Page = graphql(`
  query Imports($code: String!, $after: String) {
    network(code: $code) {
      code
      name
    }
    importBatches(networkCode: $code, first: 20, after: $after) {
      pageInfo {
        hasNextPage
        hasPreviousPage
        endCursor
      }
      nodes {
        id
        filename
        state
        format
        createdAt
        counts {
          created
          changed
        }
      }
    }
  }
`);

export const load: PageServerLoad = async ({ params, url, locals }) => {
  const after = url.searchParams.get('apres');
  const { network, importBatches } = await locals.graph.query(Page, { code: params.code, after });
  if (params.code !== network.code) redirect(307, `/reseau/${network.code}/import`);
  return { network, batches: importBatches, forgotten: url.searchParams.has('oublie') };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const file = form.get('file');
    const sent =
      file instanceof File
        ? await sendImport(event, event.params.code, file)
        : { refusal: { key: 'workshop.importFile', params: {} } };
    if (sent.refusal) return fail(422, { values: {}, fields: {}, refusal: sent.refusal });
    redirect(303, `/reseau/${event.params.code}/import/${sent.id}`);
  },
};
