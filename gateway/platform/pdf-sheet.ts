/** What a printed page is made of, from top to bottom. Lengths are in millimetres, text sizes in points. */
export type PdfBlock =
  | { kind: 'head'; title: string; code: string; over?: string; qr?: { text: string; caption: string } }
  | { kind: 'section'; title: string }
  | { kind: 'text'; text: string; size?: number; bold?: boolean; centred?: boolean }
  | { kind: 'facts'; columns: number; facts: readonly { label: string; value: string }[] }
  | { kind: 'checks'; columns: readonly string[]; rows: readonly { label: string; ticked?: readonly boolean[] }[] }
  | { kind: 'lines'; label: string; count: number }
  | { kind: 'signatures'; places: readonly string[] }
  | { kind: 'roll'; columns: readonly { title: string; share: number }[]; rows: readonly string[][]; rowMm: number }
  | { kind: 'gap'; mm: number }
  | { kind: 'page' };

/** One label of a sheet, at its place on the page. */
export interface PdfLabel {
  x: number;
  y: number;
  width: number;
  height: number;
  qr: string;
  code: string;
  lines: readonly string[];
}

export interface PdfSheet {
  title: string;
  language: string;
  /** Printed at the foot of each page. */
  foot?: string;
  marginMm?: number;
  blocks: readonly PdfBlock[];
  /** Instead of blocks: labels, page by page. */
  labels?: readonly (readonly PdfLabel[])[];
  /** Milliseconds since 1970, for the file's own date. */
  madeAt: number;
}
