import { type KindName, travels } from '../../../schema/kinds.ts';
import type { LoanActor, LoanStatus } from '../../../schema/loans.ts';

/** The two moments of a loan of which photos are kept. */
const loanPhotoPurposes = ['hand_over_photo', 'take_back_photo'] as const;
export type LoanPhotoPurpose = (typeof loanPhotoPurposes)[number];

/** Both sides may show the machine as it leaves and as it comes back, until the next document is signed. */
const during: Record<LoanPhotoPurpose, readonly LoanStatus[]> = {
  hand_over_photo: ['accepted', 'out'],
  take_back_photo: ['out', 'returned', 'trouble'],
};

/** Until a document is signed, whoever took a photo may think again; afterwards it is part of it. */
const unsigned: Record<LoanPhotoPurpose, readonly LoanStatus[]> = {
  hand_over_photo: ['accepted'],
  take_back_photo: ['out'],
};

type Side = LoanActor | undefined;
const stands = (side: Side) => side === 'lender' || side === 'borrower';

/** The moments of which this side may add a photo now: none of somebody who travels, whom nobody hands over. */
export const mayPhotograph = (status: LoanStatus, side: Side, kind: KindName = 'equipment'): LoanPhotoPurpose[] =>
  stands(side) && !travels(kind) ? loanPhotoPurposes.filter((purpose) => during[purpose].includes(status)) : [];

export const mayTakeOff = (purpose: LoanPhotoPurpose, status: LoanStatus, side: Side, taken: boolean): boolean =>
  stands(side) && taken && unsigned[purpose].includes(status);
