import type { Role, Scope } from '../../../schema/vocabulary.ts';
import { type Mandate, MandateRecord, type Person, PersonRecord } from './person.entity.ts';
import { type Party, partyKey } from './viewer.ts';

/** Reads who is who: persons and the roles that they hold. */
export class PeopleService {
  person(id: string): Promise<Person | null> {
    return PersonRecord.findById(id).lean();
  }

  persons(ids: readonly string[]): Promise<Person[]> {
    return PersonRecord.find({ _id: { $in: [...ids] } }).lean();
  }

  byEmail(email: string): Promise<Person | null> {
    return PersonRecord.findOne({ email: email.trim().toLowerCase() }).lean();
  }

  mandatesOf(personId: string): Promise<Mandate[]> {
    return MandateRecord.find({ personId }).sort({ since: 1, _id: 1 }).lean().exec();
  }

  mandatesIn({ scope, id }: Party): Promise<Mandate[]> {
    return scope === 'person'
      ? Promise.resolve([])
      : MandateRecord.find({ scope, scopeId: id }).sort({ since: 1, _id: 1 }).lean().exec();
  }

  /** The same for several organisations, in their order, by one query. */
  async mandatesInEach(parties: readonly Party[]): Promise<Mandate[][]> {
    const all = await this.#mandatesOfAll(parties);
    return parties.map(({ scope, id }) => all.filter((held) => held.scope === scope && held.scopeId === id));
  }

  /** Writes every mandate of an organisation first, so that two who change its people at once collide. */
  async claim({ id }: Party): Promise<void> {
    await MandateRecord.updateMany({ scopeId: id }, { $inc: { revision: 1 } });
  }

  /** Everyone who hears what is told to these parties, once each. */
  async heardBy(parties: readonly Party[]): Promise<Person[]> {
    return (await this.heardByEach([parties]))[0]!;
  }

  /** The same for several sets of parties, in two reads for all. */
  async heardByEach(sets: readonly (readonly Party[])[]): Promise<Person[][]> {
    const mandates = await this.#mandatesOfAll(sets.flat());
    const holders = new Map<string, string[]>();
    for (const { scope, scopeId: id, personId } of mandates) {
      const key = partyKey({ scope, id });
      holders.set(key, [...(holders.get(key) ?? []), personId]);
    }
    const idsOf = (parties: readonly Party[]) => [
      ...new Set(
        parties.flatMap((party) => (party.scope === 'person' ? [party.id] : (holders.get(partyKey(party)) ?? []))),
      ),
    ];
    const ids = sets.map(idsOf);
    const known = new Map((await this.persons([...new Set(ids.flat())])).map((person) => [person._id, person]));
    return ids.map((some) => some.flatMap((id) => known.get(id) ?? []));
  }

  /** Gives a role; a second time changes nothing. */
  async grant(mandate: { _id: string; personId: string; party: Party; role: Role; since: Date }): Promise<void> {
    const { _id, personId, party, role, since } = mandate;
    await MandateRecord.updateOne(
      { personId, scopeId: party.id, role },
      { $setOnInsert: { _id, scope: party.scope, since } },
      { upsert: true },
    );
  }

  /** One query for all: this runs in transactions, where calls follow each other. */
  #mandatesOfAll(parties: readonly Party[]): Promise<Mandate[]> {
    const organisations = parties.filter(({ scope }) => scope !== 'person');
    return MandateRecord.find({
      scope: { $in: organisations.map(({ scope }) => scope as Scope) },
      scopeId: { $in: organisations.map(({ id }) => id) },
    })
      .sort({ since: 1, _id: 1 })
      .lean();
  }
}
