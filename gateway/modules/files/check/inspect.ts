import { type FileKind, fileKinds } from '../../../../schema/files.ts';
import { isZip, readZip } from './archive.ts';
import { isDxf, isGcode, isStep, readDxf, readGcode, readStep } from './drawings.ts';
import { isThreeMf, readThreeMf } from './model.ts';
import { isPdf, readPdf } from './pdf.ts';
import { isHeic, isPhoto, readPhoto } from './photo.ts';
import { isAsciiStl, isBinaryStl, readAsciiStl, readBinaryStl } from './stl.ts';
import { cleanSvg, isSvg } from './svg.ts';
import { isTable, readTable } from './table.ts';
import { looksLikePage, looksLikeText, textOf } from './text.ts';
import { Bad, must, type Verdict } from './verdict.ts';

type Yes = Extract<Verdict, { ok: true }>;
type Reader = (bytes: Buffer) => Partial<Yes> | Promise<Partial<Yes>>;

/** The kind that the content says, the surest signs first. Names and declared types are not looked at. */
async function kindOf(bytes: Buffer): Promise<FileKind | undefined> {
  if (isPhoto(bytes)) return 'photo';
  if (isHeic(bytes)) throw new Bad('heic');
  if (isPdf(bytes)) return 'pdf';
  if (isZip(bytes)) return (await isThreeMf(bytes)) ? 'threemf' : 'zip';
  if (isBinaryStl(bytes) || isAsciiStl(bytes)) return 'stl';
  if (!looksLikeText(bytes)) return undefined;
  if (isStep(bytes)) return 'step';
  if (isDxf(bytes)) return 'dxf';
  const text = textOf(bytes);
  if (isSvg(text)) return 'svg';
  must(!looksLikePage(text), 'dangerous');
  if (isGcode(bytes)) return 'gcode';
  return isTable(bytes) ? 'csv' : undefined;
}

/** Kept as it was sent, once it has been read whole. */
const asSent =
  (read: (bytes: Buffer) => unknown): Reader =>
  async (bytes) => {
    await read(bytes);
    return {};
  };

/** How each kind is read whole. */
const readers: Record<FileKind, Reader> = {
  photo: async (bytes) => ({ ...(await readPhoto(bytes)), cleaned: true }),
  pdf: asSent(readPdf),
  stl: asSent((bytes) => (isBinaryStl(bytes) ? readBinaryStl(bytes) : readAsciiStl(bytes))),
  threemf: asSent(readThreeMf),
  step: asSent(readStep),
  dxf: asSent(readDxf),
  gcode: asSent(readGcode),
  zip: asSent((bytes) => readZip(bytes)),
  csv: (bytes) => ({ rowErrors: readTable(bytes) }),
  svg(bytes) {
    const { text, cleaned } = cleanSvg(textOf(bytes));
    return { kept: [{ variant: 'original', type: fileKinds.svg.type, bytes: Buffer.from(text) }], cleaned };
  },
};

/** Judges a file by what it holds, for a purpose that takes these kinds. Never throws. */
export async function inspect(bytes: Buffer, accepts: readonly FileKind[]): Promise<Verdict> {
  try {
    must(bytes.length > 0, 'empty');
    const kind = await kindOf(bytes);
    must(kind !== undefined, 'unknown');
    must(accepts.includes(kind), 'kind');
    const original = [{ variant: 'original', type: fileKinds[kind].type, bytes }];
    return { ok: true, kind, kept: original, cleaned: false, rowErrors: [], ...(await readers[kind](bytes)) };
  } catch (error) {
    // Readers of other people's formats throw what they like at a broken file: broken is what it is.
    return { ok: false, fault: error instanceof Bad ? error.fault : 'broken' };
  }
}
