import { type CountedKind, type Fact, factsOf } from '$schema/kinds.ts';
import { skillChoices } from '../trainers/skills.server.ts';
import { romeTitles } from '$schema/rome.ts';
import { type Choice, materialChoices } from '../catalogue/names.server.ts';
import type { Graph } from '../graph/graph.server.ts';
import type { ClaimRowFragment } from '../graph/generated/graphql.ts';
import type { Locale } from '../i18n/index.ts';
import { ClaimsOfListing, ListingPage, MachinesOf } from './queries.server.ts';
import { counted, namesOf } from './rows.server.ts';
import type { ListingSeen } from './say.ts';

/** The machines of a workshop, as a choice. */
async function machinesOf(graph: Graph, workshopId: string): Promise<Choice[]> {
  const { data } = await graph.ask(MachinesOf, { workshopId });
  return (data?.equipmentOf.nodes ?? []).map(({ id, name }) => ({ value: id, label: name }));
}

const has = (kind: CountedKind, wanted: Fact['type']) => factsOf(kind).some(([, { type }]) => type === wanted);

/** What the facts of this kind are chosen from, by their type. */
export async function listsFor({ graph, locale }: App.Locals, kind: CountedKind, workshopId: string) {
  const titles = Object.entries(romeTitles).map(([value, title]) => ({ value, label: title[locale] }));
  const lists: Lists = {
    ...(has(kind, 'material') && { material: materialChoices(locale) }),
    ...(has(kind, 'rome') && { rome: titles.sort((a, b) => a.label.localeCompare(b.label, locale)) }),
    ...(has(kind, 'skill') && { skill: skillChoices(locale) }),
    ...(has(kind, 'equipment') && { equipment: await machinesOf(graph, workshopId) }),
  };
  return lists;
}
export type Lists = Partial<Record<Fact['type'], readonly Choice[]>>;

export async function listingSeen(graph: Graph, locale: Locale, id: string): Promise<ListingSeen> {
  const listing = counted((await graph.query(ListingPage, { id })).listing);
  const types = new Map(factsOf(listing.kind));
  const said = listing.facts.some(({ name }) => types.get(name)?.type === 'equipment');
  const machines = said ? await machinesOf(graph, listing.workshop.id) : [];
  const named = Object.fromEntries(machines.map(({ value, label }) => [value, label]));
  return { ...listing, names: { ...named, ...namesOf(locale, [listing]) } };
}

/** A part asked for, as lists and pages show it. */
export const claimSeen = <C extends Pick<ClaimRowFragment, 'listing'>>(claim: C) => ({
  ...claim,
  listing: counted(claim.listing),
});
export type ClaimLine = Omit<ClaimRowFragment, 'listing'> & {
  listing: Omit<ClaimRowFragment['listing'], 'kind'> & { kind: CountedKind };
};

/** Who asked for a part: everyone for its workshop, their own for others. */
export async function claimsOf(graph: Graph, listingId: string): Promise<{ total: number; claims: ClaimLine[] }> {
  const { data } = await graph.ask(ClaimsOfListing, { listingId });
  return { total: data?.claimsOf.totalCount ?? 0, claims: (data?.claimsOf.nodes ?? []).map(claimSeen) };
}
