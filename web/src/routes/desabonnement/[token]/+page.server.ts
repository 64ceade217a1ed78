import type { Actions, PageServerLoad } from './$types';
import { redirect } from '@sveltejs/kit';
import { graphql } from '$lib/graph/generated/index.ts';
import { submit } from '$lib/graph/submit.ts';

const Subscription = graphql(`
  query MailSubscription($token: String!) {
    mailSubscription(token: $token) {
      scope
      stopped
    }
  }
`);

const Stop = graphql(`
  mutation StopMails($token: String!) {
    stopMails(token: $token) {
      stopped
    }
  }
`);

const Resume = graphql(`
  mutation ResumeMails($token: String!) {
    resumeMails(token: $token) {
      stopped
    }
  }
`);

/** Looking stops nothing: mail programs open links by themselves. */
export const load: PageServerLoad = async ({ locals, params, url, setHeaders }) => {
  setHeaders({ 'referrer-policy': 'no-referrer' });
  const { data } = await locals.graph.ask(Subscription, { token: params.token });
  return { subscription: data?.mailSubscription, done: url.searchParams.get('fait') === 'oui' };
};

export const actions: Actions = {
  arreter: async (event) => {
    const form = await event.request.formData();
    const done = await submit(event, Stop, { token: event.params.token }, form);
    if (done.failure) return done.failure;
    redirect(303, `/desabonnement/${event.params.token}?fait=oui`);
  },
  reprendre: async (event) => {
    const form = await event.request.formData();
    const done = await submit(event, Resume, { token: event.params.token }, form);
    if (done.failure) return done.failure;
    redirect(303, `/desabonnement/${event.params.token}`);
  },
};
