import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { isDate } from '$lib/calendar/zone.server.ts';
import { now } from '$lib/clock.ts';
import { text } from '$lib/forms/values.ts';
import { graphql } from '$lib/graph/generated/index.ts';
import { submit } from '$lib/graph/submit.ts';
import { offersToAnswer } from '$lib/production/offers.server.ts';

const DeskDay = graphql(`
  query DeskDay($workshopId: ID!, $day: String) {
    desk(workshopId: $workshopId, day: $day) {
      day
      timeZone
      handOvers {
        ...DeskLine
      }
      returns {
        ...DeskLine
      }
      late {
        ...DeskLine
      }
      requests {
        ...DeskLine
      }
      extensions {
        ...DeskLine
      }
      toClose {
        ...DeskLine
      }
    }
  }
  fragment DeskLine on Loan {
    ...LoanRow
    handOver {
      at
      receivedBy
    }
    takeBack {
      at
      broughtBy
      missing
      damage
    }
  }
`);

const AcceptLoan = graphql(`
  mutation AcceptLoan($id: ID!) {
    moveLoan(id: $id, move: accept) {
      id
    }
  }
`);

export const load: PageServerLoad = async ({ locals, url, depends }) => {
  depends('loans');
  depends('exchange');
  const viewer = await locals.viewer();
  if (!viewer) redirect(303, `/connexion?suite=${encodeURIComponent(url.pathname + url.search)}`);
  const wished = url.searchParams.get('jour');
  const today = now().toISOString();
  if (viewer.acting?.scope !== 'workshop') return { desk: undefined, workshop: undefined, offers: [], now: today };
  const day = isDate(wished) ? wished : undefined;
  const [{ desk }, offers] = await Promise.all([
    locals.graph.query(DeskDay, { workshopId: viewer.acting.id, day }),
    offersToAnswer(locals.graph, viewer.acting.id),
  ]);
  return { desk, workshop: viewer.acting, offers, now: today };
};

export const actions = {
  accepter: async (event: RequestEvent) => {
    const form = await event.request.formData();
    const done = await submit(event, AcceptLoan, { id: text(form, 'id') }, form);
    if (done.failure) return done.failure;
    redirect(303, '/bureau?fait=oui');
  },
} satisfies Actions;
