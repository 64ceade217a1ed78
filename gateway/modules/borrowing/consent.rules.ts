import { type Sides, lendersOf } from '../identity/sides.ts';
import { leads, speaksFor, type Party, type Viewer } from '../identity/viewer.ts';
import type { Loan } from './loan.entity.ts';
import type { Consent } from './loan-parts.entity.ts';

/** Who must agree to a loan of somebody: the person always, and the workshop that employs them. */
export const consentsFor = (sides: Pick<Sides, 'workshopId' | 'lent'>): Consent[] =>
  lendersOf(sides).map((party) => ({ party }));

/** Whoever is lent agrees for themselves; for their workshop too only if they lead it. */
const mayAgree = (viewer: Viewer, party: Party, { lent }: Loan): boolean => {
  const isLent = viewer.kind === 'person' && viewer.id === lent?.personId;
  return speaksFor(viewer, party) && (party.scope === 'person' || !isLent || leads(viewer, party));
};

/** The loan as deciding a step needs it: which of the missing agreements this viewer can give. */
export const facing = (viewer: Viewer, loan: Loan): Loan & { consents?: (Consent & { mine: boolean })[] } => {
  const { consents, ...rest } = loan;
  if (!consents) return rest;
  return { ...rest, consents: consents.map((one) => ({ ...one, mine: mayAgree(viewer, one.party, loan) })) };
};

/** Once the viewer has agreed for all for whom they speak. */
export const agreedBy = (consents: readonly (Consent & { mine?: boolean })[], personId: string, at: Date): Consent[] =>
  consents.map(({ mine, ...one }) => (mine && one.at === undefined ? { ...one, at, personId } : one));

/** Once somebody has taken their agreement back. */
export const withdrawnBy = (consents: readonly Consent[], personId: string | undefined): Consent[] =>
  consents.map((one) => (one.personId === personId ? { party: one.party } : one));
