import { transaction } from '../../platform/database.ts';
import { LoanRecord } from '../borrowing/loan.entity.ts';
import { CapabilityRecord } from '../catalogue/capability.entity.ts';
import type { DeclaredService } from '../catalogue/declared.service.ts';
import { ResourceRecord } from '../catalogue/resource.entity.ts';
import { InvitationRecord } from '../identity/invitation.entity.ts';
import { MandateRecord } from '../identity/person.entity.ts';
import { type Membership, MembershipRecord } from '../network/network.entity.ts';
import { OfferRecord } from '../production/offer.entity.ts';
import { ListingRecord } from '../sharing/listing.entity.ts';
import { type ImportTrace, ImportTraceRecord, type KeptReason } from './import-batch.entity.ts';
import { restoring } from './import.journal.ts';
import { type Dependants, whyNotRemoved, whyNotRestored } from './import-undo.rules.ts';
import { type Workshop, WorkshopRecord } from './workshop.entity.ts';

interface Deps {
  equipment: { refreshOf(workshopId: string): Promise<void> };
  declared: DeclaredService;
}

/** Takes back what an import did to one workshop. */
export class ImportUndoService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** In one transaction with `after`; the reason when the workshop has to stay as it is. */
  undo(trace: ImportTrace, after: (kept: KeptReason | undefined) => Promise<void>): Promise<void> {
    return transaction(async () => {
      const kept = await this.#undo(trace);
      await ImportTraceRecord.deleteOne({ _id: trace._id });
      await after(kept);
    });
  }

  async #undo(trace: ImportTrace): Promise<KeptReason | undefined> {
    const { workshopId, created } = trace;
    // Written first: whoever changes the record at this moment collides here.
    const now = await WorkshopRecord.findByIdAndUpdate(
      workshopId,
      { $inc: { revision: 1 } },
      { returnDocument: 'after' },
    ).lean();
    if (!now) return 'gone';
    return created ? this.#remove(trace, now) : this.#restore(trace, now);
  }

  async #remove(trace: ImportTrace, now: Workshop): Promise<KeptReason | undefined> {
    const reason = whyNotRemoved(trace, now, await this.#dependantsOf(trace));
    if (reason) return reason;
    const { workshopId } = trace;
    await MembershipRecord.deleteMany({ workshopId });
    await CapabilityRecord.deleteMany({ workshopId });
    await InvitationRecord.deleteMany({ scope: 'workshop', scopeId: workshopId });
    await WorkshopRecord.deleteOne({ _id: workshopId });
    return undefined;
  }

  async #restore(trace: ImportTrace, now: Workshop): Promise<KeptReason | undefined> {
    const { workshopId, before } = trace;
    const reason = (before && whyNotRestored(trace, now)) ?? (await this.#leave(trace));
    if (reason || !before) return reason;
    await WorkshopRecord.updateOne({ _id: workshopId }, restoring(before));
    const { machines = [], declaredKeys: keys = [] } = before;
    await this.#deps.declared.replace({ ...now, ...before }, { machines, keys });
    await this.#deps.equipment.refreshOf(workshopId);
    return undefined;
  }

  /** Ends the membership that the import made, unless somebody has moved it since. */
  async #leave({ workshopId, membershipId, at }: ImportTrace): Promise<KeptReason | undefined> {
    if (!membershipId) return undefined;
    const tie = await MembershipRecord.findById(membershipId).lean();
    if (!tie || !isUntouched(tie, at)) return 'membership';
    await MembershipRecord.deleteOne({ _id: membershipId });
    await WorkshopRecord.updateOne({ _id: workshopId }, { $pull: { networkIds: tie.networkId } });
    await this.#deps.equipment.refreshOf(workshopId);
    return undefined;
  }

  async #dependantsOf({ workshopId, membershipId, at }: ImportTrace): Promise<Dependants> {
    const ties = await MembershipRecord.find({ workshopId }).lean();
    return {
      people: await MandateRecord.countDocuments({ scope: 'workshop', scopeId: workshopId }),
      equipment:
        (await ResourceRecord.countDocuments({ workshopId })) + (await ListingRecord.countDocuments({ workshopId })),
      exchanges: (await LoanRecord.countDocuments({ workshopId })) + (await OfferRecord.countDocuments({ workshopId })),
      otherTies: ties.filter((tie) => tie._id !== membershipId || !isUntouched(tie, at)).length,
    };
  }
}

const isUntouched = ({ status, decidedAt }: Membership, at: Date) =>
  status === 'admitted' && decidedAt?.getTime() === at.getTime();
