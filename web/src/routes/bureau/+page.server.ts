import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { type LoanMove, loanMoveNames } from '$schema/loans.ts';
import { declineReasons } from '$schema/production.ts';
import { isDate } from '$lib/calendar/zone.server.ts';
import { now } from '$lib/clock.ts';
import {
  AcceptAtDesk,
  DeclineAtDesk,
  DeskClaims,
  DeskDay,
  DeskPart,
  ExtendAtDesk,
  MoveAtDesk,
  OffersAtDesk,
  UndoOffer,
} from '$lib/desk/desk.server.ts';
import { isDeskClaimSection, isDeskSection } from '$lib/desk/sections.ts';
import { text } from '$lib/forms/values.ts';
import type { DeskSharedFragment } from '$lib/graph/generated/graphql.ts';
import type { Locale } from '$lib/i18n/locale.ts';
import { submit, type Submitted } from '$lib/graph/submit.ts';
import { halfIn } from '$lib/jobs/half.server.ts';
import { MoveSwap } from '$lib/jobs/queries.server.ts';
import { moveClaim } from '$lib/sharing/moves.server.ts';
import { counted } from '$lib/sharing/rows.server.ts';

export const load: PageServerLoad = async ({ locals, url, depends }) => {
  depends('loans');
  depends('exchange');
  depends('parts');
  const viewer = await locals.viewer();
  if (!viewer) redirect(303, `/connexion?suite=${encodeURIComponent(url.pathname + url.search)}`);
  const present = now().toISOString();
  const done = url.searchParams.get('fait');
  const workshops = viewer.organisations.filter(({ scope }) => scope === 'workshop');
  const base = {
    workshops,
    done,
    now: present,
    part: undefined,
    claims: undefined,
    offers: undefined,
    desk: undefined,
  };
  const workshop = viewer.acting?.scope === 'workshop' ? viewer.acting : undefined;
  if (!workshop) return { ...base, workshop };
  const wished = url.searchParams.get('jour');
  const at = { workshopId: workshop.id, day: isDate(wished) ? wished : undefined };
  const name = url.searchParams.get('partie');
  if (isDeskSection(name)) {
    const after = url.searchParams.get('apres') ?? undefined;
    const { desk } = await locals.graph.query(DeskPart, { ...at, name, after });
    return { ...base, workshop, part: { name, after, ...desk } };
  }
  if (isDeskClaimSection(name)) {
    const after = url.searchParams.get('apres') ?? undefined;
    const { desk } = await locals.graph.query(DeskClaims, { ...at, name, after });
    const [page] = desk.claims;
    const { hasNextPage = false, endCursor } = page?.pageInfo ?? {};
    const nodes = (page?.nodes ?? []).map(ofClaim);
    return { ...base, workshop, claims: { name, after, nodes, ...desk, next: hasNextPage ? endCursor : undefined } };
  }
  const [{ desk, workshop: site }, offers] = await Promise.all([
    locals.graph.query(DeskDay, { ...at, slug: workshop.id }),
    locals.graph.ask(OffersAtDesk, { workshopId: workshop.id }),
  ]);
  const shown = { ...desk, ...sharedOf(desk, locals.locale), slug: site.slug };
  return { ...base, workshop, desk: shown, offers: offers.data ?? undefined };
};

/** A part is of a kind that is counted. */
const ofClaim = <C extends { listing: { kind: string } }>(claim: C) => ({ ...claim, listing: counted(claim.listing) });

const sharedOf = ({ claims, sessions, swaps }: DeskSharedFragment, locale: Locale) => ({
  swaps: swaps.map((swap) => ({ ...swap, takes: halfIn(locale, swap.take), gives: halfIn(locale, swap.give) })),
  claims: claims.map((page) => ({ ...page, nodes: page.nodes.map(ofClaim) })),
  sessions: sessions.map(({ session, seated }) => ({ session: counted(session), seated: seated.map(ofClaim) })),
});

/** Done: the same day again, by its own address, so that a reload repeats nothing. */
function shown<T>(done: Submitted<T>, { url }: RequestEvent, what = 'oui') {
  if (done.failure) return done.failure;
  const kept = new URLSearchParams([...url.searchParams].filter(([name]) => ['jour', 'partie'].includes(name)));
  kept.set('fait', what);
  redirect(303, `/bureau?${kept}`);
}

/** The checklist as ticked: what is not ticked is missing. */
function seen(form: FormData) {
  const texts = (name: string) => form.getAll(name).filter((item) => typeof item === 'string');
  const present = texts('present');
  return { present, missing: texts('item').filter((item) => !present.includes(item)) };
}

/** The reason chosen, with what was typed beside it. */
const reasonOf = (form: FormData) => [text(form, 'raison'), text(form, 'note')].filter(Boolean).join(' ') || undefined;

function documentOf(move: LoanMove, form: FormData) {
  const who = text(form, 'who');
  if (move === 'hand_over') return { handOver: { ...seen(form), receivedBy: who, condition: '' } };
  if (move === 'take_back')
    return { takeBack: { ...seen(form), broughtBy: who, condition: '', damage: text(form, 'damage') || undefined } };
  return { note: reasonOf(form) };
}

export const actions: Actions = {
  geste: async (event) => {
    const form = await event.request.formData();
    const move = loanMoveNames.find((name) => name === text(form, 'move')) ?? 'accept';
    const done = await submit(event, MoveAtDesk, { id: text(form, 'id'), move, ...documentOf(move, form) }, form);
    return shown(done, event, move.startsWith('undo_') ? 'annule' : 'oui');
  },
  prolonger: async (event) => {
    const form = await event.request.formData();
    const agrees = form.get('agrees') === 'oui';
    return shown(await submit(event, ExtendAtDesk, { id: text(form, 'id'), agrees }, form), event);
  },
  offre: async (event) => {
    const form = await event.request.formData();
    const id = text(form, 'id');
    if (form.get('agrees') === 'oui') return shown(await submit(event, AcceptAtDesk, { id }, form), event);
    const reason = declineReasons.find((one) => one === text(form, 'reason')) ?? 'no_capacity';
    return shown(await submit(event, DeclineAtDesk, { id, input: { reason, note: text(form, 'note') } }, form), event);
  },
  part: async (event) => {
    const form = await event.request.formData();
    return shown(await moveClaim(event, text(form, 'claim'), form), event);
  },
  echange: async (event) => {
    const form = await event.request.formData();
    const move = form.get('agrees') === 'oui' ? ('agree' as const) : ('refuse' as const);
    return shown(await submit(event, MoveSwap, { id: text(form, 'id'), move }, form), event);
  },
  reprendre: async (event) => {
    const form = await event.request.formData();
    return shown(await submit(event, UndoOffer, { id: text(form, 'id') }, form), event, 'annule');
  },
};
