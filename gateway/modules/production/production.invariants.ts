import { OfferRecord } from './offer.entity.ts';
import { RequestRecord } from './request.entity.ts';

/** What must never be found in the exchange: each row is a fault, said in words. */
export async function productionFaults(): Promise<string[]> {
  const faults: string[] = [];
  const groups = await OfferRecord.aggregate<{ _id: string; open: number; accepted: number }>([
    {
      $group: {
        _id: '$requestId',
        open: { $sum: { $cond: ['$open', 1, 0] } },
        accepted: { $sum: { $cond: [{ $eq: ['$state', 'accepted'] }, 1, 0] } },
      },
    },
  ]);
  const offers = new Map(groups.map((group) => [group._id, group]));
  for await (const { _id, code, state, offerId } of RequestRecord.find().lean().cursor()) {
    const { open = 0, accepted = 0 } = offers.get(_id) ?? {};
    if (open > 1) faults.push(`${code}: ${open} offers are open at once`);
    if (accepted > 1) faults.push(`${code}: ${accepted} labs have won`);
    if (open === 1 && state !== 'routing') faults.push(`${code}: an offer is open while it is ${state}`);
    if (open === 0 && state === 'routing') faults.push(`${code}: is being routed, and nobody is asked`);
    if (accepted === 1 && offerId === null) faults.push(`${code}: a lab has accepted, and the request does not know`);
  }
  return faults;
}
