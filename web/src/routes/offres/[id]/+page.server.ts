import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { declineReasons, type DeclineReason } from '$schema/production.ts';
import { now } from '$lib/clock.ts';
import { OfferFiles, PromiseSecrecy } from '$lib/files/queries.server.ts';
import { downloadOf } from '$lib/files/send.server.ts';
import { text, valuesOf } from '$lib/forms/values.ts';
import { graphql } from '$lib/graph/generated/index.ts';
import type { RequestMove } from '$lib/graph/generated/graphql.ts';
import { submit } from '$lib/graph/submit.ts';
import { formatFor } from '$lib/i18n/format.ts';
import { loadMessages } from '$lib/i18n/index.ts';
import { partOf, rowsOf } from '$lib/production/words.server.ts';

const OfferPage = graphql(`
  query OfferPage($id: ID!) {
    offer(id: $id) {
      id
      state
      rank
      distanceKm
      offeredAt
      expiresAt
      openMinutes
      openMinutesGone
      timeZone
      can
      undoUntil
      lab {
        name
      }
      reasons {
        requirement
        verdict
        banned
        partIds
        asked {
          ...ComparedView
        }
        offered {
          ...ComparedView
        }
      }
      machineTime {
        booked
        unknown
        slots {
          machine
          from
          until
        }
        lacking {
          machine
          earliest
        }
      }
      request {
        id
        code
        title
        state
        mustHaveBy
        deliverTo
        note
        can
        askedBy {
          name
          email
        }
        parts {
          id
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
  }
`);

const View = graphql(`
  mutation ViewOffer($id: ID!) {
    viewOffer(id: $id) {
      id
    }
  }
`);

const Accept = graphql(`
  mutation AcceptOffer($id: ID!, $input: AcceptOfferInput!) {
    acceptOffer(id: $id, input: $input) {
      id
    }
  }
`);

const Decline = graphql(`
  mutation DeclineOffer($id: ID!, $input: DeclineOfferInput!) {
    declineOffer(id: $id, input: $input) {
      id
    }
  }
`);

const GiveUp = graphql(`
  mutation GiveUpOffer($id: ID!, $input: DeclineOfferInput!) {
    giveUpOffer(id: $id, input: $input) {
      id
    }
  }
`);

const Undo = graphql(`
  mutation UndoOfferAnswer($id: ID!) {
    undoOfferAnswer(id: $id) {
      id
    }
  }
`);

const Move = graphql(`
  mutation MoveOfferedRequest($id: ID!, $move: RequestMove!) {
    moveRequest(id: $id, move: $move) {
      id
    }
  }
`);

export const load: PageServerLoad = async ({ locals, params, depends }) => {
  depends('exchange');
  const { locale } = locals;
  const { offer } = await locals.graph.query(OfferPage, { id: params.id });
  const tongue = { locale, t: await loadMessages(locale), format: formatFor(locale, offer.timeZone) };
  const rows = rowsOf(tongue, offer.reasons, offer.request.parts);
  const files = (await locals.graph.query(OfferFiles, { id: params.id })).offer;
  return {
    offer,
    files,
    now: now().toISOString(),
    parts: offer.request.parts.map((part, at) => partOf(tongue, part, at + 1)),
    rows,
    questions: rows.filter(({ verdict }) => verdict === 'ask'),
  };
};

/** Hours typed for a part, as minutes; what is left empty books nothing. */
function minutesIn(form: FormData) {
  return [...form.entries()].flatMap(([name, value]) => {
    const partId = /^hours-(.+)$/.exec(name)?.[1];
    const hours = Number((typeof value === 'string' ? value : '').trim().replace(',', '.'));
    return partId && Number.isFinite(hours) && hours > 0 ? [{ partId, minutes: Math.ceil(hours * 60) }] : [];
  });
}

const step = (move: RequestMove) => async (event: RequestEvent) => {
  const form = await event.request.formData();
  const done = await submit(event, Move, { id: text(form, 'request'), move }, form);
  if (done.failure) return done.failure;
  redirect(303, `/offres/${event.params.id ?? ''}`);
};

const isReason = (value: string): value is DeclineReason => (declineReasons as readonly string[]).includes(value);

export const actions: Actions = {
  promise: async (event) => {
    const form = await event.request.formData();
    const version = Number(text(form, 'version')) || 0;
    const done = await submit(event, PromiseSecrecy, { id: event.params.id, version }, form);
    if (done.failure) return done.failure;
    redirect(303, `/offres/${event.params.id}#fichiers`);
  },
  download: async (event) => {
    const form = await event.request.formData();
    const { path, refusal } = await downloadOf(event, form);
    if (refusal) return fail(422, { values: valuesOf(form), refusal, fields: {} });
    redirect(303, path);
  },
  view: async ({ locals, params }) => {
    await locals.graph.mutate(View, { id: params.id });
  },
  accept: async (event) => {
    const form = await event.request.formData();
    const { id } = event.params;
    const done = await submit(event, Accept, { id, input: { machineMinutes: minutesIn(form) } }, form);
    if (done.failure) return done.failure;
    redirect(303, `/offres/${id}`);
  },
  decline: async (event) => {
    const form = await event.request.formData();
    const { id } = event.params;
    const reason = text(form, 'reason');
    const input = { reason: isReason(reason) ? reason : 'no_capacity', note: text(form, 'note') } as const;
    const done = await submit(event, Decline, { id, input }, form);
    if (done.failure) return done.failure;
    redirect(303, `/offres/${id}`);
  },
  giveUp: async (event) => {
    const form = await event.request.formData();
    const { id } = event.params;
    const reason = text(form, 'reason');
    const input = { reason: isReason(reason) ? reason : 'no_capacity', note: text(form, 'note') } as const;
    const done = await submit(event, GiveUp, { id, input }, form);
    if (done.failure) return done.failure;
    redirect(303, `/offres/${id}`);
  },
  undo: async (event) => {
    const form = await event.request.formData();
    const { id } = event.params;
    const done = await submit(event, Undo, { id }, form);
    if (done.failure) return done.failure;
    redirect(303, `/offres/${id}`);
  },
  start: step('start'),
  deliver: step('deliver'),
};
