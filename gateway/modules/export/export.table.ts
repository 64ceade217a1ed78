import type { Locale } from '../../../schema/vocabulary.ts';
import type { Party, Viewer } from '../identity/viewer.ts';
import type { Value } from './csv.rules.ts';
import { balanceExport } from './balance.export.ts';
import { accreditationExport, peopleExport } from './people.export.ts';
import { calendarExport, equipmentExport } from './shelf.export.ts';
import { loanExport } from './loan.export.ts';
import { reuseExport } from './reuse.export.ts';
import { membershipExport, workshopExport } from './network.export.ts';
import { offerExport, requestExport } from './production.export.ts';

/** Local days, both included (YYYY-MM-DD). */
export interface Days {
  from: string;
  until: string;
}

/** One table that people download: what it holds, and for whom. */
export interface Export<Row> {
  /** Name of the file, without its ending. */
  file: Record<Locale, string>;
  /** The parties who may ask for their own; whoever speaks for one of them sees these rows on its pages. */
  for: readonly Party['scope'][];
  /** Who may have it, where that is not whoever speaks for the party. */
  demand?(viewer: Viewer, party: Party): Promise<void>;
  columns: readonly { title: Record<Locale, string>; of: (row: Row, locale: Locale) => Value }[];
  /** The rows of a party, in hands, as a cursor gives them; of some days, where the table is of a period. */
  rows(party: Party, days?: Days): AsyncIterable<readonly Row[]>;
}

/**
 * Everything that goes out as a table: export → its columns → who. A row here is a link on a page and a line of the
 * test that asks each principal.
 *
 * | export         | columns in                                   | who: those who speak for                   |
 * | -------------- | -------------------------------------------- | ------------------------------------------ |
 * | loans          | loan.export.ts: both sides of a loan         | a workshop, a firm, a network, oneself     |
 * | equipment      | shelf.export.ts: terms, units, abilities     | a workshop (all), a network (published)    |
 * | calendar       | shelf.export.ts: every booking of its units  | a workshop                                 |
 * | offers         | production.export.ts: requests put to it     | a workshop                                 |
 * | requests       | production.export.ts: what it has had made   | a workshop, a firm, a network, oneself     |
 * | people         | people.export.ts: roles                      | a workshop, a firm, a network              |
 * | accreditations | people.export.ts: issued and revoked         | a workshop                                 |
 * | workshops      | network.export.ts: records of the members    | a network                                  |
 * | memberships    | network.export.ts: asked, admitted, left     | a network                                  |
 * | reuse          | reuse.export.ts: kept out of the bin         | a workshop, a network                      |
 * | balance        | balance.export.ts: given and had, in sums    | a workshop: who leads it or its networks   |
 */
export const exportTable = {
  loans: loanExport,
  equipment: equipmentExport,
  calendar: calendarExport,
  offers: offerExport,
  requests: requestExport,
  people: peopleExport,
  accreditations: accreditationExport,
  workshops: workshopExport,
  memberships: membershipExport,
  reuse: reuseExport,
  balance: balanceExport,
} as const;
export type ExportName = keyof typeof exportTable;
export const exportNames = Object.keys(exportTable) as ExportName[];
