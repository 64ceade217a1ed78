import { stemmer } from '@orama/stemmers/french';
import { normalise } from './taxonomy.ts';

/** Words that say nothing of what is looked for. */
const small = new Set('a au aux avec d de des du en et l la le les pour sur un une the of and for to with'.split(' '));

/** One form for the singular and the plural: métaux and métal, plateaux and plateau, lasers and laser. */
const singular = (word: string): string =>
  word.length < 4
    ? word
    : word
        .replace(/eaux$/, 'eau')
        .replace(/(?<!e)aux$/, 'al')
        .replace(/(?<=[a-z]{2})[sx]$/, '');

/** The words of a text as a search compares them: no accent, no plural, no article; each once, in order. */
export const searchWords = (text: string): string[] => [
  ...new Set(
    normalise(text.replace(/₂/g, '2'))
      .split(' ')
      .filter((word) => word !== '' && !small.has(word))
      .map(singular),
  ),
];

/** Endings of the trades that the stemmer leaves: the deed, its tool and its trace. */
const trades = /(?<=.{4})(?:ag|eus|eux|eur|ur)$/;

/** The French stem of a word that `searchWords` made: découpe, découper, découpage and découpeuse are one. */
export const stemOf = (word: string): string => (stemmer(word) || word).replace(trades, '');

/** Stems stand in one array with the words, told apart by their sign: one index answers both. */
const stemSign = '=';
export const isStem = (stored: string): boolean => stored.startsWith(stemSign);

/** What is stored of a text, to be found by: its words, and their stems. */
export function storedWords(text: string, most = 400): string[] {
  const words = searchWords(text).slice(0, most);
  return [...words, ...new Set(words.map((word) => stemSign + stemOf(word)))];
}

/** A shorter stem begins words of another family: the stem of "lame" begins "laminoir". */
const tellingStem = 5;

/** The ways in which a stored word may answer a word that is looked for: the same stem, or one of these beginnings. */
export function waysOf(word: string): { stem: string; beginnings: string[] } {
  const stem = stemOf(word);
  const beginnings = stem.length >= tellingStem && word.startsWith(stem) ? [stem] : [word];
  return { stem: stemSign + stem, beginnings };
}

/** Whether a record of these stored words is found by a word. */
export function isFoundBy(word: string, stored: readonly string[]): boolean {
  const { stem, beginnings } = waysOf(word);
  return stored.some((each) => each === stem || beginnings.some((beginning) => each.startsWith(beginning)));
}

/** The same as `isFoundBy`, for an index: words hold letters and digits alone, so they are plain in a pattern. */
export function wordQuery(word: string): { $in: (string | RegExp)[] } {
  const { stem, beginnings } = waysOf(word);
  return { $in: [stem, ...beginnings.map((beginning) => new RegExp(`^${beginning.replace(/[^a-z0-9]/g, '')}`))] };
}
