/** The code in what was scanned or typed: the end of one of our short links, or the text itself. */
export function codeIn(text: string): string {
  const typed = text.trim();
  const link = /\/q\/([^/?#\s]+)\/?(?:[?#].*)?$/.exec(typed)?.[1];
  if (link === undefined) return typed;
  try {
    return decodeURIComponent(link);
  } catch {
    // A stray per cent sign: taken as it stands.
    return link;
  }
}
