import type { LoanDetailFragment, LoanRowFragment } from '../graph/generated/graphql.ts';

/** A loan as its page reads it. */
export type LoanSeen = LoanRowFragment & LoanDetailFragment;

/** When something last happened in the journal of a loan. */
export const when = ({ history }: LoanSeen, ...events: LoanSeen['history'][number]['event'][]) =>
  history.findLast(({ event }) => events.includes(event));

const HOUR = 3_600_000;
export const hoursBefore = (instant: string, hours: number) =>
  new Date(Date.parse(instant) - hours * HOUR).toISOString();
