import { model, Schema } from 'mongoose';
import { Field, ID, Int, ObjectType } from 'type-graphql';

/** Widths, in pixels, in which each photo is kept. */
export const photoWidths = [320, 800, 1600] as const;
export type PhotoWidth = (typeof photoWidths)[number];

@ObjectType({ description: 'A photo of an equipment, re-encoded, without the data that cameras hide in it.' })
export class Photo {
  @Field(() => ID, { name: 'id', description: 'Id: /files/photos/ID serves it, with ?w=320, 800 or 1600.' })
  _id!: string;

  resourceId!: string;

  @Field(() => String, { description: 'What it shows, in words.' })
  alt!: string;

  @Field(() => Int, { description: 'Width of the largest, in pixels.' })
  width!: number;

  @Field(() => Int, { description: 'Height of the largest, in pixels.' })
  height!: number;

  at!: Date;
  by!: string;
}

/** The right to send one photo, once, within minutes. Kept as a digest: who reads the database cannot use it. */
export interface PhotoTicket {
  _id: string;
  resourceId: string;
  alt: string;
  by: string;
  expiresAt: Date;
}

export const PhotoRecord = model<Photo>(
  'Photo',
  new Schema<Photo>({
    _id: { type: String, required: true },
    resourceId: { type: String, required: true },
    alt: { type: String, default: '' },
    width: { type: Number, required: true },
    height: { type: Number, required: true },
    at: { type: Date, required: true },
    by: { type: String, required: true },
  }).index({ resourceId: 1, at: 1 }),
  'photos',
);

export const PhotoTicketRecord = model<PhotoTicket>(
  'PhotoTicket',
  new Schema<PhotoTicket>({
    _id: { type: String, required: true },
    resourceId: { type: String, required: true },
    alt: { type: String, default: '' },
    by: { type: String, required: true },
    expiresAt: { type: Date, required: true },
  }).index({ expiresAt: 1 }, { expireAfterSeconds: 0 }),
  'photoTickets',
);
