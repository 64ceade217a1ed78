/** A background of images for the map, from a server that the site's operator chose. */
export type Tiles = {
  /** With {z}, {x} and {y}, and {s} where the server has several names. */
  url: string;
  attribution: string;
};

/** Who made the background, in pieces: a text, or the link of one. */
export type Credit = { text: string; href?: string };

const link = /<a\s[^>]*href=["'](https?:\/\/[^"']+)["'][^>]*>([^<]*)<\/a>/gi;
const entities: Record<string, string> = { '&copy;': '©', '&amp;': '&', '&lt;': '<', '&gt;': '>', '&nbsp;': '\u00A0' };
const plain = (html: string) =>
  html.replace(/<[^>]*>/g, '').replace(/&\w+;/g, (entity) => entities[entity.toLowerCase()] ?? entity);

/** Reads the line that tile servers ask to be shown. Its links stay links; of any other markup only the text is kept. */
export function creditsOf(attribution: string): Credit[] {
  const credits: Credit[] = [];
  let at = 0;
  const add = (text: string, href?: string) => {
    if (text) credits.push(href ? { text, href } : { text });
  };
  for (const match of attribution.matchAll(link)) {
    add(plain(attribution.slice(at, match.index)));
    add(plain(match[2] ?? ''), match[1]);
    at = match.index + match[0].length;
  }
  add(plain(attribution.slice(at)));
  return credits;
}

/** From where its images come, as a content policy names it; nothing for an address that has no origin. */
export function originOf({ url }: Pick<Tiles, 'url'>): string {
  const parts = /^(https?):\/\/(?:\{s\}\.)?([a-z0-9.-]+(?::\d+)?)\//i.exec(url);
  if (!parts) return '';
  return `${parts[1]}://${url.includes('{s}') ? '*.' : ''}${parts[2]}`;
}

/** The policy of a page that also shows these images: one more place for images, and for nothing else. */
export const allowing = (policy: string, tiles: Tiles | undefined): string => {
  const origin = tiles && originOf(tiles);
  return origin ? policy.replace(/img-src /, `img-src ${origin} `) : policy;
};
