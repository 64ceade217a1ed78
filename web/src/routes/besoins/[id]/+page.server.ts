import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { needMoveNames } from '$schema/needs.ts';
import { materialName } from '$lib/catalogue/names.server.ts';
import { newKey, sentKey } from '$lib/forms/idempotency.ts';
import { text } from '$lib/forms/values.ts';
import { submit } from '$lib/graph/submit.ts';
import { AnswerNeed, LotsFor, MoveNeed, NeedPage, OwnLots } from '$lib/material/queries.server.ts';
import { needSeen } from '$lib/material/rows.server.ts';
import { counted, linesOf } from '$lib/sharing/rows.server.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { graph, locale } = locals;
  const { need } = await graph.query(NeedPage, { id: params.id });
  const viewer = await locals.viewer();
  const after = url.searchParams.get('apres');
  const lots = need.ours ? (await graph.ask(LotsFor, { id: need.id, after })).data?.lotsFor : undefined;
  const workshop = viewer?.acting?.scope === 'workshop' && !need.ours ? viewer.acting : undefined;
  const own = workshop ? (await graph.ask(OwnLots, { workshopId: workshop.id })).data?.listings.nodes : undefined;
  return {
    need: needSeen(locale, need),
    answers: need.answers.map((answer) => ({ ...answer, listing: answer.listing ? counted(answer.listing) : null })),
    lots: (lots?.nodes ?? []).map(({ listing, ...match }) => ({
      ...match,
      line: linesOf(locale, [listing])[0]!,
      material: materialName(locale, listing.facts.find(({ name }) => name === 'material')?.text ?? ''),
    })),
    next: lots?.pageInfo.hasNextPage ? lots.pageInfo.endCursor : undefined,
    answering: workshop && { name: workshop.name, lots: (own ?? []).filter(({ status }) => status === 'open') },
    lot: url.searchParams.get('lot') ?? '',
    done: url.searchParams.get('fait'),
    key: newKey(),
  };
};

export const actions: Actions = {
  move: async (event) => {
    const form = await event.request.formData();
    const move = needMoveNames.find((one) => one === text(form, 'move')) ?? 'close';
    const done = await submit(event, MoveNeed, { id: event.params.id, move }, form);
    if (done.failure) return done.failure;
    redirect(303, `/besoins/${event.params.id}?fait=oui`);
  },
  answer: async (event) => {
    const form = await event.request.formData();
    const input = {
      needId: event.params.id,
      listingId: text(form, 'listingId') || null,
      note: text(form, 'note'),
      idempotencyKey: sentKey(form),
    };
    const done = await submit(event, AnswerNeed, { input }, form);
    if (done.failure) return done.failure;
    redirect(303, `/besoins/${event.params.id}?fait=repondu`);
  },
};
