import type { QueryFilter, Model } from 'mongoose';
import { FirmRecord } from '../firm/firm.entity.ts';
import { PersonRecord } from '../identity/person.entity.ts';
import { type Party, partyKey } from '../identity/viewer.ts';
import { NetworkRecord } from '../network/network.entity.ts';
import { WorkshopRecord } from '../workshop/workshop.entity.ts';

const handSize = 200;

/** What a filter finds, in hands, by a cursor: never all in memory. */
export async function* inHands<Row>(
  record: Model<Row>,
  filter: QueryFilter<Row>,
  sort: Record<string, 1 | -1> = {},
): AsyncGenerator<Row[]> {
  let hand: Row[] = [];
  for await (const row of record.find(filter).sort(sort).lean().cursor({ batchSize: handSize })) {
    if (hand.push(row) < handSize) continue;
    yield hand;
    hand = [];
  }
  if (hand.length > 0) yield hand;
}

/** Names by id, of whatever has a name. */
async function named(find: Promise<{ _id: string; name: string }[]>): Promise<Map<string, string>> {
  return new Map((await find).map(({ _id, name }) => [_id, name]));
}

const only = (ids: Iterable<string | null | undefined>) => ({
  _id: { $in: [...new Set(ids)].filter((id) => id !== null && id !== undefined) },
});
export const workshopNames = (ids: Iterable<string | null | undefined>) =>
  named(WorkshopRecord.find(only(ids), { name: 1 }).lean());
export const personNames = (ids: Iterable<string | null | undefined>) =>
  named(PersonRecord.find(only(ids), { name: 1 }).lean());

/** Names of organisations and persons, by the key of the party. */
export async function partyNames(parties: readonly Party[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  const of = (scope: Party['scope']) => parties.filter((party) => party.scope === scope).map(({ id }) => id);
  const add = (scope: Party['scope'], found: Map<string, string>) => {
    for (const [id, name] of found) names.set(partyKey({ scope, id }), name);
  };
  add('workshop', await workshopNames(of('workshop')));
  add('person', await personNames(of('person')));
  add('firm', await named(FirmRecord.find(only(of('firm')), { name: 1 }).lean()));
  add('network', await named(NetworkRecord.find(only(of('network')), { name: 1 }).lean()));
  return names;
}

/** The time zones of workshops: a date is read where it happens. */
export async function timeZones(ids: Iterable<string>): Promise<Map<string, string>> {
  const rows = await WorkshopRecord.find(only(ids), { timeZone: 1 }).lean();
  return new Map(rows.map(({ _id, timeZone }) => [_id, timeZone]));
}

export const homeZone = 'Europe/Paris';
