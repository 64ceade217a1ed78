import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { graphql } from '$lib/graph/generated';
import { submit } from '$lib/graph/submit.ts';

const Invitation = graphql(`
  query Invitation($token: String!) {
    invitation(token: $token) {
      email
      role
      expiresAt
      organisation {
        name
      }
    }
  }
`);

const Accept = graphql(`
  mutation AcceptInvitation($token: String!) {
    acceptInvitation(token: $token) {
      scope
      id
      name
    }
  }
`);

export const load: PageServerLoad = async ({ params, locals, setHeaders }) => {
  setHeaders({ 'referrer-policy': 'same-origin' });
  const { data } = await locals.graph.ask(Invitation, { token: params.token });
  return { invitation: data?.invitation, path: `/invitations/${params.token}` };
};

export const actions: Actions = {
  default: async (event) => {
    const done = await submit(event, Accept, { token: event.params.token }, await event.request.formData());
    if (done.failure) return done.failure;
    redirect(303, `/compte?rejoint=${encodeURIComponent(done.data.acceptInvitation.name)}`);
  },
};
