import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { graphql } from '$lib/graph/generated';
import { submit } from '$lib/graph/submit.ts';

const Page = graphql(`
  query MyDeletion {
    accountDeletion {
      blocks {
        reason
        name
        path
      }
      closes
      cancels
    }
  }
`);

const Delete = graphql(`
  mutation DeleteAccount($password: String!) {
    deleteAccount(password: $password)
  }
`);

export const load: PageServerLoad = async ({ locals }) => {
  const { accountDeletion } = await locals.graph.query(Page);
  return { deletion: accountDeletion };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const password = form.get('password');
    const typed = { password: typeof password === 'string' ? password : '' };
    const done = await submit(event, Delete, typed, {});
    if (done.failure) return done.failure;
    const options = { path: '/', secure: event.url.protocol === 'https:' };
    event.cookies.delete('acting', options);
    redirect(303, '/compte/parti');
  },
};
