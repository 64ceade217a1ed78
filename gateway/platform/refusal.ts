import { type RefusalCode, type RefusalKey, refusals } from '../../schema/refusals.ts';

export type RefusalParams = Record<string, string | number | boolean | null>;

/** A foreseen "no". Its key is worded by the web; its params are the figures that the sentence needs (dates as ISO). */
export class Refusal extends Error {
  readonly key: RefusalKey;
  readonly code: RefusalCode;
  readonly params: RefusalParams;

  constructor(key: RefusalKey, params: RefusalParams = {}) {
    super(key);
    this.name = 'Refusal';
    this.key = key;
    this.code = refusals[key];
    this.params = params;
  }
}

export const notFound = (what: string) => new Refusal('platform.notFound', { what });
