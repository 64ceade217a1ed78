import PDFDocument from 'pdfkit';
import { Drawing, MM } from './pdf-drawing.ts';
import { fontBytes, writeOutlines } from './pdf-font.ts';
import type { PdfSheet } from './pdf-sheet.ts';

/** Draws a sheet of A4 pages. Runs in the side thread: a face takes a tenth of a second to read. */
export function drawPdf(sheet: PdfSheet): Promise<Uint8Array> {
  const doc = new PDFDocument({
    size: 'A4',
    margin: (sheet.marginMm ?? 14) * MM,
    font: '',
    bufferPages: true,
    lang: sheet.language,
    displayTitle: true,
    info: { Title: sheet.title, Producer: 'Maillage', Creator: 'Maillage', CreationDate: new Date(sheet.madeAt) },
  });
  const chunks: Buffer[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.once('end', () => resolve());
    doc.once('error', reject);
  });
  doc.registerFont('text', fontBytes()).font('text');
  writeOutlines((doc as unknown as { _font: { subset: unknown } })._font.subset);
  const drawing = new Drawing(doc, sheet);
  for (const block of sheet.blocks) drawing.block(block);
  sheet.labels?.forEach((page, n) => {
    if (n > 0) doc.addPage();
    for (const label of page) drawing.label(label);
  });
  drawing.feet();
  doc.end();
  return ended.then(() => new Uint8Array(Buffer.concat(chunks)));
}
