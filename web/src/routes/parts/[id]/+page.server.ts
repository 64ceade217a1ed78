import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { claimSeen } from '$lib/sharing/listing.server.ts';
import { moveClaim } from '$lib/sharing/moves.server.ts';
import { ClaimPage } from '$lib/sharing/queries.server.ts';
import { nameAttendees } from '$lib/training/attendees.server.ts';

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
  depends('parts');
  const { claim } = await locals.graph.query(ClaimPage, { id: params.id });
  return { claim: claimSeen(claim), done: url.searchParams.get('fait') };
};

export const actions = {
  attendees: async (event: RequestEvent & { params: { id: string } }) => {
    const done = await nameAttendees(event, event.params.id, await event.request.formData());
    if (done.failure) return done.failure;
    redirect(303, `/parts/${event.params.id}?fait=noms#inscrits`);
  },
  move: async (event: RequestEvent & { params: { id: string } }) => {
    const done = await moveClaim(event, event.params.id, await event.request.formData());
    if (done.failure) return done.failure;
    redirect(303, `/parts/${event.params.id}?fait=oui`);
  },
} satisfies Actions;
