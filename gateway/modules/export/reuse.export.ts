import { densityOf, densitySources } from '../../../schema/densities.ts';
import type { SavedOrigin, WeightBasis } from '../../../schema/needs.ts';
import { thousandths } from '../../../schema/sharing.ts';
import { materials } from '../../../schema/taxonomy.ts';
import type { Locale } from '../../../schema/vocabulary.ts';
import { type Party } from '../identity/viewer.ts';
import { type Reuse, ReuseRecord } from '../material/reuse.entity.ts';
import type { Export } from './export.table.ts';
import { unitWords } from './export.words.ts';
import { homeZone, inHands, timeZones, workshopNames } from './rows.ts';

interface ReuseRow {
  reuse: Reuse;
  workshop: string;
  timeZone: string;
}

type Words<Key extends string> = Record<Key, Record<Locale, string>>;

const origins: Words<SavedOrigin> = {
  surplus: { fr: 'surplus', en: 'surplus' },
  offcut: { fr: 'chute', en: 'offcut' },
  recycled: { fr: 'recyclé', en: 'recycled' },
};
const bases: Words<WeightBasis> = {
  measured: { fr: 'pesé', en: 'weighed' },
  declared: { fr: 'poids déclaré', en: 'stated weight' },
  estimated: { fr: 'estimé', en: 'estimated' },
  unknown: { fr: 'inconnu', en: 'unknown' },
};

async function* reuseRows(party: Party): AsyncGenerator<ReuseRow[]> {
  const filter = party.scope === 'workshop' ? { workshopId: party.id } : { networkIds: party.id };
  for await (const hand of inHands(ReuseRecord, filter, { at: -1 })) {
    const ids = hand.map(({ workshopId }) => workshopId);
    const [names, zones] = [await workshopNames(ids), await timeZones(ids)];
    yield hand.map((reuse) => ({
      reuse,
      workshop: names.get(reuse.workshopId) ?? '',
      timeZone: zones.get(reuse.workshopId) ?? homeZone,
    }));
  }
}

/** An estimate names where its density comes from. */
function weighed({ basis, materialId }: Reuse, locale: Locale): string {
  const density = basis === 'estimated' ? densityOf(materialId) : undefined;
  return density ? `${bases[basis][locale]} (${densitySources[density.source][locale]})` : bases[basis][locale];
}

/** What was received of surplus, offcuts and recycled material, part by part. */
export const reuseExport: Export<ReuseRow> = {
  file: { fr: 'matieres-reemployees', en: 'reused-materials' },
  for: ['workshop', 'network'],
  rows: reuseRows,
  columns: [
    { title: { fr: 'Reçu le', en: 'Received on' }, of: ({ reuse, timeZone }) => ({ at: reuse.at, timeZone }) },
    { title: { fr: 'Atelier', en: 'Workshop' }, of: ({ workshop }) => workshop },
    { title: { fr: 'Lot', en: 'Lot' }, of: ({ reuse }) => reuse.name },
    { title: { fr: 'Matière', en: 'Material' }, of: ({ reuse }, locale) => materials[reuse.materialId][locale] },
    { title: { fr: 'Origine', en: 'Origin' }, of: ({ reuse }, locale) => origins[reuse.origin][locale] },
    { title: { fr: 'Quantité', en: 'Quantity' }, of: ({ reuse }) => reuse.quantity / thousandths },
    { title: { fr: 'Unité', en: 'Unit' }, of: ({ reuse }, locale) => unitWords[reuse.measure][locale] },
    {
      title: { fr: 'Kilogrammes', en: 'Kilograms' },
      of: ({ reuse: { grams } }) => (grams === null ? null : grams / 1_000),
    },
    { title: { fr: 'Poids', en: 'Weight' }, of: ({ reuse }, locale) => weighed(reuse, locale) },
  ],
};
