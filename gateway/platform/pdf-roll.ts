import type { Drawing } from './pdf-drawing.ts';
import type { PdfBlock } from './pdf-sheet.ts';

const MM = 72 / 25.4;
const PAD = 4;

/** A ruled table whose empty cells are written in by hand; its head is drawn again on each page. */
export function drawRoll(
  doc: PDFKit.PDFDocument,
  drawing: Drawing,
  { columns, rows, rowMm }: Extract<PdfBlock, { kind: 'roll' }>,
): void {
  const { left, right } = doc.page.margins;
  const width = doc.page.width - left - right;
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => (share / whole) * width);
  const height = rowMm * MM;
  const line = (texts: readonly string[], y: number, tall: number, size: number) => {
    let x = left;
    texts.forEach((text, n) => {
      doc.rect(x, y, widths[n]!, tall).lineWidth(0.5).stroke('#000');
      const room = { x: x + PAD, y: y + PAD, width: widths[n]! - 2 * PAD, size, height: tall - PAD };
      if (text) drawing.write(text, room);
      x += widths[n]!;
    });
    doc.y = y + tall;
  };
  const head = () =>
    line(
      columns.map(({ title }) => title),
      doc.y,
      18,
      8.5,
    );
  drawing.need(18 + 2 * height);
  head();
  for (const row of rows) {
    if (doc.y + height > doc.page.height - doc.page.margins.bottom) {
      doc.addPage();
      head();
    }
    line(row, doc.y, height, 10);
  }
  doc.y += 3 * MM;
}
