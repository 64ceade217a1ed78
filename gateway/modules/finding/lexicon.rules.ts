import { distance } from 'fastest-levenshtein';
import { isStem, waysOf } from '../../../schema/words.ts';

/** The words that records are found by, ready to be asked. */
export interface Lexicon {
  /** In order, each once. */
  words: readonly string[];
  stems: ReadonlySet<string>;
}

/** No lexicon is larger: beyond, the last words of the alphabet are not proposed. */
const mostWords = 50_000;

export function lexiconOf(stored: Iterable<string>): Lexicon {
  const [words, stems] = [new Set<string>(), new Set<string>()];
  for (const each of stored) (isStem(each) ? stems : words).add(each);
  return { words: [...words].sort().slice(0, mostWords), stems };
}

/** The place of the first word that is not before `text`. */
function firstFrom(words: readonly string[], text: string): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]! < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether some record is found by the word: by its beginning or by its stem. */
export function isKnown(word: string, { words, stems }: Lexicon): boolean {
  const { stem, beginnings } = waysOf(word);
  return stems.has(stem) || beginnings.some((text) => words[firstFrom(words, text)]?.startsWith(text) ?? false);
}

/** How many letters may be wrong: none in a short word, which is as near to a dozen others. */
const allowed = (word: string): number => (word.length < 4 ? 0 : word.length < 7 ? 1 : 2);

/** Two neighbours exchanged are one slip of the fingers, not two. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, n) => letter !== b[n]);
  return at >= 0 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

const slips = (a: string, b: string): number => (isSwap(a, b) ? 1 : distance(a, b));

/**
 * The word of the lexicon that was meant: the fewest wrong letters, then the same first letter, then the same length.
 * Nothing for what has digits (a code, a size) and where nothing is near enough.
 */
export function meant(word: string, { words }: Lexicon): string | undefined {
  const most = allowed(word);
  if (most === 0 || /\d/.test(word)) return undefined;
  let best: string | undefined;
  let least = Infinity;
  for (const candidate of words) {
    if (Math.abs(candidate.length - word.length) > most || candidate.length < 3) continue;
    const wrong = slips(word, candidate);
    if (wrong > most) continue;
    const apart = Math.abs(candidate.length - word.length);
    const cost = wrong * 10 + (candidate[0] === word[0] ? 0 : 5) + apart;
    if (cost < least) [best, least] = [candidate, cost];
  }
  return best;
}
