import { type CountedKind, type Fact, type FactName, kinds, type Measure } from '$schema/kinds.ts';
import type { ClaimStatus, ListingStatus } from '$schema/sharing.ts';
import type { ListingPageQuery } from '../graph/generated/graphql.ts';
import type { Format, Messages } from '../i18n/index.ts';

/** Names of materials, occupations and machines by their ids, as the server worded them. */
export type Names = Record<string, string>;

/** Something offered, as its own pages show it. */
export type ListingSeen = Omit<ListingPageQuery['listing'], 'kind'> & { kind: CountedKind; names: Names };

/** 3 feuilles; 2,5 m² */
export const quantityOf = (t: Messages, format: Format, count: number, measure: Measure): string =>
  t.sharing.measure(format.number(count, 3), t.sharing.units[measure](count));

interface Priced {
  kind: CountedKind;
  measure: Measure;
  prices: readonly { for: string; cents: number }[];
  facts: readonly { name: FactName; number?: number | null }[];
}

/** The price in a few words: what is shared, what it begins at, or how far it goes where somebody pays nothing. */
export function priceOf(t: Messages, format: Format, { measure, prices, facts }: Priced): string {
  const cost = facts.find(({ name }) => name === 'cost')?.number;
  if (cost) return t.sharing.toShare(format.money(cost));
  if (!prices.some(({ cents }) => cents > 0)) return t.sharing.free;
  const all = prices.map(({ cents }) => cents);
  // Whoever no row is for pays nothing.
  const paid = prices.some((price) => price.for === 'everyone') ? all : [...all, 0];
  const [low, high] = [Math.min(...paid), Math.max(...paid)];
  const say = (cents: number) => t.sharing.per[measure](format.money(cents));
  if (low === 0) return t.sharing.upToPrice(say(high));
  return low === high ? say(low) : t.sharing.fromPrice(say(low));
}

interface Said {
  name: FactName;
  number?: number | null;
  text?: string | null;
}

const day = (date: string) => `${date}T12:00:00Z`;

/** A fact in words; of a link, the address itself. */
export function factText(t: Messages, format: Format, kind: CountedKind, said: Said, names: Names): string {
  const fact = (kinds[kind].facts as Readonly<Record<string, Fact>>)[said.name];
  const [text, number] = [said.text ?? '', said.number ?? 0];
  switch (fact?.type) {
    case 'material':
    case 'rome':
    case 'skill':
      return names[text] ?? text;
    case 'equipment':
      return format.list(text.split(',').map((id) => names[id] ?? id));
    case 'date':
      return format.longDate(day(text));
    case 'cents':
      return format.money(number);
    case 'number':
      return fact.unit === 'level' ? format.number(number) : format.measure(number, fact.unit);
    case 'choice':
      return (t.sharing.choices[kind] as Record<string, Record<string, string>>)[said.name]?.[text] ?? text;
    default:
      return text;
  }
}

const listingStates = {
  draft: 'idle',
  open: 'info',
  confirmed: 'ok',
  closed: 'idle',
  cancelled: 'bad',
  lapsed: 'idle',
} as const satisfies Record<ListingStatus, string>;

export const listingPill = (t: Messages, { kind, status }: { kind: CountedKind; status: ListingStatus }) => ({
  state: listingStates[status],
  label: t.sharing.kinds[kind].statuses[status],
});

const claimStates = {
  asked: 'wait',
  waiting: 'wait',
  agreed: 'ok',
  ordered: 'ok',
  received: 'ok',
  attended: 'ok',
  certified: 'ok',
  absent: 'bad',
  declined: 'bad',
  lapsed: 'idle',
  cancelled: 'idle',
  called_off: 'bad',
} as const satisfies Record<ClaimStatus, string>;

export const claimPill = (t: Messages, kind: CountedKind, status: ClaimStatus) => ({
  state: claimStates[status],
  label: t.sharing.claimStatuses[kind][status],
});
