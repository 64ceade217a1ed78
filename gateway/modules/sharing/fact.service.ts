import type { FactName, KindName } from '../../../schema/kinds.ts';
import { kinds } from '../../../schema/kinds.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Facts, FactValue } from './listing.entity.ts';
import { checkedFacts, factValues } from './listing.rules.ts';

/** What is said of a thing by the table of its kind, for kinds that a calendar answers for as for those that are counted. */
export class FactService {
  /** Refuses, naming the fact, one that has no such value, and one without which the kind cannot be offered. */
  whole(kind: KindName, said: readonly FactValue[]): Facts {
    const facts = checkedFacts(kind, said);
    const lacking = (kinds[kind].needs as readonly FactName[]).find((name) => facts[name] === undefined);
    if (lacking) throw new Refusal('sharing.incomplete', { field: lacking });
    return facts;
  }

  values(kind: KindName, facts: Facts): FactValue[] {
    return factValues({ kind, facts });
  }
}
