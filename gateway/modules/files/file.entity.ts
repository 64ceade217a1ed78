import { Binary } from 'mongodb';
import { model, Schema } from 'mongoose';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import {
  type FileKind,
  fileKindNames,
  type FilePurpose,
  filePurposeNames,
  type UploadState,
  uploadStates,
} from '../../../schema/files.ts';
import { enumOf } from '../../platform/enum.ts';
import { PageType } from '../../platform/page.ts';
import type { Party } from '../identity/viewer.ts';
import type { FileFault } from './check/verdict.ts';

const FileKindEnum = enumOf('FileKind', fileKindNames, 'What a file is, by its content.');
export const FilePurposeEnum = enumOf('FilePurpose', filePurposeNames, 'What a file is sent for.');

@ObjectType({ description: 'A photo, re-encoded, without the data that cameras hide in it.' })
export class Photo {
  @Field(() => ID, { name: 'id', description: 'Id: /files/photos/ID serves it, with ?w=320, 800 or 1600.' })
  _id!: string;

  @Field(() => String, { description: 'What it shows, in words.' })
  alt!: string;

  @Field(() => Int, { description: 'Width of the largest, in pixels.' })
  width!: number;

  @Field(() => Int, { description: 'Height of the largest, in pixels.' })
  height!: number;

  @Field(() => Date, { description: 'When it was received.' })
  at!: Date;
}

@ObjectType({ description: 'A file that was sent, judged by its content and kept.' })
export class Attachment extends Photo {
  purpose!: FilePurpose;
  subjectId!: string;
  /** `purpose:subjectId`, by which the files of a thing are read. */
  subject!: string;

  @Field(() => FileKindEnum, { description: 'What it is, by its content.' })
  kind!: FileKind;

  @Field(() => String, { description: 'The name under which it is downloaded.' })
  name!: string;

  @Field(() => Int, { description: 'Size, in bytes.' })
  bytes!: number;

  @Field(() => Boolean, { description: 'Whether scripts or outside references were taken out of it.' })
  cleaned!: boolean;

  @Field(() => [Int], { description: 'Rows of a table that do not hold together, from 1; fifty at most.' })
  rowErrors!: number[];

  /** What is kept of it in the storage. */
  variants!: string[];
  by!: string;
}

/** The right to send one file, once, and how far it has come. The ticket is kept as a digest. */
export interface Upload {
  _id: string;
  purpose: FilePurpose;
  subjectId: string;
  name: string;
  alt: string;
  /** Size of the whole, as announced. */
  bytes: number;
  /** Bytes received, all of them in `pieces`. */
  offset: number;
  pieces: string[];
  ticket: string;
  by: string;
  state: UploadState;
  fault?: FileFault;
  expiresAt: Date;
}

/** A stretch of an upload. One that no upload names was lost with its gateway, and goes with time. */
interface Piece {
  _id: string;
  bytes: Binary;
  expiresAt: Date;
}

/** The right to read one file, for minutes, by one person. */
interface DownloadTicket {
  _id: string;
  fileId: string;
  by: string;
  party: Party;
  used: boolean;
  expiresAt: Date;
}

@ObjectType({ description: 'That somebody downloaded a file.' })
export class FileDownload {
  @Field(() => ID, { name: 'id', description: 'Id.' })
  _id!: string;

  fileId!: string;
  subject!: string;

  @Field(() => String, { description: 'The name of the file, as it was.' })
  name!: string;

  @Field(() => Date, { description: 'When.' })
  at!: Date;

  by!: string;
  party!: Party;
}

@ObjectType({ description: 'A page of downloads.' })
export class FileDownloadPage extends PageType(FileDownload) {}

/** One row per thing that has files: two who add the last one allowed collide here. */
interface Shelf {
  _id: string;
  revision: number;
}

const id = { type: String, required: true } as const;
const purpose = { type: String, enum: filePurposeNames, required: true } as const;
const at = { type: Date, required: true } as const;
const party = { type: new Schema<Party>({ scope: String, id: String }, { _id: false }), required: true } as const;

export const FileRecord = model<Attachment>(
  'Attachment',
  new Schema<Attachment>({
    _id: id,
    purpose,
    subjectId: id,
    subject: id,
    kind: { type: String, enum: fileKindNames, required: true },
    name: { type: String, default: '' },
    alt: { type: String, default: '' },
    bytes: { type: Number, required: true },
    width: { type: Number, default: 0 },
    height: { type: Number, default: 0 },
    cleaned: { type: Boolean, default: false },
    rowErrors: { type: [Number], default: [] },
    variants: { type: [String], required: true },
    at,
    by: id,
  }).index({ subject: 1, at: 1, _id: 1 }),
  'attachments',
);

export const UploadRecord = model<Upload>(
  'Upload',
  new Schema<Upload>({
    _id: id,
    purpose,
    subjectId: id,
    name: { type: String, default: '' },
    alt: { type: String, default: '' },
    bytes: { type: Number, required: true },
    offset: { type: Number, default: 0 },
    pieces: { type: [String], default: [] },
    ticket: id,
    by: id,
    state: { type: String, enum: uploadStates, required: true },
    fault: String,
    expiresAt: at,
  })
    .index({ by: 1, state: 1 })
    .index({ expiresAt: 1 }, { expireAfterSeconds: 0 }),
  'uploads',
);

export const PieceRecord = model<Piece>(
  'UploadPiece',
  new Schema<Piece>({ _id: id, bytes: { type: Schema.Types.Mixed, required: true }, expiresAt: at }).index(
    { expiresAt: 1 },
    { expireAfterSeconds: 0 },
  ),
  'uploadPieces',
);

export const DownloadTicketRecord = model<DownloadTicket>(
  'DownloadTicket',
  new Schema<DownloadTicket>({
    _id: id,
    fileId: id,
    by: id,
    party,
    used: { type: Boolean, default: false },
    expiresAt: at,
  }).index({ expiresAt: 1 }, { expireAfterSeconds: 0 }),
  'downloadTickets',
);

export const FileDownloadRecord = model<FileDownload>(
  'FileDownload',
  new Schema<FileDownload>({
    _id: id,
    fileId: id,
    subject: id,
    name: { type: String, default: '' },
    at,
    by: id,
    party,
  }).index({ subject: 1, at: -1, _id: -1 }),
  'fileDownloads',
);

export const ShelfRecord = model<Shelf>(
  'FileShelf',
  new Schema<Shelf>({ _id: id, revision: { type: Number, default: 0 } }),
  'fileShelves',
);
