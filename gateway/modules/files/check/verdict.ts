import type { FileKind } from '../../../../schema/files.ts';

/** Why a file is refused. */
export type FileFault = 'empty' | 'unknown' | 'kind' | 'broken' | 'tooComplex' | 'dangerous' | 'image' | 'heic';

/** One file to keep: the name of its variant (`320`, `original`) and its bytes. */
export interface Kept {
  variant: string;
  type: string;
  bytes: Uint8Array;
}

export type Verdict =
  | { ok: false; fault: FileFault }
  | {
      ok: true;
      kind: FileKind;
      /** What is kept; never what was sent when it has been encoded or cleaned again. */
      kept: Kept[];
      /** Whether something was taken out. */
      cleaned: boolean;
      width?: number;
      height?: number;
      /** Rows of a table that do not hold together, from 1. */
      rowErrors: number[];
    };

/** A "no" found while reading a file. */
export class Bad extends Error {
  readonly fault: FileFault;

  constructor(fault: FileFault) {
    super(fault);
    this.fault = fault;
  }
}

/** Refuses unless it holds. */
export function must(holds: boolean, fault: FileFault = 'broken'): asserts holds {
  if (!holds) throw new Bad(fault);
}

/** Nothing that people draw has more; beyond, a small file may unfold to gigabytes. */
export const caps = {
  pixels: 64_000_000,
  triangles: 4_000_000,
  unzippedBytes: 256 * 1024 * 1024,
  zipEntries: 1_000,
  /** Unpacked to packed, above a size where it matters. */
  zipRatio: 100,
  zipRatioFrom: 1024 * 1024,
  xmlDepth: 64,
  svgElements: 100_000,
  rows: 200_000,
  columns: 500,
  lines: 3_000_000,
} as const;
