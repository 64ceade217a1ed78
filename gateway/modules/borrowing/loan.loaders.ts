import DataLoader from 'dataloader';
import { byId } from '../../platform/batch.ts';
import { ResourceRecord } from '../catalogue/resource.entity.ts';
import { type Claim, ClaimRecord } from '../sharing/claim.entity.ts';
import { WorkshopRecord } from '../workshop/workshop.entity.ts';
import type { ExtensionService } from './extension.service.ts';
import { type Loan, LoanRecord } from './loan.entity.ts';
import { LoanGroupRecord } from './loan-group.entity.ts';
import type { UnitChoiceService } from './unit-choice.service.ts';

/** Relations of loans, for one operation. */
export const loanLoaders = ({ extensions, units }: { extensions: ExtensionService; units: UnitChoiceService }) => ({
  loanResource: byId((ids) => ResourceRecord.find({ _id: { $in: ids } }).lean()),
  loanWorkshop: byId((ids) =>
    WorkshopRecord.find({ _id: { $in: ids } })
      .select('-searchWords')
      .lean(),
  ),
  loanGroup: byId((ids) => LoanGroupRecord.find({ _id: { $in: ids } }).lean()),
  /** All the loans of a group, in the order of their time; who may see which is for the reader to say. */
  groupLoans: new DataLoader<string, Loan[], string>(async (ids) => {
    const loans = await LoanRecord.find({ groupId: { $in: [...ids] } })
      .sort({ from: 1, _id: 1 })
      .lean();
    return ids.map((id) => loans.filter(({ groupId }) => groupId === id));
  }),
  /** All the parts of a group; who may see which is for the reader to say. */
  groupClaims: new DataLoader<string, Claim[], string>(async (ids) => {
    const claims = await ClaimRecord.find({ groupId: { $in: [...ids] } })
      .sort({ listingId: 1 })
      .lean();
    return ids.map((id) => claims.filter(({ groupId }) => groupId === id));
  }),
  latestEnd: new DataLoader<Loan, Date, string>((loans) => extensions.latestEnds(loans), {
    cacheKeyFn: ({ _id }) => _id,
  }),
  unitChoices: new DataLoader<Loan, Awaited<ReturnType<UnitChoiceService['choices']>>[number], string>(
    (loans) => units.choices(loans),
    { cacheKeyFn: ({ _id }) => _id },
  ),
});
