import type { Format, Messages } from '../i18n/index.ts';

type Terms = { pricing: 'free' | 'hourly' | 'daily' | 'exchange'; rateCents: number };

/** What somebody's time costs, in a few words. */
export const rateOf = ({ trainers: words }: Messages, format: Format, { pricing, rateCents }: Terms): string =>
  ({
    free: words.free,
    exchange: words.exchange,
    hourly: words.hourly(format.money(rateCents)),
    daily: words.daily(format.money(rateCents)),
  })[pricing];
