import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { keepChoices } from '$schema/jobs.ts';
import { sendChosen } from '$lib/files/send.server.ts';
import { newKey, sentKey } from '$lib/forms/idempotency.ts';
import { text } from '$lib/forms/values.ts';
import { submit } from '$lib/graph/submit.ts';
import { Apply } from '$lib/jobs/queries.server.ts';
import { listingSeen } from '$lib/sharing/listing.server.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const viewer = await locals.viewer();
  if (!viewer) redirect(303, `/connexion?suite=${encodeURIComponent(url.pathname)}`);
  const { id, name, network, workshop } = await listingSeen(locals.graph, locals.locale, params.id);
  return { job: { id, name, network, workshop }, key: newKey() };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const keep = Number(text(form, 'keep'));
    const input = {
      listingId: event.params.id,
      message: text(form, 'message'),
      phone: text(form, 'phone'),
      keepMonths: keepChoices.find((months) => months === keep) ?? keepChoices[0],
      idempotencyKey: sentKey(form),
    };
    const done = await submit(event, Apply, { input }, form);
    if (done.failure) return done.failure;
    const { id } = done.data.apply;
    const refusal = await sendChosen(event, 'cv', id, form);
    redirect(303, `/candidatures/${id}?fait=${refusal ? 'sans-cv' : 'envoyee'}`);
  },
};
