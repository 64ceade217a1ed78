import sharp from 'sharp';
import { photoWidths } from '../../../../schema/files.ts';
import { Bad, caps, type Kept } from './verdict.ts';

const accepted = new Set(['jpeg', 'png', 'webp', 'heif']);
const signatures = [/^\xff\xd8\xff/, /^\x89PNG\r\n\x1a\n/, /^RIFF[\s\S]{4}WEBP/, /^[\s\S]{4}ftyp(?:avif|avis|mif1)/];

const startOf = (bytes: Buffer) => bytes.subarray(0, 16).toString('latin1');

/** The first bytes of the formats taken: anything else never reaches a decoder. */
export const isPhoto = (bytes: Buffer): boolean => signatures.some((one) => one.test(startOf(bytes)));

/** What telephones of one make keep unless they are told otherwise: known, and not read here. */
export const isHeic = (bytes: Buffer): boolean =>
  /^[\s\S]{4}ftyp(?:heic|heix|hevc|hevx|heim|heis)/.test(startOf(bytes));

/**
 * Decodes a photo whole and encodes it again in each width, upright and without metadata: place, camera and author stay
 * with whoever took it.
 */
export async function readPhoto(bytes: Buffer): Promise<{ kept: Kept[]; width: number; height: number }> {
  try {
    const image = sharp(bytes, { failOn: 'error', limitInputPixels: caps.pixels, animated: false });
    const { format } = await image.metadata();
    if (!accepted.has(format)) throw new Bad('image');
    const kept: Kept[] = [];
    let size = { width: 0, height: 0 };
    for (const width of photoWidths) {
      const { data, info } = await image
        .clone()
        .autoOrient()
        .resize({ width, height: width * 2, fit: 'inside', withoutEnlargement: true })
        .webp({ quality: 80 })
        .toBuffer({ resolveWithObject: true });
      kept.push({ variant: String(width), type: 'image/webp', bytes: data });
      size = info;
    }
    return { kept, ...{ width: size.width, height: size.height } };
  } catch (error) {
    // The decoder names the fault in its own words, which may quote the file.
    if (error instanceof Bad) throw error;
    throw new Bad('image');
  }
}
