import {
  type Fact,
  type FactName,
  factsOf,
  kinds,
  type KindName,
  sharings,
  wholeMeasures,
} from '../../../schema/kinds.ts';
import {
  claimable,
  type ListingMove,
  listingMoveNames,
  listingMoves,
  type Public,
  type SharingActor,
  sharingLimits,
  thousandths,
} from '../../../schema/sharing.ts';
import { jobLimits } from '../../../schema/jobs.ts';
import { isRomeTitle } from '../../../schema/rome.ts';
import { resolveSkill, taughtIn } from '../../../schema/skills.ts';
import { isMaterial } from '../../../schema/taxonomy.ts';
import { limits } from '../../../schema/vocabulary.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Facts, FactValue, Listing, Price } from './listing.entity.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const IDS = /^[\w-]{1,64}(,[\w-]{1,64}){0,99}$/;
const invalid = (field: string) => new Refusal('platform.invalid', { field });

/** A quantity as people say it, in whole thousandths. Refuses what is finer, and the half of what has none. */
export function inThousandths(quantity: number, measure: Listing['measure'], field: string): number {
  const stored = Math.round(quantity * thousandths);
  if (Math.abs(stored - quantity * thousandths) > 1e-6) throw invalid(field);
  if (wholeMeasures.has(measure) && stored % thousandths !== 0) throw invalid(field);
  return stored;
}

const isLink = (text: string) => URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);

/** Whether a fact may have this value. */
const fits: { [T in Fact['type']]: (value: string | number, fact: Extract<Fact, { type: T }>) => boolean } = {
  line: (value) => typeof value === 'string' && value.length <= limits.line,
  skill: (value) => typeof value === 'string' && value.length <= limits.line,
  text: (value) => typeof value === 'string' && value.length <= limits.text,
  link: (value) => typeof value === 'string' && value.length <= 2_000 && isLink(value),
  material: (value) => typeof value === 'string' && isMaterial(value),
  rome: (value) => typeof value === 'string' && isRomeTitle(value),
  date: (value) => typeof value === 'string' && DAY.test(value) && !Number.isNaN(Date.parse(value)),
  number: (value, { max }) => typeof value === 'number' && value > 0 && value <= max,
  cents: (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= sharingLimits.cents,
  equipment: (value, { most }) =>
    typeof value === 'string' && IDS.test(value) && new Set(value.split(',')).size <= most,
  choice: (value, { of }) => typeof value === 'string' && of.includes(value),
  choices: (value, { of }) => {
    const chosen = typeof value === 'string' ? value.split(',') : [];
    return chosen.length > 0 && chosen.every((one) => of.includes(one)) && new Set(chosen).size === chosen.length;
  },
  skills: (value, { most }) => typeof value === 'string' && (taughtIn(value)?.length ?? most + 1) <= most,
};

/** What is said of something of this kind, by the table of kinds. Refuses with `platform.invalid`, naming the fact. */
export function checkedFacts(kind: KindName, said: readonly FactValue[]): Facts {
  const facts: Facts = {};
  const values = new Map(said.map(({ name, number, text }) => [name, number ?? text?.trim()]));
  for (const [name, fact] of factsOf(kind)) {
    const value = values.get(name);
    values.delete(name);
    if (value === undefined || value === '') continue;
    const isFit = fits[fact.type] as (value: string | number, fact: Fact) => boolean;
    if (!isFit(value, fact)) throw invalid(name);
    facts[name] = fact.type === 'skill' ? (resolveSkill(String(value)) ?? value) : value;
  }
  const [unknown] = values.keys();
  if (unknown) throw invalid(unknown);
  return facts;
}

/** Facts as the API shows them, in the order of the table. */
export const factValues = ({ kind, facts }: { kind: KindName; facts: Facts }): FactValue[] =>
  factsOf(kind).flatMap(([name]) => {
    const value = facts[name];
    if (value === undefined) return [];
    return [typeof value === 'number' ? { name, number: value } : { name, text: value }];
  });

/** Refuses, naming what is missing, what cannot be offered yet. */
export function demandComplete(listing: Listing, now: Date): void {
  const { kind, status, facts, quantity, threshold, decideAt, from, until, prices, minimum } = listing;
  const { sharing, needs } = kinds[kind];
  const lacking = (needs as readonly FactName[]).find((name) => facts[name] === undefined);
  if (lacking) throw new Refusal('sharing.incomplete', { field: lacking });
  if (sharing !== 'pledges' && !quantity) throw new Refusal('sharing.incomplete', { field: 'quantity' });
  if (sharing === 'seats' && (!from || !until)) throw new Refusal('sharing.incomplete', { field: 'from' });
  if (sharings[sharing].promised && !threshold) throw new Refusal('sharing.incomplete', { field: 'threshold' });
  // A cost that few would bear alone: they must know how many there will be at least, and it stands instead of prices.
  if (facts.cost !== undefined && !threshold) throw new Refusal('sharing.incomplete', { field: 'threshold' });
  if (facts.cost !== undefined && prices.length > 0) throw invalid('prices');
  // Nobody pledges without knowing what the smallest pledge may cost.
  if (sharing === 'pledges' && !prices.some((price) => price.from <= minimum))
    throw new Refusal('sharing.incomplete', { field: 'prices' });
  if (sharings[sharing].threshold && threshold && !decideAt)
    throw new Refusal('sharing.incomplete', { field: 'decideAt' });
  const undecidedAt = status === 'confirmed' ? undefined : decideAt;
  for (const [field, at] of Object.entries({
    decideAt: undecidedAt,
    from: sharing === 'seats' ? from : undefined,
    until,
  }))
    if (at && at <= now) throw new Refusal('sharing.past', { field });
  if (from && until && until <= from) throw invalid('until');
  if (sharing === 'seats' && decideAt && decideAt > from!) throw invalid('decideAt');
  if (threshold && quantity !== null && threshold > quantity) throw invalid('threshold');
}

/** The price of a quantity for a public: its own rows before those of everyone, the break reached; free without a row. */
export function unitCents(prices: readonly Price[], wanted: Public, quantity: number): number {
  const reached = prices.filter(({ from }) => from <= quantity);
  const own = reached.filter((price) => price.for === wanted);
  const rows = own.length > 0 ? own : reached.filter((price) => price.for === 'everyone');
  return (
    rows.reduce<Price | undefined>((best, row) => (best && best.from >= row.from ? best : row), undefined)?.cents ?? 0
  );
}

/**
 * Refuses price breaks of a purchase that do not fall: one price list for all, each break farther and cheaper than the one
 * before. `sharing.priceBreaks` names the row, from 1 in the order of quantities.
 */
export function demandBreaks(kind: KindName, prices: readonly Price[]): void {
  if (kinds[kind].sharing !== 'pledges') return;
  const rows = [...prices].sort((a, b) => a.from - b.from);
  const row = rows.findIndex((price, n) => {
    const before = rows[n - 1];
    return price.for !== 'everyone' || (before && (price.from <= before.from || price.cents >= before.cents));
  });
  if (row >= 0)
    throw new Refusal('sharing.priceBreaks', { row: row + 1, from: rows[row]!.from, cents: rows[row]!.cents });
}

/** Cents for a quantity in thousandths, the nearest. */
export const totalCents = (prices: readonly Price[], wanted: Public, quantity: number): number =>
  Math.round((unitCents(prices, wanted, quantity) * quantity) / thousandths);

/** Refuses a quantity below the minimum, or between two steps of it, saying which would do. */
export function demandQuantity(
  { minimum, step, measure }: Pick<Listing, 'minimum' | 'step' | 'measure'>,
  quantity: number,
) {
  if (quantity >= minimum && (quantity - minimum) % step === 0) return;
  throw new Refusal('sharing.step', { minimum: minimum / thousandths, step: step / thousandths, measure });
}

type Dated = Pick<Listing, 'kind' | 'status' | 'from' | 'until' | 'threshold' | 'decideAt'>;

/** Whether it waits for enough to be asked for. */
const isUndecided = ({ status, threshold }: Pick<Dated, 'status' | 'threshold'>) => status === 'open' && !!threshold;

/** Whether a part can be asked for now. */
export function isClaimable(listing: Dated, now: Date): boolean {
  const { sharing } = kinds[listing.kind];
  const ends = [
    sharing === 'seats' ? listing.from : listing.until,
    isUndecided(listing) ? listing.decideAt : undefined,
  ];
  return claimable[sharing].includes(listing.status) && ends.every((at) => at === undefined || now < at);
}

const shownToAll: readonly Listing['status'][] = ['confirmed', 'closed'];

/** Whether everyone sees it, once it is no draft; until then the networks of its workshop do. */
export const isShownToAll = ({ kind, status }: Pick<Listing, 'kind' | 'status'>): boolean =>
  sharings[kinds[kind].sharing].shownOnce === 'open' || shownToAll.includes(status);

/** The step that what is agreed so far takes by itself. On the date of its decision it is too late to confirm. */
export function moveDecided(
  { kind, status, threshold = 0, decideAt }: Pick<Dated, 'kind' | 'status' | 'threshold' | 'decideAt'>,
  agreed: number,
  now: Date,
): 'confirm' | 'fall_short' | undefined {
  const move = agreed >= threshold ? 'confirm' : 'fall_short';
  if (move === 'confirm' && decideAt !== undefined && decideAt <= now) return undefined;
  return openListingMoves({ kind, status }, 'system').includes(move) ? move : undefined;
}

/** When a whole that falls short is decided on again: there is time to find others. */
export const laterDecision = ({ decideAt }: Pick<Listing, 'decideAt'>, now: Date): Date =>
  new Date(Math.max(decideAt?.getTime() ?? 0, now.getTime() + jobLimits.shortDays * 86_400_000));

/** The steps open to a side now: what guards is what the page draws its buttons from. */
export const openListingMoves = (
  { kind, status, threshold }: Pick<Dated, 'kind' | 'status' | 'threshold'>,
  actor: SharingActor | undefined,
) =>
  listingMoveNames.filter((name) => {
    const step = listingMoves[name];
    return (
      actor !== undefined &&
      !('unless' in step && isUndecided({ status, threshold })) &&
      (step.by as readonly SharingActor[]).includes(actor) &&
      (step.from as readonly string[]).includes(status) &&
      (step.in as readonly string[]).includes(kinds[kind].sharing)
    );
  });

/** By which date time itself takes a step. */
const dueAt: Partial<Record<ListingMove, 'decideAt' | 'until'>> = { lapse: 'decideAt', close: 'until' };

/** Whether time takes this step by now: the date may have been put off since it was looked up. */
export function isDue(move: ListingMove, listing: Dated, now: Date): boolean {
  const name = dueAt[move];
  const at = name && listing[name];
  return name === undefined || (at !== undefined && at <= now);
}

const placeOf = ({ from, until, facts }: Listing) => JSON.stringify([from, until, facts.room ?? '']);

/** Whether a session that people may sit in takes place at another time or in another room than it did. */
export const isMoved = (after: Listing, before: Listing): boolean =>
  kinds[after.kind].sharing === 'seats' && before.status !== 'draft' && placeOf(after) !== placeOf(before);

/** Whether what is said of it can still be changed: until it has ended for good. */
export const isChangeable = (listing: Listing): boolean =>
  ['draft', 'open', 'confirmed'].includes(listing.status) || openListingMoves(listing, 'owner').includes('reopen');

/** Where a step leads. Refuses with `platform.forbidden`, `sharing.closedMove` or `sharing.reason`. */
export function takeListingMove(move: ListingMove, listing: Listing, actor: SharingActor | undefined, note?: string) {
  const step = listingMoves[move];
  if (actor === undefined || !(step.by as readonly SharingActor[]).includes(actor))
    throw new Refusal('platform.forbidden');
  if (!openListingMoves(listing, actor).includes(move))
    throw new Refusal('sharing.closedMove', { move, status: listing.status });
  if ('needs' in step && actor !== 'system' && !note?.trim()) throw new Refusal('sharing.reason', { move });
  return step.to;
}
