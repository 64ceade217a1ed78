import { countedKinds } from '../../../schema/kinds.ts';
import { skillIds, skillSpellings } from '../../../schema/skills.ts';
import { materialIds, materialSpellings, processIds, processSpellings } from '../../../schema/taxonomy.ts';
import { searchWords, storedWords, wordQuery } from '../../../schema/words.ts';
import { ResourceRecord } from '../catalogue/resource.entity.ts';
import { ListingRecord } from '../sharing/listing.entity.ts';
import { WorkshopRecord } from '../workshop/workshop.entity.ts';
import { isKnown, type Lexicon, lexiconOf, meant } from './lexicon.rules.ts';

/** A word that nobody's record holds, and the one that was searched for instead. */
export interface Correction {
  typed: string;
  used: string;
}

export interface Understood {
  words: string[];
  corrections: Correction[];
}

/** What is counted and offered. */
const offered = { kind: { $in: countedKinds }, status: { $in: ['open' as const, 'confirmed' as const] } };
const mostAsked = 8;
const longest = 200;
/** Known words cost nothing; an unknown one is worth reading the words again, not more often than this. */
const freshMs = 5_000;
const oldestMs = 600_000;

const ofTheTrade = [
  ...processIds.map(processSpellings),
  ...materialIds.map(materialSpellings),
  ...skillIds.map(skillSpellings),
]
  .flat()
  .flatMap((spelling) => storedWords(spelling));

/** What people type, in the network's own words. */
export class LexiconService {
  #lexicon: Lexicon = lexiconOf(ofTheTrade);
  #readAt = -Infinity;
  #reading: Promise<void> | undefined;

  /** The words of a text, those that nothing is found by replaced by the nearest that something is found by. */
  async understand(text: string | null | undefined): Promise<Understood> {
    const typed = searchWords((text ?? '').slice(0, longest))
      .filter((word) => word.length > 1)
      .slice(0, mostAsked);
    if (typed.length === 0) return { words: [], corrections: [] };
    await this.#refresh(oldestMs);
    const corrections: Correction[] = [];
    const words: string[] = [];
    for (const word of typed) {
      const used = await this.#nearest(word);
      if (used !== undefined) corrections.push({ typed: word, used });
      words.push(used ?? word);
    }
    return { words: [...new Set(words)], corrections };
  }

  async #nearest(word: string): Promise<string | undefined> {
    if (isKnown(word, this.#lexicon)) return undefined;
    await this.#refresh(freshMs);
    if (isKnown(word, this.#lexicon) || (await this.#isStored(word))) return undefined;
    return meant(word, this.#lexicon);
  }

  /** What was written since the words were read is found all the same. */
  async #isStored(word: string): Promise<boolean> {
    const asked = { searchWords: wordQuery(word) };
    const found = await ResourceRecord.exists({ status: 'published', ...asked });
    return Boolean(
      found ?? (await WorkshopRecord.exists(asked)) ?? (await ListingRecord.exists({ ...offered, ...asked })),
    );
  }

  async #refresh(atMost: number): Promise<void> {
    if (performance.now() - this.#readAt < atMost) return;
    this.#reading ??= this.#read().finally(() => (this.#reading = undefined));
    await this.#reading;
  }

  async #read(): Promise<void> {
    const [machines, workshops, listings] = await Promise.all([
      ResourceRecord.distinct('searchWords', { status: 'published' }),
      WorkshopRecord.distinct('searchWords'),
      ListingRecord.distinct('searchWords', offered),
    ]);
    // A record without a word stands in the index all the same, as nothing.
    const stored = [...machines, ...workshops, ...listings].filter((word) => typeof word === 'string');
    this.#lexicon = lexiconOf([...ofTheTrade, ...stored]);
    this.#readAt = performance.now();
  }
}
