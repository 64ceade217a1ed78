import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { now } from '$lib/clock.ts';
import { sentKey } from '$lib/forms/idempotency.ts';
import { text, valuesOf } from '$lib/forms/values.ts';
import { graphql } from '$lib/graph/generated/index.ts';
import { formatFor } from '$lib/i18n/format.ts';
import { loadMessages } from '$lib/i18n/index.ts';
import { choicesFor } from '$lib/production/choices.server.ts';
import { emptyPart, partRows, queryOf, valuesIn, withParts } from '$lib/production/form.ts';
import { failed, faultsOf, readForm, type ReadForm } from '$lib/production/form.server.ts';
import { nearMissesOf } from '$lib/production/request.server.ts';

const Draft = graphql(`
  query RequestDraft($id: ID!) {
    request(id: $id) {
      id
      code
      state
      title
      note
      mustHaveBy
      delivery {
        label
        insee
      }
      parts {
        name
        process
        material
        thicknessMm
        sizeMm {
          x
          y
          z
        }
        quantity
        toleranceClass
        finish
      }
    }
  }
`);

const Create = graphql(`
  mutation CreateRequest($input: CreateRequestInput!) {
    createRequest(input: $input) {
      id
    }
  }
`);

const Update = graphql(`
  mutation UpdateRequest($id: ID!, $input: RequestDraftInput!) {
    updateRequest(id: $id, input: $input) {
      id
    }
  }
`);

const Send = graphql(`
  mutation SubmitRequest($id: ID!) {
    submitRequest(id: $id) {
      id
    }
  }
`);

const Preview = graphql(`
  query PreviewMatches($input: RequestDraftInput!) {
    previewMatches(input: $input) {
      capable
      ranked(first: 3) {
        nodes {
          id
          lab {
            name
            city
          }
          distanceKm
          toConfirm
        }
      }
      sieve {
        requirement
        removed
      }
      nearMisses {
        lab {
          name
          city
          departement
        }
        distanceKm
        requirement
        banned
        asked {
          ...ComparedView
        }
        offered {
          ...ComparedView
        }
      }
    }
  }
`);

const figure = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value));

export const load: PageServerLoad = async ({ locals, url }) => {
  const t = await loadMessages(locals.locale);
  const format = formatFor(locals.locale);
  const choices = choicesFor({ locale: locals.locale, t, format });
  const tomorrow = format.dayAfter(now(), 1);
  const id = url.searchParams.get('brouillon');
  if (!id) return { choices, tomorrow, draftId: '', state: undefined, values: valuesIn(url.searchParams), kept: false };
  const { request } = await locals.graph.query(Draft, { id });
  if (request.state !== 'draft' && request.state !== 'unroutable') redirect(303, `/demandes/${id}`);
  const rows = request.parts.map((part) => ({
    'part-name': part.name,
    'part-process': part.process ?? '',
    'part-material': part.material ?? '',
    'part-thickness': figure(part.thicknessMm),
    'part-x': figure(part.sizeMm?.x),
    'part-y': figure(part.sizeMm?.y),
    'part-z': figure(part.sizeMm?.z),
    'part-quantity': figure(part.quantity),
    'part-tolerance': part.toleranceClass ?? '',
    'part-finish': part.finish ?? '',
  }));
  const values = withParts(
    {
      title: request.title,
      note: request.note,
      by: request.mustHaveBy ? format.isoDay(request.mustHaveBy) : '',
      place: request.delivery?.label.replace(/ \([^)]*\)$/, '') ?? '',
    },
    rows.length > 0 ? rows : [emptyPart],
  );
  return { choices, tomorrow, draftId: id, state: request.state, values, kept: url.searchParams.has('garde') };
};

/** Writes the draft and gives its id; or why it could not. */
async function keep({ locals }: RequestEvent, form: FormData, { input, values }: ReadForm) {
  const id = text(form, 'draftId');
  if (id) {
    const { data, fault } = await locals.graph.mutate(Update, { id, input });
    return fault ? { failure: failed(422, values, fault.refusal, faultsOf(fault)) } : { id: data.updateRequest.id };
  }
  const { data, fault } = await locals.graph.mutate(Create, { input: { ...input, idempotencyKey: sentKey(form) } });
  return fault ? { failure: failed(422, values, fault.refusal, faultsOf(fault)) } : { id: data.createRequest.id };
}

const toReview = { key: 'platform.invalid', params: {} };

/** Signing in leads back here with all that was typed. */
const toSignIn = (read: ReadForm) =>
  failed(
    401,
    { ...read.values, back: `/demandes/nouvelle?${queryOf(read.values)}` },
    { key: 'platform.signIn', params: {} },
    {},
  );

export const actions: Actions = {
  /** One part more or less, for browsers with and without scripts alike. */
  parts: async ({ request }) => {
    const form = await request.formData();
    const values = valuesOf(form);
    const rows = partRows(values);
    const removed = text(form, 'drop');
    const kept = removed === '' ? [...rows, { ...emptyPart }] : rows.filter((_, at) => at !== Number(removed));
    return { values: withParts(values, kept), rows: kept.length };
  },
  keep: async (event) => {
    const form = await event.request.formData();
    const read = readForm(form);
    if (!(await event.locals.viewer())) return toSignIn(read);
    if (Object.keys(read.faults).length > 0) return failed(422, read.values, toReview, read.faults);
    const done = await keep(event, form, read);
    if (done.failure) return done.failure;
    redirect(303, `/demandes/nouvelle?brouillon=${done.id}&garde=1`);
  },
  /** The same, of itself, while a signed-in person types. */
  autosave: async (event) => {
    const form = await event.request.formData();
    const read = readForm(form);
    if (!(await event.locals.viewer()) || Object.keys(read.faults).length > 0) return { saved: '' };
    const done = await keep(event, form, read);
    return { saved: done.id ?? '' };
  },
  look: async (event) => {
    const read = readForm(await event.request.formData());
    if (!(await event.locals.viewer())) return toSignIn(read);
    if (Object.keys(read.faults).length > 0) return failed(422, read.values, toReview, read.faults);
    const { data, fault } = await event.locals.graph.ask(Preview, { input: read.input });
    if (fault) return failed(422, read.values, fault.refusal, faultsOf(fault));
    const { locale } = event.locals;
    const tongue = { locale, t: await loadMessages(locale), format: formatFor(locale) };
    const { capable, ranked, sieve, nearMisses } = data.previewMatches;
    const words = tongue.t.production;
    return {
      values: read.values,
      preview: {
        title: capable === 0 ? words.preview.none : words.preview.some(capable),
        labs: ranked.nodes.map(({ id, lab, distanceKm, toConfirm }) => ({
          id,
          name: words.preview.best(lab.name, lab.city),
          distance: typeof distanceKm === 'number' ? tongue.format.distance(distanceKm) : '',
          questions: toConfirm === 0 ? '' : words.offers.questions(toConfirm),
        })),
        removed: sieve
          .filter(({ removed }) => removed > 0)
          .map(({ requirement, removed }) => words.preview.removed(words.requirement[requirement], removed)),
        near: nearMissesOf(tongue, nearMisses.slice(0, 3)).map(({ text: said }) => said),
      },
    };
  },
  post: async (event) => {
    const form = await event.request.formData();
    const read = readForm(form);
    if (!(await event.locals.viewer())) return toSignIn(read);
    if (Object.keys(read.faults).length > 0) return failed(422, read.values, toReview, read.faults);
    const done = await keep(event, form, read);
    if (done.failure) return done.failure;
    const { fault } = await event.locals.graph.mutate(Send, { id: done.id });
    if (fault) return failed(422, { ...read.values, draftId: done.id }, fault.refusal, faultsOf(fault));
    redirect(303, `/demandes/${done.id}`);
  },
};
