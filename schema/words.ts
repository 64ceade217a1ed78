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
