import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { now } from '$lib/clock.ts';
import { graphql } from '$lib/graph/generated/index.ts';
import { submit } from '$lib/graph/submit.ts';

const Tour = graphql(`
  query Tour($id: ID!) {
    loanGroup(id: $id) {
      id
      kind
      whole
      can
      lines {
        id
        refusal
        figures {
          name
          value
        }
        resource {
          id
          kind
          name
          workshop {
            timeZone
          }
        }
      }
      parts {
        id
        refusal
        figures {
          name
          value
        }
        listing {
          id
          kind
          name
          workshop {
            timeZone
          }
        }
      }
      claims {
        ...TourClaim
      }
      toFetch {
        ...TourClaim
      }
      loans {
        id
        code
        status
        overdue
        from
        until
        resource {
          name
          kind
        }
        lender {
          name
          timeZone
        }
      }
      stops {
        at
        closes
        arrive
        km
        late
        workshop {
          id
          slug
          name
          address
          postalCode
          city
          timeZone
          point {
            lat
            lon
          }
        }
        loans {
          id
          code
          status
          overdue
          from
          until
          use
          resource {
            name
            kind
          }
        }
        claims {
          ...TourClaim
        }
      }
    }
  }
`);

graphql(`
  fragment TourClaim on Claim {
    id
    code
    status
    quantity
    listing {
      id
      kind
      name
      measure
      from
      until
      facts {
        name
        text
      }
      workshop {
        name
        slug
        address
        postalCode
        city
        timeZone
      }
    }
  }
`);

const CancelRest = graphql(`
  mutation CancelRest($groupId: ID!) {
    moveLoans(groupId: $groupId, move: cancel) {
      id
    }
  }
`);

export const load: PageServerLoad = async ({ params, locals, depends }) => {
  depends('loans');
  const { loanGroup } = await locals.graph.query(Tour, { id: params.id });
  return { group: loanGroup, now: now().toISOString() };
};

export const actions: Actions = {
  annuler: async (event) => {
    const done = await submit(event, CancelRest, { groupId: event.params.id }, await event.request.formData());
    if (done.failure) return done.failure;
    redirect(303, `/panier/tournee/${event.params.id}`);
  },
};
