import { isPoint, type Point } from '../../platform/geo.ts';

/** Longest text read as a place; the rest is ignored. */
const longestQuery = 80;

/** A name as it is compared: no accents, hyphens, apostrophes or abbreviations, one space between words. */
export const fold = (text: string): string =>
  text
    .slice(0, longestQuery)
    .normalize('NFD')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/\bst (?=\S)/g, 'saint ')
    .replace(/\bste (?=\S)/g, 'sainte ')
    .replace(/\b(\d{1,2})(?:ere?|r|eme|e)\b/g, '$1e');

/** What a person typed to name a place. */
export type PlaceQuery =
  | { by: 'point'; point: Point }
  | { by: 'code'; code: string }
  | { by: 'digits'; digits: string }
  | { by: 'name'; name: string };

const decimal = String.raw`[+-]?\d{1,3}(?:\.\d{1,15})?`;
const pointPattern = new RegExp(String.raw`^(${decimal})\s*[,;\s]\s*(${decimal})$`);

/** Undefined when the text names nothing: empty, signs only, or two numbers that are no coordinates. */
export function readQuery(text: string): PlaceQuery | undefined {
  const typed = text.slice(0, longestQuery).trim();
  const pair = pointPattern.exec(typed);
  if (pair) {
    const point = { lat: Number(pair[1]), lon: Number(pair[2]) };
    return isPoint(point) ? { by: 'point', point } : undefined;
  }
  const compact = typed.replace(/\s/g, '').toUpperCase();
  if (/^(\d{5}|2[AB]\d{3})$/.test(compact)) return { by: 'code', code: compact };
  if (/^\d{1,4}$/.test(compact)) return { by: 'digits', digits: compact };
  const name = fold(typed);
  return name ? { by: 'name', name } : undefined;
}

const article = /^(?:les?|la|l) /;

/** How well a folded name answers: 3 the same, 2 begins so (its article aside), 1 a later word begins so, 0 not at all. */
export function likeness(name: string, wanted: string): 0 | 1 | 2 | 3 {
  if (name === wanted) return 3;
  if (name.startsWith(wanted)) return 2;
  const later = name.indexOf(` ${wanted}`);
  if (later < 0) return 0;
  return later === article.exec(name)?.[0].trimEnd().length ? 2 : 1;
}

const overseasZones: Record<string, string> = {
  '971': 'America/Guadeloupe',
  '972': 'America/Martinique',
  '973': 'America/Cayenne',
  '974': 'Indian/Reunion',
  '975': 'America/Miquelon',
  '976': 'Indian/Mayotte',
  '977': 'America/St_Barthelemy',
  '978': 'America/Marigot',
  '986': 'Pacific/Wallis',
  '987': 'Pacific/Tahiti',
  '988': 'Pacific/Noumea',
};

/** IANA zone of a departement. French Polynesia counts as Tahiti: its two eastern archipelagos differ by up to an hour. */
export const timeZoneOf = (departement: string): string => overseasZones[departement] ?? 'Europe/Paris';
