import { error, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { newKey, sentKey } from '$lib/forms/idempotency.ts';
import { text } from '$lib/forms/values.ts';
import { submit } from '$lib/graph/submit.ts';
import { NoteDelivery, Receipts } from '$lib/material/queries.server.ts';
import { figure } from '$lib/material/rows.server.ts';
import { counted } from '$lib/sharing/rows.server.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { listing } = await locals.graph.query(Receipts, { id: params.id });
  if (listing.can.length === 0) error(403, { message: 'platform.forbidden' });
  return { listing: counted(listing), done: url.searchParams.get('fait') !== null, key: newKey() };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const input = {
      listingId: event.params.id,
      quantity: figure(text(form, 'quantity')) ?? 0,
      note: text(form, 'note'),
      idempotencyKey: sentKey(form),
    };
    const done = await submit(event, NoteDelivery, { input }, form);
    if (done.failure) return done.failure;
    redirect(303, `${event.url.pathname}?fait=oui`);
  },
};
