import { type RequestEvent, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { publics } from '$schema/sharing.ts';
import { now } from '$lib/clock.ts';
import { newKey, sentKey } from '$lib/forms/idempotency.ts';
import { text, typedFigure } from '$lib/forms/values.ts';
import { graphql } from '$lib/graph/generated/index.ts';
import { submit } from '$lib/graph/submit.ts';
import { jobPanel } from '$lib/jobs/panel.server.ts';
import { shareIn } from '$lib/jobs/share-form.server.ts';
import { folderOf } from '$lib/sharing/kinds.ts';
import { claimsOf, listingSeen } from '$lib/sharing/listing.server.ts';
import { moveClaim, moveListing } from '$lib/sharing/moves.server.ts';
import { attendancePanel, markSeats } from '$lib/training/attendance.server.ts';
import { trainingPanel } from '$lib/training/panel.server.ts';

const RequestClaim = graphql(`
  mutation RequestClaim($input: RequestClaim!) {
    requestClaim(input: $input) {
      id
    }
  }
`);

export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
  depends('parts');
  const listing = await listingSeen(locals.graph, locals.locale, params.id);
  if (folderOf(listing.kind) !== `/${params.kind}`) redirect(308, `${folderOf(listing.kind)}/${listing.id}`);
  const viewer = await locals.viewer();
  const acting = viewer?.acting;
  const isOwner = acting !== undefined && acting.id === (listing.network ?? listing.workshop).id;
  const isOurs = isOwner || listing.can.length > 0;
  return {
    listing,
    asker: viewer && {
      name: acting?.name ?? viewer.name,
      isPerson: !acting,
      isWorkshop: acting?.scope === 'workshop',
      isOwner,
    },
    isOurs,
    ...(viewer ? await claimsOf(locals.graph, listing.id) : { total: 0, claims: [] }),
    training: await trainingPanel(locals.graph, listing, url.searchParams.get('places'), viewer !== undefined),
    attendance: await attendancePanel(locals.graph, listing, isOurs, now().toISOString()),
    job: await jobPanel(locals.graph, listing, url.origin + url.pathname),
    done: url.searchParams.get('fait'),
    key: newKey(),
  };
};

type Event = RequestEvent & { params: { kind: string; id: string } };

export const actions = {
  claim: async (event: Event) => {
    const form = await event.request.formData();
    const input = {
      listingId: event.params.id,
      ...shareIn(form, typedFigure(text(form, 'quantity'))),
      as: publics.find((one) => one === text(form, 'as')),
      wait: form.get('wait') !== null,
      note: text(form, 'note'),
      idempotencyKey: sentKey(form),
    };
    const done = await submit(event, RequestClaim, { input }, form);
    if (done.failure) return done.failure;
    redirect(303, `/parts/${done.data.requestClaim.id}?fait=demande`);
  },
  move: async (event: Event) => {
    const done = await moveListing(event, event.params.id, await event.request.formData());
    if (done.failure) return done.failure;
    redirect(303, `${event.url.pathname}?fait=oui`);
  },
  part: async (event: Event) => {
    const form = await event.request.formData();
    const done = await moveClaim(event, text(form, 'claim'), form);
    if (done.failure) return done.failure;
    redirect(303, `${event.url.pathname}?fait=oui#demandes`);
  },
  presence: async (event: Event) => {
    const done = await markSeats(event, event.params.id, await event.request.formData());
    if (done.failure) return done.failure;
    redirect(303, `${event.url.pathname}?fait=oui#presence`);
  },
} satisfies Actions;
