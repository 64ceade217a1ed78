import type { Locale } from '../../../schema/vocabulary.ts';
import { notFound } from '../../platform/refusal.ts';
import { demand, isAdmin, type Party, speaksFor, type Viewer } from '../identity/viewer.ts';
import { byteOrderMark, csvLine } from './csv.rules.ts';
import { type Days, type Export, type ExportName, exportTable } from './export.table.ts';

/** A table on its way out, line by line. */
export interface Download {
  file: string;
  lines: AsyncIterable<string>;
}

/** Tables for those who see the same on their pages. */
export class ExportService {
  /** Refuses whoever does not speak for the party, and a party that has no such table. */
  async open(viewer: Viewer, name: ExportName, party: Party, locale: Locale, days?: Days): Promise<Download> {
    const table = exportTable[name] as Export<unknown>;
    if (table.demand) await table.demand(viewer, party);
    else demand(viewer, speaksFor(viewer, party) || isAdmin(viewer));
    if (!table.for.includes(party.scope)) throw notFound('export');
    return { file: `${table.file[locale]}.csv`, lines: linesOf(table, party, locale, days) };
  }
}

async function* linesOf(table: Export<unknown>, party: Party, locale: Locale, days?: Days): AsyncGenerator<string> {
  yield (
    byteOrderMark +
    csvLine(
      table.columns.map(({ title }) => title[locale]),
      locale,
    )
  );
  for await (const hand of table.rows(party, days))
    yield hand
      .map((row) =>
        csvLine(
          table.columns.map(({ of }) => of(row, locale)),
          locale,
        ),
      )
      .join('');
}
