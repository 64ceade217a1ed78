import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { type LoanMove, loanMoveNames } from '$schema/loans.ts';
import { instantIn } from '$lib/calendar/zone.server.ts';
import { LoanPage } from '$lib/borrowing/loan.queries.server.ts';
import { now } from '$lib/clock.ts';
import { removeFile, sendChosen, sendForm } from '$lib/files/send.server.ts';
import { text, valuesOf } from '$lib/forms/values.ts';
import type { Refusal } from '$lib/graph/fault.ts';
import { graphql } from '$lib/graph/generated/index.ts';
import { submit, type Submitted } from '$lib/graph/submit.ts';

const MoveLoan = graphql(`
  mutation MoveLoan($id: ID!, $move: LoanMove!, $note: String, $handOver: HandOverInput, $takeBack: TakeBackInput) {
    moveLoan(id: $id, move: $move, note: $note, handOver: $handOver, takeBack: $takeBack) {
      id
    }
  }
`);

const AskExtension = graphql(`
  mutation AskExtension($id: ID!, $until: DateTimeISO!, $note: String) {
    askExtension(id: $id, until: $until, note: $note) {
      id
    }
  }
`);

const AnswerExtension = graphql(`
  mutation AnswerExtension($id: ID!, $agrees: Boolean!, $note: String) {
    answerExtension(id: $id, agrees: $agrees, note: $note) {
      id
    }
  }
`);

const AccreditBorrower = graphql(`
  mutation AccreditBorrower($input: IssueAccreditationInput!) {
    issueAccreditation(input: $input) {
      id
    }
  }
`);

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
  depends('loans');
  const { loan } = await locals.graph.query(LoanPage, { id: params.id });
  return { loan, done: url.searchParams.get('fait'), now: now().toISOString() };
};

/** A checklist as ticked: one choice for each item, in the order drawn. An item without a choice is neither. */
function seen(form: FormData) {
  const items = form.getAll('item').filter((item) => typeof item === 'string');
  const chosen = (choice: string) => items.filter((_, index) => form.get(`vu-${index}`) === choice);
  return { present: chosen('present'), missing: chosen('missing') };
}

const documentOf = (move: LoanMove, form: FormData) => {
  const condition = text(form, 'condition');
  if (move === 'hand_over')
    return {
      handOver: { ...seen(form), condition, receivedBy: text(form, 'who'), unitId: text(form, 'unitId') || undefined },
    };
  if (move === 'take_back')
    return {
      takeBack: { ...seen(form), condition, broughtBy: text(form, 'who'), damage: text(form, 'damage') || undefined },
    };
  return {};
};

/** Done: the page again, by its own address, so that a reload repeats nothing. */
function shown<T>(done: Submitted<T>, id: string) {
  if (done.failure) return done.failure;
  redirect(303, `/echanges/${id}?fait=oui`);
}

type Event = RequestEvent & { params: { id: string } };

const refusedFor = (form: FormData, refusal: Refusal) => fail(422, { values: valuesOf(form), refusal, fields: {} });

export const actions = {
  move: async (event: Event) => {
    const form = await event.request.formData();
    const { id } = event.params;
    const move = loanMoveNames.find((name) => name === text(form, 'move')) ?? 'cancel';
    const note = text(form, 'note') || undefined;
    // Photos first: the document is signed with them.
    const photos = move === 'hand_over' || move === 'take_back' ? (`${move}_photo` as const) : undefined;
    const refusal = photos && (await sendChosen(event, photos, id, form));
    if (refusal) return refusedFor(form, refusal);
    return shown(await submit(event, MoveLoan, { id, move, note, ...documentOf(move, form) }, form), id);
  },
  photos: async (event: Event) => {
    const form = await event.request.formData();
    const { id } = event.params;
    const purpose = text(form, 'purpose') === 'take_back_photo' ? 'take_back_photo' : 'hand_over_photo';
    const refusal = await sendForm(event, purpose, id, form);
    if (refusal) return refusedFor(form, refusal);
    redirect(303, `/echanges/${id}?fait=oui#photos`);
  },
  removePhoto: async (event: Event) => {
    const form = await event.request.formData();
    const refusal = await removeFile(event, form);
    if (refusal) return refusedFor(form, refusal);
    redirect(303, `/echanges/${event.params.id}#photos`);
  },
  extend: async (event: Event) => {
    const form = await event.request.formData();
    const { id } = event.params;
    const until = instantIn(text(form, 'timeZone'), text(form, 'until'))?.toISOString() ?? '';
    return shown(await submit(event, AskExtension, { id, until, note: text(form, 'note') || undefined }, form), id);
  },
  answer: async (event: Event) => {
    const form = await event.request.formData();
    const { id } = event.params;
    const agrees = form.get('agrees') === 'oui';
    return shown(await submit(event, AnswerExtension, { id, agrees, note: text(form, 'note') || undefined }, form), id);
  },
  accredit: async (event: Event) => {
    const form = await event.request.formData();
    const input = { workshopId: text(form, 'workshopId'), personId: text(form, 'personId'), name: text(form, 'name') };
    return shown(await submit(event, AccreditBorrower, { input }, form), event.params.id);
  },
} satisfies Actions;
