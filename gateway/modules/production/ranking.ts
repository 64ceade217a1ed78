import type { RankedLab } from './scoring.rules.ts';

/**
 * Capable labs, best first: those compared on everything that is known of them, then those beyond, which are looked at
 * only once somebody asks past the compared.
 */
export class Ranking {
  readonly length: number;
  readonly #compared: readonly RankedLab[];
  readonly #rankBeyond: () => readonly RankedLab[];
  #whole: readonly RankedLab[] | undefined;

  constructor(compared: readonly RankedLab[], beyond: number, rankBeyond: () => readonly RankedLab[]) {
    this.length = compared.length + beyond;
    this.#compared = compared;
    this.#rankBeyond = rankBeyond;
  }

  /** All of them. */
  whole(): readonly RankedLab[] {
    this.#whole ??= [...this.#compared, ...this.#rankBeyond()];
    return this.#whole;
  }

  between(from: number, until: number): readonly RankedLab[] {
    const enough = until <= this.#compared.length || this.length === this.#compared.length;
    return (enough ? this.#compared : this.whole()).slice(from, until);
  }

  /** The best one that satisfies, with its place from 0. */
  first(satisfies: (one: RankedLab) => boolean): (RankedLab & { place: number }) | undefined {
    const near = this.#compared.findIndex(satisfies);
    if (near >= 0) return { ...this.#compared[near]!, place: near };
    const place = this.whole().findIndex(satisfies);
    return place < 0 ? undefined : { ...this.whole()[place]!, place };
  }
}
