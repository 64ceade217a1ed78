import { createHash, randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { limits } from '../../../schema/vocabulary.ts';
import type { Clock } from '../../platform/clock.ts';
import { transaction } from '../../platform/database.ts';
import type { NewId } from '../../platform/ids.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import type { Storage } from '../../platform/storage.ts';
import { asVerified, type Viewer } from '../identity/viewer.ts';
import type { EquipmentService } from './equipment.service.ts';
import {
  type Photo,
  PhotoRecord,
  type PhotoTicket,
  PhotoTicketRecord,
  type PhotoWidth,
  photoWidths,
} from './photo.entity.ts';
import { ResourceRecord } from './resource.entity.ts';

interface Deps {
  clock: Clock;
  newId: NewId;
  storage: Storage;
  equipment: EquipmentService;
}

const ticketMinutes = 15;
/** A photo of a telephone has about 50 million; beyond, a small file may unfold to gigabytes. */
const mostPixels = 64_000_000;
const accepted = new Set(['jpeg', 'png', 'webp']);
const digest = (token: string) => createHash('sha256').update(token).digest('hex');
const nameOf = (id: string, width: PhotoWidth) => `photos/${id}/${width}.webp`;

/** The first bytes of the three formats taken. Anything else, SVG among them, never reaches a decoder. */
function looksLikePhoto(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 12).toString('latin1');
  return start.startsWith('\xff\xd8\xff') || start.startsWith('\x89PNG\r\n\x1a\n') || /^RIFF[\s\S]{4}WEBP/.test(start);
}

/**
 * Decodes a photo whole and encodes it again in each width, upright and without metadata: place, camera and author stay
 * with whoever took it. Refuses with `catalogue.photo` what does not decode.
 */
async function encoded(bytes: Buffer): Promise<{ files: Map<PhotoWidth, Buffer>; width: number; height: number }> {
  if (bytes.length === 0 || bytes.length > limits.photoBytes || !looksLikePhoto(bytes))
    throw new Refusal('catalogue.photo');
  try {
    const image = sharp(bytes, { failOn: 'error', limitInputPixels: mostPixels, animated: false });
    const { format } = await image.metadata();
    if (!accepted.has(format)) throw new Refusal('catalogue.photo');
    const files = new Map<PhotoWidth, Buffer>();
    let size = { width: 0, height: 0 };
    for (const width of photoWidths) {
      const { data, info } = await image
        .clone()
        .autoOrient()
        .resize({ width, height: width * 2, fit: 'inside', withoutEnlargement: true })
        .webp({ quality: 80 })
        .toBuffer({ resolveWithObject: true });
      files.set(width, data);
      size = info;
    }
    return { files, width: size.width, height: size.height };
  } catch (error) {
    // The decoder names the fault in its own words, which may quote the file.
    if (error instanceof Refusal) throw error;
    throw new Refusal('catalogue.photo');
  }
}

/** Photos of machines: sent with a one-time ticket by a plain route, kept re-encoded. */
export class PhotoService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** The right to send one photo of this machine: for whoever manages it, once, for a quarter of an hour. */
  async ticket(viewer: Viewer, resourceId: string, alt: string): Promise<string> {
    const by = asVerified(viewer).id;
    const { photoIds } = await this.#deps.equipment.managed(viewer, resourceId);
    if (photoIds.length >= limits.photosPerResource)
      throw new Refusal('catalogue.tooManyPhotos', { most: limits.photosPerResource });
    const token = randomBytes(24).toString('base64url');
    const expiresAt = new Date(this.#deps.clock().getTime() + ticketMinutes * 60_000);
    await PhotoTicketRecord.create([{ _id: digest(token), resourceId, alt: alt.trim(), by, expiresAt }]);
    return token;
  }

  /** Takes the photo that a ticket was given for. The ticket serves once, even if the photo is refused. */
  async receive(token: string, bytes: Buffer): Promise<Photo> {
    const ticket = await PhotoTicketRecord.findByIdAndDelete(digest(token)).lean();
    if (!ticket || ticket.expiresAt <= this.#deps.clock()) throw new Refusal('catalogue.ticketOver');
    const { files, width, height } = await encoded(bytes);
    const photo = await this.#record(ticket, width, height);
    for (const [size, file] of files) await this.#deps.storage.put(nameOf(photo._id, size), file, 'image/webp');
    await this.#hang(photo);
    return photo;
  }

  async remove(viewer: Viewer, photoId: string): Promise<string> {
    const photo = await PhotoRecord.findById(photoId).lean();
    if (!photo) throw notFound('photo');
    await this.#deps.equipment.managed(viewer, photo.resourceId);
    await transaction(async () => {
      await PhotoRecord.deleteOne({ _id: photoId });
      await ResourceRecord.updateOne({ _id: photo.resourceId }, { $pull: { photoIds: photoId } });
    });
    for (const width of photoWidths) await this.#deps.storage.remove(nameOf(photoId, width));
    return photo.resourceId;
  }

  ofResources(resourceIds: readonly string[]): Promise<Photo[]> {
    return PhotoRecord.find({ resourceId: { $in: [...resourceIds] } })
      .sort({ at: 1, _id: 1 })
      .lean();
  }

  /** The bytes of a photo in one width. */
  open(photoId: string, width: PhotoWidth) {
    return this.#deps.storage.open(nameOf(photoId, width));
  }

  async #record({ resourceId, alt, by }: PhotoTicket, width: number, height: number): Promise<Photo> {
    return { _id: this.#deps.newId(), resourceId, alt, width, height, at: this.#deps.clock(), by };
  }

  /** Shows the photo once its files are there; refuses the one too many of two sent at once. */
  #hang(photo: Photo): Promise<void> {
    return transaction(async () => {
      const room = { _id: photo.resourceId, [`photoIds.${limits.photosPerResource - 1}`]: { $exists: false } };
      const { matchedCount } = await ResourceRecord.updateOne(room, { $push: { photoIds: photo._id } });
      if (matchedCount === 0) throw new Refusal('catalogue.tooManyPhotos', { most: limits.photosPerResource });
      await PhotoRecord.create([photo]);
    });
  }
}
