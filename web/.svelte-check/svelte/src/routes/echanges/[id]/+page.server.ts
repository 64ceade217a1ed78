import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { type LoanMove, loanMoveNames } from '$schema/loans.ts';
import { instantIn } from '$lib/calendar/zone.server.ts';
import { now } from '$lib/clock.ts';
import { text } from '$lib/forms/values.ts';
import { graphql } from '$lib/graph/generated/index.ts';
import { submit, type Submitted } from '$lib/graph/submit.ts';

const LoanPage = graphql(`
  query LoanPage($id: ID!) {
    loan(id: $id) {
      ...LoanRow
      ...LoanDetail
    }
  }
`);

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

export const actions = {
  move: async (event: Event) => {
    const form = await event.request.formData();
    const { id } = event.params;
    const move = loanMoveNames.find((name) => name === text(form, 'move')) ?? 'cancel';
    const note = text(form, 'note') || undefined;
    return shown(await submit(event, MoveLoan, { id, move, note, ...documentOf(move, form) }, form), id);
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
