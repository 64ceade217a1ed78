/** What may be sent, for what: the gateway's guard, the web's forms and the tests read these tables. */

/** Every kind of file that is recognised by its content, with how it is named and served. */
export const fileKinds = {
  photo: { extension: 'webp', type: 'image/webp' },
  pdf: { extension: 'pdf', type: 'application/pdf' },
  stl: { extension: 'stl', type: 'model/stl' },
  threemf: { extension: '3mf', type: 'model/3mf' },
  step: { extension: 'step', type: 'model/step' },
  dxf: { extension: 'dxf', type: 'image/vnd.dxf' },
  svg: { extension: 'svg', type: 'image/svg+xml' },
  gcode: { extension: 'gcode', type: 'text/x-gcode' },
  csv: { extension: 'csv', type: 'text/csv' },
  zip: { extension: 'zip', type: 'application/zip' },
} as const satisfies Record<string, { extension: string; type: string }>;
export type FileKind = keyof typeof fileKinds;
export const fileKindNames = Object.keys(fileKinds) as FileKind[];

const MB = 1_000_000;

interface Purpose {
  accepts: readonly FileKind[];
  /** Of one file. */
  bytes: number;
  /** Files of one subject. */
  most: number;
  /** Anyone may see it, without an account. */
  open: boolean;
}

const photo = { accepts: ['photo'], bytes: 12 * MB } as const;

/** Everything that a file is sent for. */
export const filePurposes = {
  equipment_photo: { ...photo, most: 8, open: true },
  workshop_photo: { ...photo, most: 1, open: true },
  listing_photo: { ...photo, most: 8, open: true },
  hand_over_photo: { ...photo, most: 12, open: false },
  take_back_photo: { ...photo, most: 12, open: false },
  equipment_document: { accepts: ['pdf', 'zip', 'svg', 'dxf', 'stl', 'threemf'], bytes: 24 * MB, most: 10, open: true },
  cv: { accepts: ['pdf'], bytes: 8 * MB, most: 1, open: false },
  request_file: {
    accepts: ['pdf', 'stl', 'threemf', 'step', 'dxf', 'svg', 'gcode', 'csv', 'zip', 'photo'],
    bytes: 32 * MB,
    most: 30,
    open: false,
  },
} as const satisfies Record<string, Purpose>;
export type FilePurpose = keyof typeof filePurposes;
export const filePurposeNames = Object.keys(filePurposes) as FilePurpose[];

/** Widths, in pixels, in which each photo is kept. */
export const photoWidths = [320, 800, 1600] as const;

/** Where an upload stands. */
export const uploadStates = ['open', 'kept', 'refused'] as const;
export type UploadState = (typeof uploadStates)[number];

/** The text that a lab accepts before it may read the files of a request; a new wording is a new version. */
export const secrecyVersion = 1;

/** Everything about sending has a limit. */
export const fileLimits = {
  /** A ticket not used by then is worth nothing. */
  ticketMinutes: 15,
  /** An upload that has begun may be resumed for so long. */
  uploadHours: 24,
  /** Unfinished uploads of one person. */
  uploadsPerPerson: 40,
  downloadMinutes: 5,
  /** Files that nobody owns are swept after so long. */
  orphanHours: 24,
  nameLength: 120,
} as const;
