import { error, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { text } from '$lib/forms/values.ts';
import type { Graph } from '$lib/graph/graph.server.ts';
import { graphql } from '$lib/graph/generated';
import type { ImportFormat } from '$lib/graph/generated/graphql.ts';
import { submit } from '$lib/graph/submit.ts';
import { matchField, matchingFields, tableFormats } from '$lib/intake/matching.ts';

const Page = graphql(`
  query Import($id: ID!, $code: String!) {
    network(code: $code) {
      code
      name
    }
    importBatch(id: $id) {
      id
      filename
      state
      format
      workshopId
      total
      done
      faultCount
      lostRows
      undone
      columns {
        name
        title
        example
      }
      matching {
        column
        name
      }
      counts {
        created
        changed
        same
        kept
        admitted
      }
      faults {
        row
        column
        key
        losesRow
        params
      }
      samples {
        row
        name
        city
        verdict
      }
      kept {
        workshopId
        name
        reason
      }
    }
  }
`);

const Members = graphql(`
  query ImportMembers($code: String!, $after: String) {
    memberships(networkCode: $code, status: admitted, first: 50, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        workshop {
          id
          name
          city
        }
      }
    }
  }
`);

const Prepare = graphql(`
  mutation PrepareImport($id: ID!, $input: PrepareImportInput!) {
    prepareImport(id: $id, input: $input) {
      id
    }
  }
`);
const Run = graphql(`
  mutation RunImport($id: ID!) {
    runImport(id: $id) {
      id
    }
  }
`);
const Undo = graphql(`
  mutation UndoImport($id: ID!) {
    undoImport(id: $id) {
      id
    }
  }
`);
const Discard = graphql(`
  mutation DiscardImport($id: ID!) {
    discardImport(id: $id)
  }
`);

/** More workshops than this are not offered by name in one list. */
const mostPages = 20;

async function membersOf(graph: Graph, code: string) {
  const members: { id: string; name: string; city: string }[] = [];
  let after: string | null | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const { memberships } = await graph.query(Members, { code, after });
    members.push(...memberships.nodes.map(({ workshop }) => workshop));
    if (!memberships.pageInfo.hasNextPage) break;
    after = memberships.pageInfo.endCursor;
  }
  return members.sort((a, b) => a.name.localeCompare(b.name));
}

export const load: PageServerLoad = async ({ params, locals, depends }) => {
  depends('import');
  const { network, importBatch } = await locals.graph.query(Page, params);
  if (params.code !== network.code) redirect(307, `/reseau/${network.code}/import/${params.id}`);
  const asks = importBatch.state === 'received' || importBatch.state === 'ready';
  const members = asks && importBatch.format === 'fabmanager' ? await membersOf(locals.graph, network.code) : undefined;
  return { network, batch: importBatch, members };
};

const formatIn = (form: FormData): ImportFormat => {
  const wanted = text(form, 'format');
  const formats: ImportFormat[] = ['fablabs_json', 'geojson', 'csv', 'machines_csv', 'fabmanager'];
  return formats.find((format) => format === wanted) ?? error(422, { message: 'format' });
};

export const actions: Actions = {
  prepare: async (event) => {
    const form = await event.request.formData();
    const format = formatIn(form);
    const fields = tableFormats.includes(format) ? matchingFields(format) : [];
    const matching = fields.flatMap((column) => {
      const name = text(form, matchField(column));
      return name ? [{ column, name }] : [];
    });
    const input = { format, matching, workshopId: text(form, 'workshop') || null };
    const done = await submit(event, Prepare, { id: event.params.id, input }, form);
    return done.failure ?? { prepared: true };
  },
  run: async (event) => {
    const done = await submit(event, Run, { id: event.params.id }, {});
    return done.failure ?? { running: true };
  },
  undo: async (event) => {
    const done = await submit(event, Undo, { id: event.params.id }, {});
    return done.failure ?? { undoing: true };
  },
  discard: async (event) => {
    const done = await submit(event, Discard, { id: event.params.id }, {});
    if (done.failure) return done.failure;
    redirect(303, `/reseau/${event.params.code}/import?oublie`);
  },
};
