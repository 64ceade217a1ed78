import type { Pricing } from '../../../schema/vocabulary.ts';
import type { Period } from '../../platform/intervals.ts';

const unitMs: Record<Pricing, number> = { free: 0, hourly: 3_600_000, daily: 86_400_000, exchange: 0 };

export interface Tariff {
  pricing: Pricing;
  rateCents: number;
  depositCents: number;
}

/** What a loan costs: every hour begun, or every 24 hours begun, counts whole; the road of who comes is in it; the deposit is given back. */
export interface LoanPrice {
  pricing: Pricing;
  /** Hours or days charged; 0 when free. */
  units: number;
  rateCents: number;
  totalCents: number;
  depositCents: number;
}

export function priceOf(
  { from, until }: Period,
  { pricing, rateCents, depositCents }: Tariff,
  roadCents = 0,
): LoanPrice {
  const charged = unitMs[pricing] > 0;
  const units = charged ? Math.ceil((until.getTime() - from.getTime()) / unitMs[pricing]) : 0;
  const totalCents = units * rateCents + roadCents;
  return { pricing, units, rateCents: charged ? rateCents : 0, totalCents, depositCents };
}

/** A request waits for its answer as long as the owner says, and no longer than until the loan would begin. */
export const holdOver = (now: Date, from: Date, holdHours: number): Date =>
  new Date(Math.min(now.getTime() + holdHours * 3_600_000, Math.max(from.getTime(), now.getTime() + 60_000)));
