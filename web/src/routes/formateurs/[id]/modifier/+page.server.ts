import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { graphql } from '$lib/graph/generated';
import { submit, type Submitted } from '$lib/graph/submit.ts';
import { choicesOf, trainerIn, valuesOfTrainer } from '$lib/trainers/trainer-form.server.ts';
import { trainerOf } from '$lib/trainers/trainer.server.ts';

const TrainerToEdit = graphql(`
  query TrainerToEdit($id: ID!) {
    equipment(id: $id) {
      ...TrainerView
    }
  }
`);
const UpdateTrainer = graphql(`
  mutation UpdateTrainer($id: ID!, $input: UpdateTrainerInput!) {
    updateTrainer(id: $id, input: $input) {
      id
    }
  }
`);
const RetireTrainer = graphql(`
  mutation RetireTrainer($id: ID!) {
    retireTrainer(id: $id) {
      id
    }
  }
`);
const RelistTrainer = graphql(`
  mutation RelistTrainer($id: ID!) {
    publishTrainer(id: $id) {
      id
    }
  }
`);

export const load: PageServerLoad = async ({ params, url, locals }) => {
  if (!(await locals.viewer())) redirect(303, `/connexion?suite=${encodeURIComponent(url.pathname)}`);
  const { equipment } = await locals.graph.query(TrainerToEdit, { id: params.id });
  if (!equipment.canManage)
    error(403, { message: 'platform.forbidden', refusal: { key: 'platform.forbidden', params: {} } });
  const trainer = trainerOf(equipment, locals.locale);
  return {
    trainer,
    values: valuesOfTrainer(trainer, locals.locale),
    choices: choicesOf(locals.locale),
    done: url.searchParams.has('fait'),
  };
};

/** Done, or refused beside the button. */
function shown<T>({ failure }: Submitted<T>, id: string) {
  if (failure) return fail(failure.status, { ...failure.data, part: 'visibilite' });
  redirect(303, `/formateurs/${id}/modifier?fait=oui#visibilite`);
}

export const actions: Actions = {
  enregistrer: async (event) => {
    const form = await event.request.formData();
    const saved = await submit(event, UpdateTrainer, { id: event.params.id, input: trainerIn(form) }, form);
    if (saved.failure) return saved.failure;
    redirect(303, `/formateurs/${event.params.id}/modifier?fait=oui`);
  },
  retirer: async (event) => {
    const { id } = event.params;
    return shown(await submit(event, RetireTrainer, { id }, await event.request.formData()), id);
  },
  proposer: async (event) => {
    const { id } = event.params;
    return shown(await submit(event, RelistTrainer, { id }, await event.request.formData()), id);
  },
};
