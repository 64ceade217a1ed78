import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { now } from '$lib/clock.ts';
import { RequestFiles } from '$lib/files/queries.server.ts';
import { downloadOf, removeFile, sendForm } from '$lib/files/send.server.ts';
import { text, valuesOf } from '$lib/forms/values.ts';
import { graphql } from '$lib/graph/generated/index.ts';
import type { RequestMove } from '$lib/graph/generated/graphql.ts';
import { submit } from '$lib/graph/submit.ts';
import { formatFor } from '$lib/i18n/format.ts';
import { loadMessages } from '$lib/i18n/index.ts';
import { RequestPage } from '$lib/production/request.queries.server.ts';
import { matchesOf, partsOf, stepsOf } from '$lib/production/request.server.ts';

const Move = graphql(`
  mutation MoveRequest($id: ID!, $move: RequestMove!) {
    moveRequest(id: $id, move: $move) {
      id
    }
  }
`);

const Postpone = graphql(`
  mutation PostponeRequest($id: ID!, $day: String!) {
    postponeRequest(id: $id, mustHaveBy: $day) {
      id
    }
  }
`);

const matched = new Set(['routing', 'unroutable']);
const aDay = /^\d{4}-\d{2}-\d{2}$/;

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
  depends('exchange');
  const { locale, graph } = locals;
  const tongue = { locale, t: await loadMessages(locale), format: formatFor(locale) };
  const { request } = await graph.query(RequestPage, { id: params.id });
  const day = url.searchParams.get('pour') ?? '';
  const onDay = aDay.test(day) && matched.has(request.state) ? day : undefined;
  const after = url.searchParams.get('apres') ?? undefined;
  const matches = matched.has(request.state) ? await matchesOf(graph, tongue, request, onDay, after) : undefined;
  const files = (await graph.query(RequestFiles, { id: params.id })).request;
  return {
    request,
    files,
    now: now().toISOString(),
    parts: partsOf(tongue, request.parts),
    steps: stepsOf(tongue, request),
    onDay,
    after,
    earliest: request.mustHaveBy && request.state === 'routing' ? request.mustHaveBy : now().toISOString(),
    matches,
  };
};

const move = (wanted: RequestMove) => async (event: RequestEvent) => {
  const id = event.params.id ?? '';
  const done = await submit(event, Move, { id, move: wanted }, await event.request.formData());
  if (done.failure) return done.failure;
  redirect(303, `/demandes/${id}`);
};

const shownFiles = (id: string) => redirect(303, `/demandes/${id}#fichiers`);

export const actions: Actions = {
  files: async (event) => {
    const form = await event.request.formData();
    const refusal = await sendForm(event, 'request_file', event.params.id, form);
    if (refusal) return fail(422, { values: valuesOf(form), refusal, fields: {} });
    return shownFiles(event.params.id);
  },
  removeFile: async (event) => {
    const form = await event.request.formData();
    const refusal = await removeFile(event, form);
    if (refusal) return fail(422, { values: valuesOf(form), refusal, fields: {} });
    return shownFiles(event.params.id);
  },
  download: async (event) => {
    const form = await event.request.formData();
    const { path, refusal } = await downloadOf(event, form);
    if (refusal) return fail(422, { values: valuesOf(form), refusal, fields: {} });
    redirect(303, path);
  },
  cancel: move('cancel'),
  receive: move('receive'),
  submit: move('submit'),
  postpone: async (event) => {
    const form = await event.request.formData();
    const { id } = event.params;
    const done = await submit(event, Postpone, { id, day: text(form, 'day') }, form);
    if (done.failure) return done.failure;
    redirect(303, `/demandes/${id}`);
  },
};
