import { type LabelSheet, labelPlaces } from '../../../schema/labels.ts';
import { lentKind } from '../../../schema/kinds.ts';
import { paper } from '../../../schema/paper.ts';
import type { Locale } from '../../../schema/vocabulary.ts';
import type { Clock } from '../../platform/clock.ts';
import type { PdfLabel, PdfSheet } from '../../platform/pdf-sheet.ts';
import { notFound } from '../../platform/refusal.ts';
import { aside } from '../../platform/worker.ts';
import type { LoanService } from '../borrowing/loan.service.ts';
import { ResourceRecord } from '../catalogue/resource.entity.ts';
import type { PartyNames } from '../identity/party-names.ts';
import type { Viewer } from '../identity/viewer.ts';
import { WorkshopRecord } from '../workshop/workshop.entity.ts';
import { paperFormat } from '../../platform/paper-format.ts';
import type { ScanService } from './scan.service.ts';
import { slipSheet } from './slip.rules.ts';

interface Deps {
  clock: Clock;
  baseUrl: string;
  loans: LoanService;
  names: PartyNames;
  scans: ScanService;
}

const DRAW_MS = 20_000;
const draw = (sheet: PdfSheet) => aside<Uint8Array>('drawPdf', sheet, DRAW_MS);

export interface LabelWish {
  sheet: LabelSheet;
  /** Places of the first sheet that are used already. */
  skip: number;
  /** Units to print; none for all. */
  unitIds: readonly string[];
}

/** What leaves on paper, as PDF: for those who may see it. */
export class PrintService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** The slip and hand-over sheet of a loan, for its two sides. */
  async slip(viewer: Viewer, locale: Locale, loanId: string): Promise<{ name: string; bytes: Uint8Array }> {
    const { loans, names, clock, baseUrl } = this.#deps;
    const loan = await loans.get(viewer, loanId);
    const resource = await ResourceRecord.findById(loan.resourceId, { name: 1, units: 1, checklist: 1 }).lean();
    const workshop = await WorkshopRecord.findById(loan.workshopId).lean();
    if (!workshop) throw notFound('workshop');
    const sides = [
      { scope: 'workshop' as const, id: loan.workshopId },
      loan.party,
      { scope: 'person' as const, id: loan.personId },
    ];
    const [lender, borrower, person] = await names.of(sides);
    const unitId = loan.handOver?.unitId ?? loan.unitId;
    const town = [workshop.postalCode, workshop.city].filter(Boolean).join(' ');
    const sheet = slipSheet(
      {
        loan,
        machine: resource?.name ?? '',
        unit: resource?.units.find(({ id }) => id === unitId)?.code ?? '',
        checklist: resource?.checklist ?? [],
        lender: { name: lender?.name ?? '', address: [workshop.address, town].filter(Boolean).join(', ') },
        borrower: borrower?.name ?? '',
        person: person?.name ?? '',
        link: `${baseUrl}/q/${loan.code}`,
      },
      paper[locale][lentKind(loan.kind)],
      { ...paperFormat(locale, workshop.timeZone, loan.from), language: locale, madeAt: clock() },
    );
    return { name: `${loan.code}.pdf`, bytes: await draw(sheet) };
  }

  /** Labels of a workshop's machines, for its people. */
  async labels(viewer: Viewer, locale: Locale, workshopId: string, wish: LabelWish) {
    const { scans, clock, baseUrl } = this.#deps;
    const all = await scans.labels(viewer, workshopId);
    const chosen = wish.unitIds.length > 0 ? all.filter(({ unitId }) => wish.unitIds.includes(unitId)) : all;
    const places = labelPlaces(wish.sheet, chosen.length, wish.skip);
    const pages: PdfLabel[][] = [];
    chosen.forEach(({ unitId, code, name, shelf }, n) => {
      const { page, ...place } = places[n]!;
      const label = { ...place, qr: `${baseUrl}/q/${unitId}`, code, lines: [name, shelf ?? ''].filter(Boolean) };
      (pages[page] ??= []).push(label);
    });
    const title = paper[locale].equipment.labels;
    const sheet = { title, language: locale, marginMm: 0, blocks: [], labels: pages, madeAt: clock().getTime() };
    return { name: `${title.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')}.pdf`, bytes: await draw(sheet) };
  }
}
