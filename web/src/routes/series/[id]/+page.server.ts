import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { groupMoves } from '$schema/loans.ts';
import { now } from '$lib/clock.ts';
import { text } from '$lib/forms/values.ts';
import { graphql } from '$lib/graph/generated/index.ts';
import { submit } from '$lib/graph/submit.ts';

const Series = graphql(`
  query Series($id: ID!) {
    loanGroup(id: $id) {
      id
      kind
      can
      loans {
        id
        code
        status
        overdue
        from
        until
        can
        resource {
          id
          name
          kind
        }
        lender {
          name
          slug
          timeZone
        }
        borrower {
          name
        }
      }
    }
  }
`);

const MoveSeries = graphql(`
  mutation MoveSeries($groupId: ID!, $move: GroupMove!, $fromLoanId: ID, $note: String) {
    moveLoans(groupId: $groupId, move: $move, fromLoanId: $fromLoanId, note: $note) {
      id
    }
  }
`);

export const load: PageServerLoad = async ({ params, locals, depends, url }) => {
  depends('loans');
  const { loanGroup } = await locals.graph.query(Series, { id: params.id });
  if (loanGroup.kind === 'basket') redirect(307, `/panier/tournee/${params.id}`);
  return { group: loanGroup, now: now().toISOString(), done: url.searchParams.has('fait') };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const move = groupMoves.find((one) => one === text(form, 'geste')) ?? 'cancel';
    const [fromLoanId, note] = [text(form, 'depuis'), text(form, 'note')];
    const reach = { ...(fromLoanId && { fromLoanId }), ...(note && { note }) };
    const done = await submit(event, MoveSeries, { groupId: event.params.id, move, ...reach }, form);
    if (done.failure) return done.failure;
    redirect(303, `/series/${event.params.id}?fait=oui`);
  },
};
