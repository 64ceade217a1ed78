import { materialIds, materialSpellings, processIds, processSpellings } from '../../../schema/taxonomy.ts';
import { searchWords } from '../../../schema/words.ts';

/** Most words of a question that are read. */
const mostWords = 8;

const wordsOfEach = <Id extends string>(ids: readonly Id[], spellings: (id: Id) => string[]) =>
  ids.map((id) => ({ id, words: new Set(spellings(id).flatMap(searchWords)) }));
const processWords = wordsOfEach(processIds, processSpellings);
const materialWords = wordsOfEach(materialIds, materialSpellings);

/** A short beginning would name half of the taxonomy: it stands for itself alone, as 3D, CNC or MDF do. */
const shortest = 4;
const named = (rows: readonly { id: string; words: ReadonlySet<string> }[], prefix: string): string[] =>
  rows
    .filter(({ words }) =>
      prefix.length < shortest ? words.has(prefix) : [...words].some((word) => word.startsWith(prefix)),
    )
    .map(({ id }) => id);

/** One word of a question: the beginning of a word of the record, or of the name of something that the workshop does. */
export interface Term {
  prefix: string;
  processes: string[];
  materials: string[];
}

/** What a text asks for: every term must be met. A word of one letter, or of none that a search knows, asks for nothing. */
export const termsOf = (text: string): Term[] =>
  searchWords(text.slice(0, 200))
    .filter((word) => word.length > 1)
    .slice(0, mostWords)
    .map((prefix) => ({
      prefix,
      processes: named(processWords, prefix),
      materials: named(materialWords, prefix),
    }));

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
  return searchWords([name, city, postalCode, address, ...said, description].join(' ')).slice(0, 400);
};
