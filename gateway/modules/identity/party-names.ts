import { FirmRecord } from '../firm/firm.entity.ts';
import { NetworkRecord } from '../network/network.entity.ts';
import { WorkshopRecord } from '../workshop/workshop.entity.ts';
import { type PartyCard, PersonRecord } from './person.entity.ts';
import { type Party, partyKey } from './viewer.ts';

type Names = { _id: string; name: string }[];

const finders: { [S in Party['scope']]: (ids: string[]) => Promise<Names> } = {
  workshop: (ids) => WorkshopRecord.find({ _id: { $in: ids } }, { name: 1 }).lean(),
  firm: (ids) => FirmRecord.find({ _id: { $in: ids } }, { name: 1 }).lean(),
  network: (ids) => NetworkRecord.find({ _id: { $in: ids } }, { name: 1 }).lean(),
  person: (ids) => PersonRecord.find({ _id: { $in: ids } }, { name: 1 }).lean(),
};

/** Names of organisations and persons alike, one query for each sort. */
export class PartyNames {
  async of(parties: readonly Party[]): Promise<PartyCard[]> {
    const names = new Map<string, string>();
    for (const scope of Object.keys(finders) as Party['scope'][]) {
      const ids = [...new Set(parties.filter((party) => party.scope === scope).map(({ id }) => id))];
      if (ids.length === 0) continue;
      for (const { _id, name } of await finders[scope](ids)) names.set(partyKey({ scope, id: _id }), name);
    }
    return parties.map((party) => ({ ...party, name: names.get(partyKey(party)) ?? '' }));
  }
}
