import { error, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { keyField, newKey, sentKey } from '$lib/forms/idempotency.ts';
import { text } from '$lib/forms/values.ts';
import { graphql } from '$lib/graph/generated';
import { submit } from '$lib/graph/submit.ts';
import { choicesOf, trainerIn } from '$lib/trainers/trainer-form.server.ts';

const CreateTrainer = graphql(`
  mutation CreateTrainer($input: CreateTrainerInput!) {
    createTrainer(input: $input) {
      id
    }
  }
`);

export const load: PageServerLoad = async ({ parent, locals }) => {
  const { viewer } = await parent();
  if (!viewer) redirect(303, '/connexion?suite=/formateurs/nouveau');
  if (viewer.acting?.scope !== 'workshop') error(403);
  return { key: newKey(), choices: choicesOf(locals.locale) };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const { acting } = (await event.locals.viewer()) ?? {};
    if (acting?.scope !== 'workshop') error(403);
    const email = text(form, 'email');
    const input = {
      [keyField]: sentKey(form),
      workshopId: acting.id,
      ...(email && { email }),
      ...trainerIn(form),
    };
    const done = await submit(event, CreateTrainer, { input }, form);
    if (done.failure) return done.failure;
    redirect(303, `/formateurs/${done.data.createTrainer.id}`);
  },
};
