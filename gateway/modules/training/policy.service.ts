import { skillOf, withoutLevel } from '../../../schema/training.ts';
import { transaction } from '../../platform/database.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import { asVerified, demand, leads, type Viewer } from '../identity/viewer.ts';
import { type Workshop, WorkshopRecord } from '../workshop/workshop.entity.ts';
import { recognises } from './accreditation.rules.ts';
import { type TrainingPolicy, TrainingPolicyRecord } from './policy.entity.ts';
import type { TrainingPolicyInput } from './training.inputs.ts';

type Site = Pick<Workshop, '_id' | 'networkIds'>;

const usual = (workshopId: string): TrainingPolicy => ({ _id: workshopId, lasting: [], recognised: [], ignored: [] });

/** What workshops say of accreditations: how long their own last, and whose they recognise. */
export class PolicyService {
  /** What a workshop says; by default for ever, and those of its networks. */
  async of(workshopId: string): Promise<TrainingPolicy> {
    return (await TrainingPolicyRecord.findById(workshopId).lean()) ?? usual(workshopId);
  }

  /** Those of these issuers whom a workshop recognises. */
  async recognisedBy(lender: Site, issuerIds: readonly string[]): Promise<string[]> {
    const policy = await this.of(lender._id);
    const issuers = await WorkshopRecord.find({ _id: { $in: [...new Set(issuerIds)] } }, { networkIds: 1 }).lean();
    return issuers.filter((issuer) => recognises(lender, issuer, policy)).map(({ _id }) => _id);
  }

  /** What a workshop says, for whoever leads it. */
  async get(viewer: Viewer, workshopId: string): Promise<TrainingPolicy> {
    demand(viewer, leads(viewer, { scope: 'workshop', id: workshopId }));
    return this.of(workshopId);
  }

  /** Sets all of it. What was issued before lasts as it was said then; who is recognised changes at once. */
  async settle(viewer: Viewer, { workshopId, lasting, recognised, ignored }: TrainingPolicyInput) {
    asVerified(viewer);
    demand(viewer, leads(viewer, { scope: 'workshop', id: workshopId }));
    const rows = lasting.map(({ skill, ageMonths, idleMonths }) => ({
      skill: withoutLevel(skill),
      ...(ageMonths && { ageMonths }),
      ...(idleMonths && { idleMonths }),
    }));
    if (new Set(rows.map(({ skill }) => skillOf(skill).skill)).size < rows.length)
      throw new Refusal('platform.invalid', { field: 'lasting' });
    const [added, left] = [[...new Set(recognised)], [...new Set(ignored)].filter((id) => !recognised.includes(id))];
    return transaction(async () => {
      const named = [workshopId, ...added, ...left];
      const known = await WorkshopRecord.countDocuments({ _id: { $in: named } });
      if (known < new Set(named).size) throw notFound('workshop');
      const policy = { lasting: rows, recognised: added, ignored: left };
      await TrainingPolicyRecord.updateOne({ _id: workshopId }, { $set: policy }, { upsert: true });
      return { _id: workshopId, ...policy } satisfies TrainingPolicy;
    });
  }
}
