import { skillGiven, skillName } from '../../../schema/training.ts';
import type { TrainingPaperWords } from '../../../schema/training-paper.ts';
import type { PdfBlock, PdfSheet } from '../../platform/pdf-sheet.ts';
import type { Listing } from '../sharing/listing.entity.ts';
import type { Seat } from './session.rules.ts';

/** What both papers say of a session. */
export interface SessionFacts {
  listing: Listing;
  workshop: { name: string; address: string };
  link: string;
}

/** How dates are written on it. */
export interface SessionFormat {
  language: string;
  when(instant: Date): string;
  /** A day in full. */
  day(instant: Date): string;
  zone: string;
  madeAt: Date;
}

const ROW_MM = 12;
const textOf = (value: string | number | undefined): string => (value === undefined ? '' : String(value));

const accreditationOf = ({ facts }: Listing): string => {
  const given = skillGiven(facts);
  return given ? skillName(String(facts.skill), given.level) : '';
};

function sessionFacts(
  { listing, workshop }: SessionFacts,
  words: TrainingPaperWords,
  format: SessionFormat,
): PdfBlock[] {
  const { from, until, facts } = listing;
  const said = [
    { label: words.workshop, value: [workshop.name, workshop.address].filter(Boolean).join(', ') },
    { label: words.skill, value: accreditationOf(listing) || words.none },
    { label: words.from, value: from ? format.when(from) : '' },
    { label: words.until, value: until ? format.when(until) : '' },
    { label: words.trainer, value: textOf(facts.trainer) },
    { label: words.room, value: textOf(facts.room) },
    { label: words.hours, value: facts.hours === undefined ? '' : words.hoursOf(textOf(facts.hours)) },
  ];
  const zone = format.zone ? [{ kind: 'text' as const, text: `${words.zone} ${format.zone}`, size: 8.5 }] : [];
  return [{ kind: 'facts', columns: 2, facts: said.filter(({ value }) => value !== '') }, ...zone];
}

/** The sheet to sign: one table for each day, a cell for each half of it. */
export function attendanceSheet(
  session: SessionFacts,
  seats: readonly Seat[],
  days: readonly { from: Date; morning: boolean; afternoon: boolean }[],
  words: TrainingPaperWords,
  format: SessionFormat,
): PdfSheet {
  const { listing, link } = session;
  const rows = seats.map(({ name, organisation }) => [name, organisation]);
  const tables = days.flatMap(({ from, morning, afternoon }): PdfBlock[] => {
    const halves = [morning && words.morning, afternoon && words.afternoon].filter((half) => half !== false);
    const columns = [
      { title: words.name, share: 3 },
      { title: words.organisation, share: 2.4 },
      ...halves.map((title) => ({ title, share: 2.2 })),
    ];
    return [
      { kind: 'section', title: format.day(from) },
      { kind: 'roll', columns, rows: rows.map((row) => [...row, ...halves.map(() => '')]), rowMm: ROW_MM },
    ];
  });
  return {
    title: `${words.sheet} · ${listing.name}`,
    language: format.language,
    foot: `Maillage · ${words.sheet} · ${link}`,
    blocks: [
      { kind: 'head', title: words.sheet, code: listing.name, qr: { text: link, caption: words.opens } },
      ...sessionFacts(session, words, format),
      ...(rows.length > 0
        ? [{ kind: 'text' as const, text: words.signHere, size: 9 }, ...tables]
        : [{ kind: 'text' as const, text: words.empty }]),
      { kind: 'signatures', places: [words.signTrainer] },
    ],
    madeAt: format.madeAt.getTime(),
  };
}

/** One page for each person certified. */
export function certificateSheet(
  session: SessionFacts,
  {
    code,
    names,
    certifiedAt,
    validUntil,
  }: { code: string; names: readonly string[]; certifiedAt: Date; validUntil?: Date },
  words: TrainingPaperWords,
  format: SessionFormat,
): PdfSheet {
  const { listing, workshop, link } = session;
  const programme = textOf(listing.facts.programme);
  const pages = names.map((name): PdfBlock[] => [
    { kind: 'head', title: words.certificate, code, qr: { text: link, caption: words.opensPart } },
    { kind: 'gap', mm: 10 },
    { kind: 'text', text: `${workshop.name} ${words.certifies}`, size: 12, centred: true },
    { kind: 'gap', mm: 4 },
    { kind: 'text', text: name, size: 22, bold: true, centred: true },
    { kind: 'gap', mm: 4 },
    { kind: 'text', text: words.followed, size: 12, centred: true },
    { kind: 'gap', mm: 6 },
    { kind: 'text', text: listing.name, size: 15, bold: true, centred: true },
    { kind: 'gap', mm: 8 },
    ...sessionFacts(session, words, format),
    ...(programme
      ? [
          { kind: 'section' as const, title: words.programme },
          { kind: 'text' as const, text: programme, size: 9.5 },
        ]
      : []),
    {
      kind: 'facts',
      columns: 2,
      facts: [
        { label: words.madeOn, value: format.day(certifiedAt) },
        ...(validUntil ? [{ label: words.validUntil, value: format.day(validUntil) }] : []),
      ],
    },
    { kind: 'signatures', places: [words.signTrainer] },
  ]);
  return {
    title: `${words.certificate} ${code}`,
    language: format.language,
    foot: `Maillage · ${words.certificate} ${code} · ${link}`,
    blocks: pages.flatMap((page, n) => (n > 0 ? [{ kind: 'page' as const }, ...page] : page)),
    madeAt: format.madeAt.getTime(),
  };
}
