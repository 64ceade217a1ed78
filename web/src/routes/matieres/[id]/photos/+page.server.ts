import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { removeFile, sendForm } from '$lib/files/send.server.ts';
import { valuesOf } from '$lib/forms/values.ts';
import { LotPhotos } from '$lib/material/queries.server.ts';
import { counted } from '$lib/sharing/rows.server.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { listing } = await locals.graph.query(LotPhotos, { id: params.id });
  if (listing.can.length === 0) error(403, { message: 'platform.forbidden' });
  return { listing: counted(listing), done: url.searchParams.get('fait') };
};

export const actions: Actions = {
  photo: async (event) => {
    const form = await event.request.formData();
    const refusal = await sendForm(event, 'listing_photo', event.params.id, form);
    if (refusal) return fail(422, { values: valuesOf(form), refusal, fields: {} });
    redirect(303, `${event.url.pathname}?fait=garde`);
  },
  remove: async (event) => {
    const form = await event.request.formData();
    const refusal = await removeFile(event, form);
    if (refusal) return fail(422, { values: valuesOf(form), refusal, fields: {} });
    redirect(303, `${event.url.pathname}?fait=retire`);
  },
};
