import { must } from './verdict.ts';

export const isPdf = (bytes: Buffer): boolean => /^%PDF-[12]\.\d/.test(bytes.subarray(0, 16).toString('latin1'));

/**
 * The bones of a PDF: objects, and a trailer or a cross-reference stream whose root is one of them. What it does when it is
 * opened is not judged: it is only ever given back as a download.
 */
export function readPdf(bytes: Buffer): void {
  const text = bytes.toString('latin1');
  must(/(?:^|\s)\d+\s+\d+\s+obj\b/.test(text));
  const roots = [...text.matchAll(/\/Root\s+(\d+)\s+\d+\s+R/g)].map(([, id]) => id!);
  must(roots.length > 0 && (text.includes('trailer') || /\/Type\s*\/XRef\b/.test(text)));
  // A document whose objects are packed in streams holds its root inside one of them.
  const packed = /\/Type\s*\/ObjStm\b/.test(text);
  must(packed || roots.some((id) => new RegExp(String.raw`(?:^|\s)${id}\s+\d+\s+obj\b`).test(text)));
}
