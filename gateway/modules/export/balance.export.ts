import type { KindName } from '../../../schema/kinds.ts';
import type { Locale } from '../../../schema/vocabulary.ts';
import type { BalanceLine } from '../balance/balance.entity.ts';
import { BalanceService } from '../balance/balance.service.ts';
import { type Party, system } from '../identity/viewer.ts';
import type { Days, Export } from './export.table.ts';
import { kindWords, unitWords } from './export.words.ts';

type Side = 'given' | 'taken' | 'together';
interface BalanceRow extends BalanceLine {
  side: Side;
}

const sides: Record<Side, Record<Locale, string>> = {
  given: { fr: 'donné', en: 'given' },
  taken: { fr: 'reçu', en: 'had' },
  together: { fr: 'ensemble', en: 'together' },
};
const balances = new BalanceService();
const always: Days = { from: '2000-01-01', until: '2999-12-31' };

async function* balanceRows({ id }: Party, days = always): AsyncGenerator<BalanceRow[]> {
  const balance = await balances.of(system, { workshopId: id, ...days });
  yield (Object.keys(sides) as Side[]).flatMap((side) => balance[side].map((line) => ({ side, ...line })));
}

/** What a workshop gave and had, kind by kind. */
export const balanceExport: Export<BalanceRow> = {
  file: { fr: 'bilan', en: 'balance' },
  for: ['workshop'],
  demand: (viewer, { id }) => balances.demandReader(viewer, id),
  rows: balanceRows,
  columns: [
    { title: { fr: 'Sens', en: 'Side' }, of: ({ side }, locale) => sides[side][locale] },
    { title: { fr: 'Genre', en: 'Kind' }, of: ({ kind }: { kind: KindName }, locale) => kindWords[kind][locale] },
    { title: { fr: 'Opérations', en: 'Operations' }, of: ({ parts }) => parts },
    { title: { fr: 'Quantité', en: 'Quantity' }, of: ({ quantity }) => quantity },
    { title: { fr: 'Unité', en: 'Unit' }, of: ({ unit }, locale) => unitWords[unit][locale] },
    { title: { fr: 'Entre ateliers', en: 'Among workshops' }, of: ({ amongWorkshops }) => amongWorkshops },
    { title: { fr: 'Euros', en: 'Euros' }, of: ({ cents }) => ({ cents }) },
  ],
};
