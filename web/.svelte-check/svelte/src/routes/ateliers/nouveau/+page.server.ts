import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { newKey, sentKey } from '$lib/forms/idempotency.ts';
import { graphql } from '$lib/graph/generated';
import { submit } from '$lib/graph/submit.ts';
import { readWorkshop } from '$lib/workshop/workshop-form.ts';

const Create = graphql(`
  mutation CreateWorkshop($input: CreateWorkshopInput!) {
    createWorkshop(input: $input) {
      slug
    }
  }
`);

export const load: PageServerLoad = async ({ locals }) => {
  if (!(await locals.viewer())) redirect(303, '/connexion?suite=%2Fateliers%2Fnouveau');
  return { key: newKey() };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const input = { ...readWorkshop(form), idempotencyKey: sentKey(form) };
    const done = await submit(event, Create, { input }, form);
    if (done.failure) return done.failure;
    redirect(303, `/ateliers/${done.data.createWorkshop.slug}?fait=cree`);
  },
};
