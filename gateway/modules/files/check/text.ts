/** Reads text as UTF-8, as UTF-16 with its mark, else as the Windows-1252 of older spreadsheets; never fails. */
export function textOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Whether the bytes can be text at all: no NUL but in UTF-16. */
export const looksLikeText = (bytes: Buffer): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff) || !bytes.includes(0);

/** A page or a script under another name: never taken as a drawing or a table. */
export const looksLikePage = (text: string): boolean =>
  /<(?:!doctype|html|head|body|script|iframe|object|embed|\?php)\b/i.test(text.slice(0, 64 * 1024)) ||
  /<\?(?:php|=)/i.test(text.slice(0, 64 * 1024));
