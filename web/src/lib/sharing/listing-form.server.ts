import type { CountedKind, Fact, FactName, Measure } from '$schema/kinds.ts';
import { factsOf, kinds } from '$schema/kinds.ts';
import { publics, sharingLimits } from '$schema/sharing.ts';
import { audiences } from '$schema/vocabulary.ts';
import { instantIn } from '../calendar/zone.server.ts';
import { type Values, text } from '../forms/values.ts';
import type { Fault } from '../graph/fault.ts';
import type { FactInput, UpdateListing } from '../graph/generated/graphql.ts';
import { formatFor } from '../i18n/format.ts';
import type { ListingSeen } from './say.ts';

/** Empty rows of prices at the end, so that one can be added without scripts. */
const sparePrices = 2;
const fewestPrices = 3;

const figure = (form: FormData, name: string): number | null => {
  const typed = text(form, name)
    .replace(/[\s\u00A0\u202F]/g, '')
    .replace(',', '.');
  const value = Number(typed);
  // A figure that cannot be read is sent as it is not: the gateway names the field.
  return typed === '' ? null : Number.isFinite(value) ? value : -1;
};
const cents = (form: FormData, name: string): number | null => {
  const euros = figure(form, name);
  return euros === null ? null : Math.round(euros * 100);
};
const oneOf = <const T extends string>(form: FormData, name: string, values: readonly T[]): T =>
  values.find((value) => value === text(form, name)) ?? values[0]!;

/** A fact as typed: in the unit of its type; nothing when it was left empty. */
const read: Record<Fact['type'], (form: FormData, field: string) => Omit<FactInput, 'name'> | undefined> = (() => {
  const words = (form: FormData, field: string) => (text(form, field) ? { text: text(form, field) } : undefined);
  const several = (form: FormData, field: string) => {
    const ids = form.getAll(field).filter((id): id is string => typeof id === 'string' && id !== '');
    return ids.length > 0 ? { text: ids.join(',') } : undefined;
  };
  const amount = (value: number | null) => (value === null ? undefined : { number: value });
  return {
    line: words,
    skill: words,
    text: words,
    link: words,
    material: words,
    rome: words,
    date: words,
    choice: words,
    skills: several,
    choices: several,
    equipment: several,
    number: (form, field) => amount(figure(form, field)),
    cents: (form, field) => amount(cents(form, field)),
  };
})();

const factsIn = (kind: CountedKind, form: FormData): FactInput[] =>
  factsOf(kind).flatMap(([name, fact]) => {
    const value = read[fact.type](form, `fact.${name}`);
    return value ? [{ name, ...value }] : [];
  });

/** Numbers of the rows of prices that say a price. */
const pricesIn = (form: FormData): number[] =>
  Array.from({ length: sharingLimits.prices }, (_, n) => n).filter((n) => text(form, `price.${n}.cents`) !== '');

/** What the form says, as the gateway wants it; its times are those of the workshop. */
export function listingOf(kind: CountedKind, timeZone: string, form: FormData): UpdateListing {
  const instant = (name: string) => instantIn(timeZone, text(form, name))?.toISOString() ?? null;
  return {
    name: text(form, 'name'),
    description: text(form, 'description'),
    measure: oneOf<Measure>(form, 'measure', kinds[kind].measures),
    quantity: figure(form, 'quantity'),
    minimum: figure(form, 'minimum') ?? 1,
    step: figure(form, 'step') ?? 1,
    threshold: figure(form, 'threshold'),
    decideAt: instant('decideAt'),
    from: instant('from'),
    until: instant('until'),
    prices: pricesIn(form).map((n) => ({
      for: oneOf(form, `price.${n}.for`, publics),
      from: figure(form, `price.${n}.from`) ?? 0,
      cents: cents(form, `price.${n}.cents`) ?? 0,
    })),
    audience: oneOf(form, 'audience', [...audiences].reverse()),
    automatic: form.get('automatic') !== null,
    holdHours: Math.round(figure(form, 'holdHours') ?? 72),
    facts: factsIn(kind, form),
  };
}

const shown = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value).replace('.', ',');
const euros = (amount: number): string =>
  amount % 100 === 0 ? String(amount / 100) : (amount / 100).toFixed(2).replace('.', ',');

/** Something offered as the form shows it. */
export function valuesOfListing(it: ListingSeen): Values {
  const { fieldDateTime } = formatFor('fr', it.workshop.timeZone);
  const at = (instant: string | null | undefined) => (instant ? fieldDateTime(instant) : '');
  const types = new Map(factsOf(it.kind));
  const factOf = ({ name, number, text: said }: ListingSeen['facts'][number]) => {
    const type = types.get(name)?.type;
    if (type === 'equipment') return (said ?? '').split(',');
    if (typeof number !== 'number') return said ?? '';
    return type === 'cents' ? euros(number) : shown(number);
  };
  return {
    name: it.name,
    description: it.description,
    measure: it.measure,
    quantity: shown(it.quantity),
    minimum: shown(it.minimum),
    step: shown(it.step),
    threshold: shown(it.threshold),
    decideAt: at(it.decideAt),
    from: at(it.from),
    until: at(it.until),
    audience: it.audience,
    ...(it.automatic && { automatic: 'on' }),
    holdHours: String(it.holdHours),
    ...Object.fromEntries(it.facts.map((fact) => [`fact.${fact.name}`, factOf(fact)])),
    ...Object.fromEntries(
      it.prices.flatMap((price, n) => [
        [`price.${n}.for`, price.for],
        [`price.${n}.from`, price.from > 0 ? shown(price.from) : ''],
        [`price.${n}.cents`, euros(price.cents)],
      ]),
    ),
  };
}

/** How many rows of prices to draw: those that are filled, and a few to fill. */
export const priceRowsIn = (values: Values): number => {
  const filled = Object.keys(values).flatMap((name) => {
    const row = /^price\.(\d+)\.cents$/.exec(name);
    return row && values[name] !== '' ? [Number(row[1]) + 1] : [];
  });
  return Math.min(sharingLimits.prices, Math.max(fewestPrices, Math.max(0, ...filled) + sparePrices));
};

/** What a new one begins with: what most workshops answer. */
export const newListing = (kind: CountedKind): Values => ({
  measure: kinds[kind].measures[0],
  minimum: '1',
  step: '1',
  audience: 'everyone',
  holdHours: '72',
  published: 'on',
  // One person's whole week, by half-days, among workshops that know each other.
  ...(kinds[kind].sharing === 'shares' && {
    quantity: '100',
    threshold: '100',
    minimum: '10',
    step: '10',
    audience: 'network',
  }),
});

const isFact = (kind: CountedKind, name: string): name is FactName => factsOf(kind).some(([fact]) => fact === name);

/** Faults by the names of the form's own fields: of shape, and the one that a refusal names. */
export function listingFaults(
  kind: CountedKind,
  { refusal, fields }: Pick<Fault, 'refusal' | 'fields'>,
  form: FormData,
) {
  const prices = pricesIn(form);
  const facts = factsIn(kind, form);
  const found = Object.entries(fields).map(([path, rule]): [string, string] => {
    const bare = path.replace(/^input\./, '');
    const price = /^prices\.(\d+)\.(\w+)$/.exec(bare);
    if (price) return [`price.${prices[Number(price[1])] ?? price[1]}.${price[2]}`, rule];
    const fact = /^facts\.(\d+)\./.exec(bare);
    if (fact) return [`fact.${facts[Number(fact[1])]?.name ?? ''}`, rule];
    return [bare, rule];
  });
  const named = typeof refusal.params.field === 'string' ? refusal.params.field : undefined;
  const rule = refusal.key === 'sharing.incomplete' ? 'required' : refusal.key;
  if (named && found.length === 0) found.push([isFact(kind, named) ? `fact.${named}` : named, rule]);
  return Object.fromEntries(found);
}
