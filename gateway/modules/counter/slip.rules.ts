import { lentKind } from '../../../schema/kinds.ts';
import { type PaperWords, type SlipFact, slips } from '../../../schema/paper.ts';
import type { PdfBlock, PdfSheet } from '../../platform/pdf-sheet.ts';
import type { Loan } from '../borrowing/loan.entity.ts';

/** What a slip says beside the loan itself. */
export interface SlipFacts {
  loan: Loan;
  machine: string;
  unit: string;
  checklist: readonly string[];
  lender: { name: string; address: string };
  borrower: string;
  person: string;
  link: string;
}

/** How dates and money are written on it. */
export interface SlipFormat {
  language: string;
  when(instant: Date): string;
  money(cents: number): string;
  /** Name of the zone, where it is not that of mainland France. */
  zone: string;
  madeAt: Date;
}

const priceOf = ({ price }: Loan, words: PaperWords, format: SlipFormat) =>
  price.totalCents > 0 ? format.money(price.totalCents) : words.free;

/** The items in their order, with what was seen of each when it left and when it came back. */
export function checkRows(loan: Pick<Loan, 'handOver' | 'takeBack'>, checklist: readonly string[]) {
  const { handOver, takeBack } = loan;
  const items = handOver ? [...handOver.present, ...handOver.missing] : checklist;
  const order = [
    ...checklist.filter((item) => items.includes(item)),
    ...items.filter((item) => !checklist.includes(item)),
  ];
  return order.map((label) => ({
    label,
    ticked: [handOver?.present.includes(label) ?? false, takeBack?.present.includes(label) ?? false],
  }));
}

function stateBlocks({ loan, checklist }: SlipFacts, words: PaperWords): PdfBlock[] {
  const { handOver, takeBack } = loan;
  const written = (label: string, text: string | undefined): PdfBlock =>
    text ? { kind: 'facts', columns: 1, facts: [{ label, value: text }] } : { kind: 'lines', label, count: 2 };
  const out: PdfBlock[] = [
    written(words.condition, handOver?.condition),
    { kind: 'signatures', places: [words.signLenderOut, words.signBorrowerOut] },
  ];
  const title: PdfBlock = { kind: 'section', title: words.checklist };
  if (!slips[lentKind(loan.kind)].checked) return [title, ...out];
  const rows = checkRows(loan, checklist);
  return [
    title,
    rows.length > 0
      ? { kind: 'checks', columns: [words.out, words.back], rows }
      : { kind: 'text', text: words.noChecklist },
    ...out,
    written(words.conditionBack, [takeBack?.condition, takeBack?.damage].filter(Boolean).join('. ')),
    { kind: 'signatures', places: [words.signLenderBack, words.signBorrowerBack] },
  ];
}

/** The facts of a slip in the order of its kind, each with its words. */
function factsOf(facts: SlipFacts, words: PaperWords, format: SlipFormat) {
  const { loan, lender, borrower, person, machine, unit } = facts;
  const { travel, price } = loan;
  const said: Record<SlipFact, string> = {
    lender: [lender.name, lender.address].filter(Boolean).join(', '),
    borrower: [borrower, travel?.city].filter(Boolean).join(', '),
    machine,
    unit,
    from: format.when(loan.from),
    until: format.when(loan.until),
    use: words.uses[loan.use],
    road: travel ? `${travel.km} km, ${format.money(travel.cents)}` : words.none,
    person,
    price: priceOf(loan, words, format),
    deposit: price.depositCents > 0 ? format.money(price.depositCents) : words.none,
  };
  return slips[lentKind(loan.kind)].facts.map((fact) => ({ label: words[fact], value: said[fact] }));
}

/** The loan slip and, under it, the hand-over sheet: both sides, what, when, on which terms, in what state. */
export function slipSheet(facts: SlipFacts, words: PaperWords, format: SlipFormat): PdfSheet {
  const { loan, machine, link } = facts;
  const conditions = loan.handOver?.terms || loan.terms.conditions;
  const blocks: PdfBlock[] = [
    { kind: 'head', title: words.slip, over: machine, code: loan.code, qr: { text: link, caption: words.opens } },
    {
      kind: 'facts',
      columns: 2,
      facts: factsOf(facts, words, format),
    },
    ...(format.zone ? [{ kind: 'text' as const, text: `${words.zone} ${format.zone}`, size: 8.5 }] : []),
    ...(loan.note ? [{ kind: 'facts' as const, columns: 1, facts: [{ label: words.note, value: loan.note }] }] : []),
    ...(conditions
      ? [
          { kind: 'section' as const, title: words.conditions },
          { kind: 'text' as const, text: conditions, size: 9 },
        ]
      : []),
    { kind: 'text', text: words.accepted, size: 9 },
    ...stateBlocks(facts, words),
  ];
  return {
    title: `${words.slip} ${loan.code}`,
    language: format.language,
    foot: `Maillage · ${words.slip} ${loan.code} · ${link}`,
    blocks,
    madeAt: format.madeAt.getTime(),
  };
}
