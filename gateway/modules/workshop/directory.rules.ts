import { materialIds, materialSpellings, processIds, processSpellings } from '../../../schema/taxonomy.ts';
import { isFoundBy, storedWords } from '../../../schema/words.ts';

const wordsOfEach = <Id extends string>(ids: readonly Id[], spellings: (id: Id) => string[]) =>
  ids.map((id) => ({ id, words: [...new Set(spellings(id).flatMap((text) => storedWords(text)))] }));
const processWords = wordsOfEach(processIds, processSpellings);
const materialWords = wordsOfEach(materialIds, materialSpellings);

/** A short beginning would name half of the taxonomy: it stands for itself alone, as 3D, CNC or MDF do. */
const shortest = 4;
const named = (rows: readonly { id: string; words: readonly string[] }[], word: string): string[] =>
  rows
    .filter(({ words }) => (word.length < shortest ? words.includes(word) : isFoundBy(word, words)))
    .map(({ id }) => id);

/** One word of a question: a word of the record, or of the name of something that the workshop does. */
export interface Term {
  word: string;
  processes: string[];
  materials: string[];
}

const understood = new Map<string, Term>();
const mostKept = 2_000;

function termOf(word: string): Term {
  const known = understood.get(word);
  if (known) return known;
  if (understood.size >= mostKept) understood.clear();
  const term = { word, processes: named(processWords, word), materials: named(materialWords, word) };
  understood.set(word, term);
  return term;
}

/** What words ask for: every term must be met. */
export const termsOf = (words: readonly string[]): Term[] => words.map(termOf);

/** Every word by which a workshop's record is found. */
export const recordWords = (record: {
  name: string;
  city: string;
  postalCode: string;
  address: string;
  description: string;
  machines: readonly { brand: string; model: string }[];
}): string[] => {
  const { name, city, postalCode, address, description, machines } = record;
  const said = machines.map(({ brand, model }) => `${brand} ${model}`);
  return storedWords([name, city, postalCode, address, ...said, description].join(' '));
};
