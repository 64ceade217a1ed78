import { error, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { swapMoveNames, weekHalves } from '$schema/jobs.ts';
import { newKey, sentKey } from '$lib/forms/idempotency.ts';
import { text } from '$lib/forms/values.ts';
import { submit } from '$lib/graph/submit.ts';
import { now } from '$lib/clock.ts';
import { jobPanel } from '$lib/jobs/panel.server.ts';
import { AskSwap, MoveSwap } from '$lib/jobs/queries.server.ts';
import { mondayOf } from '$lib/jobs/say.ts';
import { listingSeen } from '$lib/sharing/listing.server.ts';

const MOST_WEEKS = 52;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const viewer = await locals.viewer();
  if (!viewer) redirect(303, `/connexion?suite=${encodeURIComponent(url.pathname)}`);
  const listing = await listingSeen(locals.graph, locals.locale, params.id);
  const asked = Math.trunc(Number(url.searchParams.get('semaine')));
  const later = Number.isFinite(asked) ? Math.max(0, Math.min(MOST_WEEKS, asked)) : 0;
  const monday = mondayOf(now().toISOString(), later);
  const job = (await jobPanel(locals.graph, listing, url.href, monday)) ?? error(404);
  const own = job.shares.find(({ workshop }) => workshop.id === viewer.acting?.id);
  return { listing, job, later, monday, own, done: url.searchParams.get('fait'), key: newKey() };
};

const half = (said: string | undefined) => weekHalves.find((one) => one === said) ?? weekHalves[0];

export const actions: Actions = {
  ask: async (event) => {
    const form = await event.request.formData();
    const [otherId = '', take] = text(form, 'take').split(' ');
    const input = {
      listingId: event.params.id,
      otherId,
      give: half(text(form, 'give')),
      take: half(take),
      week: text(form, 'week') || null,
      note: text(form, 'note'),
      idempotencyKey: sentKey(form),
    };
    const done = await submit(event, AskSwap, { input }, form);
    if (done.failure) return done.failure;
    redirect(303, `${event.url.pathname}?fait=demande`);
  },
  settle: async (event) => {
    const form = await event.request.formData();
    const move = swapMoveNames.find((one) => one === text(form, 'move')) ?? 'take_back';
    const done = await submit(event, MoveSwap, { id: text(form, 'swap'), move }, form);
    if (done.failure) return done.failure;
    redirect(303, `${event.url.pathname}?fait=oui`);
  },
};
