import encodeQR from 'qr';
import { drawRoll } from './pdf-roll.ts';
import type { PdfBlock, PdfLabel, PdfSheet } from './pdf-sheet.ts';

/** Millimetres in points. */
export const MM = 72 / 25.4;

type Doc = PDFKit.PDFDocument;
const ink = '#000';
const soft = '#444';

/** What the face cannot draw is drawn by what looks like it. */
const drawable = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\u202F\u2009]/g, '\u00A0')
    .replace(/\t/g, ' ')
    .replace(/[^\n\u0020-\u00FF\u0131\u0152\u0153\u2010-\u2026\u20AC\u2122\u2191\u2193\u2212]/g, (sign) => {
      const plain = sign.normalize('NFKD').replace(/\p{M}/gu, '');
      return /^[\u0020-\u00FF]+$/.test(plain) ? plain : '?';
    });

/** Draws blocks and labels with one face, in two weights: the heavy one is the same outlines, drawn with an edge. */
export class Drawing {
  readonly #doc: Doc;
  readonly #sheet: PdfSheet;

  constructor(doc: Doc, sheet: PdfSheet) {
    this.#doc = doc;
    this.#sheet = sheet;
  }

  get #left() {
    return this.#doc.page.margins.left;
  }
  get #width() {
    return this.#doc.page.width - this.#doc.page.margins.left - this.#doc.page.margins.right;
  }

  write(
    text: string,
    at: {
      x?: number;
      y?: number;
      width?: number;
      size?: number;
      bold?: boolean;
      align?: 'center' | 'right';
      colour?: string;
      height?: number;
    } = {},
  ) {
    const {
      x = this.#left,
      y = this.#doc.y,
      width = this.#width,
      size = 10,
      bold = false,
      align,
      colour = ink,
      height,
    } = at;
    const doc = this.#doc
      .fontSize(size)
      .fillColor(colour)
      .strokeColor(colour)
      .lineWidth(size * 0.035);
    doc.text(drawable(text), x, y, {
      width,
      lineGap: size * 0.12,
      ...(height !== undefined && { height, ellipsis: true, lineBreak: true }),
      ...(align && { align }),
      ...(bold && { fill: true, stroke: true }),
    });
  }

  /** Starts a new page when what follows does not fit on this one. */
  need(points: number) {
    const { page, y } = this.#doc;
    if (y + points > page.height - page.margins.bottom) this.#doc.addPage();
  }

  qr(text: string, x: number, y: number, side: number) {
    const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 2 });
    const step = side / modules.length;
    modules.forEach((row, r) =>
      row.forEach((dark, c) => {
        if (dark) this.#doc.rect(x + c * step, y + r * step, step + 0.02, step + 0.02);
      }),
    );
    this.#doc.fill(ink);
  }

  rule(y: number, width = 0.6) {
    this.#doc
      .moveTo(this.#left, y)
      .lineTo(this.#left + this.#width, y)
      .lineWidth(width)
      .stroke(ink);
  }

  block(block: PdfBlock) {
    switch (block.kind) {
      case 'head':
        return this.#head(block);
      case 'section':
        this.need(60);
        this.#doc.y += 3 * MM;
        this.write(block.title, { size: 12, bold: true });
        this.rule(this.#doc.y + 1, 0.6);
        this.#doc.y += 2 * MM;
        return;
      case 'text':
        this.need(24);
        this.write(block.text, {
          ...(block.size !== undefined && { size: block.size }),
          ...(block.bold !== undefined && { bold: block.bold }),
          ...(block.centred && { align: 'center' as const }),
        });
        this.#doc.y += MM;
        return;
      case 'facts':
        return this.#facts(block);
      case 'checks':
        return this.#checks(block);
      case 'lines':
        return this.#lines(block);
      case 'signatures':
        return this.#signatures(block);
      case 'roll':
        return drawRoll(this.#doc, this, block);
      case 'gap':
        this.#doc.y += block.mm * MM;
        return;
      case 'page':
        this.#doc.addPage();
    }
  }

  #head({ title, code, over, qr }: Extract<PdfBlock, { kind: 'head' }>) {
    const top = this.#doc.y;
    const side = qr ? 30 * MM : 0;
    const width = this.#width - (side > 0 ? side + 6 * MM : 0);
    if (over) this.write(over, { width, size: 9, colour: soft });
    this.write(title, { width, size: 20, bold: true });
    this.#doc.y += MM;
    this.write(code, { width, size: 13 });
    const under = this.#doc.y;
    if (qr) {
      const x = this.#left + this.#width - side;
      this.qr(qr.text, x, top, side);
      this.write(qr.caption, { x, y: top + side + 3, width: side, size: 7.5, align: 'center', colour: soft });
    }
    this.#doc.y = Math.max(under, this.#doc.y) + 3 * MM;
    this.rule(this.#doc.y, 1.4);
    this.#doc.y += 3 * MM;
  }

  #facts({ columns, facts }: Extract<PdfBlock, { kind: 'facts' }>) {
    const gutter = 5 * MM;
    const width = (this.#width - gutter * (columns - 1)) / columns;
    for (let row = 0; row < facts.length; row += columns) {
      this.need(34);
      const top = this.#doc.y;
      let bottom = top;
      facts.slice(row, row + columns).forEach(({ label, value }, n) => {
        const x = this.#left + n * (width + gutter);
        this.write(label, { x, y: top, width, size: 8, colour: soft });
        this.write(value || '–', { x, width, size: 10.5, bold: true });
        bottom = Math.max(bottom, this.#doc.y);
      });
      this.#doc.y = bottom + 1.6 * MM;
    }
  }

  #checks({ columns, rows }: Extract<PdfBlock, { kind: 'checks' }>) {
    const cell = 24 * MM;
    const text = this.#width - cell * columns.length;
    this.need(40);
    const top = this.#doc.y;
    columns.forEach((label, n) =>
      this.write(label, {
        x: this.#left + text + n * cell,
        y: top,
        width: cell,
        size: 8,
        align: 'center',
        colour: soft,
      }),
    );
    this.#doc.y = Math.max(this.#doc.y, top + 12) + 1;
    for (const { label, ticked } of rows) {
      this.need(20);
      const y = this.#doc.y;
      this.#doc
        .moveTo(this.#left, y)
        .lineTo(this.#left + this.#width, y)
        .lineWidth(0.4)
        .stroke('#888');
      this.write(label, { y: y + 4, width: text - 4 * MM });
      const bottom = this.#doc.y;
      columns.forEach((_, n) => this.#box(this.#left + text + (n + 0.5) * cell - 5, y + 4, ticked?.[n] ?? false));
      this.#doc.y = Math.max(bottom, y + 16) + 2;
    }
    this.rule(this.#doc.y, 0.4);
    this.#doc.y += 2 * MM;
  }

  #box(x: number, y: number, ticked: boolean) {
    this.#doc.rect(x, y, 10, 10).lineWidth(0.9).stroke(ink);
    if (ticked)
      this.#doc
        .moveTo(x + 2, y + 5.2)
        .lineTo(x + 4.3, y + 7.8)
        .lineTo(x + 8.4, y + 2.2)
        .lineWidth(1.4)
        .stroke(ink);
  }

  #lines({ label, count }: Extract<PdfBlock, { kind: 'lines' }>) {
    this.need(16 + count * 20);
    this.write(label, { size: 8, colour: soft });
    for (let line = 0; line < count; line += 1) {
      this.#doc.y += 20;
      this.#doc
        .moveTo(this.#left, this.#doc.y)
        .lineTo(this.#left + this.#width, this.#doc.y)
        .lineWidth(0.4)
        .stroke('#888');
    }
    this.#doc.y += 3 * MM;
  }

  #signatures({ places }: Extract<PdfBlock, { kind: 'signatures' }>) {
    const [gutter, height] = [6 * MM, 24 * MM];
    this.need(height + 6 * MM);
    const width = (this.#width - gutter * (places.length - 1)) / places.length;
    const top = this.#doc.y + MM;
    places.forEach((place, n) => {
      const x = this.#left + n * (width + gutter);
      this.#doc.rect(x, top, width, height).lineWidth(0.6).stroke(ink);
      this.write(place, { x: x + 4, y: top + 4, width: width - 8, size: 8, colour: soft, height: 20 });
    });
    this.#doc.y = top + height + 3 * MM;
  }

  label({ x, y, width, height, qr, code, lines }: PdfLabel) {
    const pad = 3 * MM;
    const side = Math.min(height * MM - 2 * pad, width * MM * 0.44);
    const [left, top] = [x * MM + pad, y * MM + (height * MM - side) / 2];
    this.qr(qr, left, top, side);
    const textLeft = left + side + 2.5 * MM;
    const room = (x + width) * MM - pad - textLeft;
    const size = height < 32 ? 8.5 : 11;
    this.write(code, { x: textLeft, y: top, width: room, size, bold: true, height: size * 2.6 });
    for (const line of lines)
      if (this.#doc.y < top + side - size)
        this.write(line, { x: textLeft, width: room, size: size * 0.72, height: size * 1.9 });
  }

  /** The foot of every page, once all of them are there. */
  feet() {
    const { foot } = this.#sheet;
    const { start, count } = this.#doc.bufferedPageRange();
    for (let n = start; foot && n < start + count; n += 1) {
      this.#doc.switchToPage(n);
      const { page } = this.#doc;
      const bottom = page.margins.bottom;
      page.margins.bottom = 0;
      const y = page.height - bottom + 3 * MM;
      this.write(foot, { y, size: 7.5, colour: soft, width: this.#width * 0.8 });
      this.write(`${n + 1} / ${count}`, { y, size: 7.5, colour: soft, align: 'right' });
      page.margins.bottom = bottom;
    }
  }
}
