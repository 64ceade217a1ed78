import type { CountedKind, FactName, kinds, Measure } from '$schema/kinds.ts';
import type { ClaimEvent, ClaimMove, ClaimStatus, ListingMove, ListingStatus, Public } from '$schema/sharing.ts';

type Table = typeof kinds;
type ChoiceName<K extends CountedKind> = {
  [F in keyof Table[K]['facts']]: Table[K]['facts'][F] extends { type: 'choice' } ? F : never;
}[keyof Table[K]['facts']];
type ChoiceOf<Fact> = Fact extends { of: readonly (infer Value extends string)[] } ? Value : never;

/** What one kind is called, and what its pages say: every kind of the table has these in each language. */
interface KindWords {
  one: string;
  many: string;
  lead: string;
  /** The list of results, counted. */
  found: (count: number) => string;
  none: string;
  noneText: string;
  /** The button of those who offer, and what the form for it says. */
  offer: string;
  offerLead: string;
  change: string;
  /** The button of those who ask, and what to do when there is no room. */
  ask: string;
  wait: string;
  name: string;
  nameHint: string;
  /** What is left; without a ceiling, what is promised. */
  left: (quantity: string) => string;
  gone: string;
  from: string;
  until: string;
  statuses: Record<ListingStatus, string>;
  moves: Record<ListingMove, string>;
  /** What happens after the date of decision, by whether enough is asked for. */
  afterDecision: string;
}

/** The words of what is counted that lists and strips read. */
export interface SharingWords {
  kinds: Record<CountedKind, KindWords>;
  /** The unit alone, for so many. */
  units: Record<Measure, (count: number) => string>;
  /** A price for one of it. */
  per: Record<Measure, (money: string) => string>;
  choices: { [K in CountedKind]: { [F in ChoiceName<K>]: Record<ChoiceOf<Table[K]['facts'][F]>, string> } };
  claimStatuses: Record<CountedKind, Record<ClaimStatus, string>>;
}

/** The words of the pages on which something counted is read, asked for and offered. */
export interface OfferingWords {
  facts: Record<FactName, string>;
  publics: Record<Public, string>;
  claimMoves: Record<CountedKind, Record<ClaimMove, string>>;
  claimEvents: Record<ClaimEvent, string>;
}
