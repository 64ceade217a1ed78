import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { applicationMoveNames, jobLimits } from '$schema/jobs.ts';
import { instantIn } from '$lib/calendar/zone.server.ts';
import { downloadOf, sendForm } from '$lib/files/send.server.ts';
import { text, valuesOf } from '$lib/forms/values.ts';
import { submit } from '$lib/graph/submit.ts';
import {
  ApplicationPage,
  ChooseInterview,
  MoveApplication,
  NoteApplication,
  ProposeInterview,
} from '$lib/jobs/queries.server.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  if (!(await locals.viewer())) redirect(303, `/connexion?suite=${encodeURIComponent(url.pathname)}`);
  const { application } = await locals.graph.query(ApplicationPage, { id: params.id });
  return { application, done: url.searchParams.get('fait') };
};

const here = (id: string, done = 'oui') => redirect(303, `/candidatures/${id}?fait=${done}`);

export const actions: Actions = {
  move: async (event) => {
    const form = await event.request.formData();
    const move = applicationMoveNames.find((one) => one === text(form, 'move')) ?? 'propose';
    const note = text(form, 'note') || null;
    const done = await submit(event, MoveApplication, { id: event.params.id, move, note }, form);
    if (done.failure) return done.failure;
    if (move === 'withdraw') redirect(303, '/candidatures?fait=retiree');
    return here(event.params.id);
  },
  note: async (event) => {
    const form = await event.request.formData();
    const done = await submit(event, NoteApplication, { id: event.params.id, text: text(form, 'text') }, form);
    if (done.failure) return done.failure;
    return here(event.params.id);
  },
  propose: async (event) => {
    const form = await event.request.formData();
    const zone = text(form, 'zone');
    const slots = Array.from({ length: jobLimits.slots }, (_, n) => instantIn(zone, text(form, `slot.${n}`)));
    const input = {
      id: event.params.id,
      slots: slots.flatMap((slot) => slot?.toISOString() ?? []),
      place: text(form, 'place'),
    };
    const done = await submit(event, ProposeInterview, { input }, form);
    if (done.failure) return done.failure;
    return here(event.params.id);
  },
  choose: async (event) => {
    const form = await event.request.formData();
    const variables = { id: event.params.id, slot: text(form, 'slot') };
    const done = await submit(event, ChooseInterview, variables, form);
    if (done.failure) return done.failure;
    return here(event.params.id);
  },
  cv: async (event) => {
    const form = await event.request.formData();
    const refusal = await sendForm(event, 'cv', event.params.id, form);
    if (refusal) return fail(422, { values: valuesOf(form), refusal, fields: {} });
    return here(event.params.id, 'cv');
  },
  download: async (event) => {
    const form = await event.request.formData();
    const { path, refusal } = await downloadOf(event, form);
    if (refusal) return fail(422, { values: valuesOf(form), refusal, fields: {} });
    redirect(303, path);
  },
};
