import type { LoanActor, LoanSide } from '../../../schema/loans.ts';
import { isAdmin, type Party, sameParty, speaksFor, type Viewer } from '../identity/viewer.ts';
import type { Loan } from './loan.entity.ts';

type Sides = Pick<Loan, 'workshopId' | 'party' | 'personId'>;

export const lenderOf = ({ workshopId }: Pick<Loan, 'workshopId'>): Party => ({ scope: 'workshop', id: workshopId });

/** Who hears what is said to the borrower: the party, and the person who asked. */
export const borrowersOf = ({ party, personId }: Sides): Party[] => [party, { scope: 'person', id: personId }];

/**
 * The side on which a viewer stands. Somebody of both sides is on the one for which they act; acting for neither, on the
 * one where they asked themselves, else on the lender's.
 */
export function sideOf(viewer: Viewer, loan: Sides): LoanActor | undefined {
  if (viewer.kind === 'system') return 'system';
  if (viewer.kind !== 'person') return undefined;
  const lends = speaksFor(viewer, lenderOf(loan));
  const borrows = speaksFor(viewer, loan.party);
  if (lends && sameParty(viewer.acting, lenderOf(loan))) return 'lender';
  if (borrows && (sameParty(viewer.acting, loan.party) || viewer.id === loan.personId)) return 'borrower';
  return lends ? 'lender' : borrows ? 'borrower' : undefined;
}

/** Only the two sides see a loan, and whoever looks after the platform. */
export const maySee = (viewer: Viewer, loan: Sides): boolean => sideOf(viewer, loan) !== undefined || isAdmin(viewer);

/** The parties that hear a step: the other side of who took it; both, when time did. */
export const hearersOf = (loan: Sides, by: LoanActor): Party[] => {
  const heard: Record<LoanSide, Party[]> = { lender: [lenderOf(loan)], borrower: borrowersOf(loan) };
  return by === 'lender' ? heard.borrower : by === 'borrower' ? heard.lender : [...heard.lender, ...heard.borrower];
};
