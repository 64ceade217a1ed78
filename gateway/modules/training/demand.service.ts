import { skillOf } from '../../../schema/training.ts';
import type { Clock } from '../../platform/clock.ts';
import { isDuplicate } from '../../platform/database.ts';
import { stableId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { ResourceRecord } from '../catalogue/resource.entity.ts';
import { SkillDemandRecord } from './demand.entity.ts';

interface Deps {
  clock: Clock;
}

/** However many different skills are lacking, no more are kept; those kept go on being counted. */
const mostKept = 5_000;

/** What loans are refused for want of: counted, never tied to a person, and forgotten after a stated age. */
export class SkillDemandService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Hands an attempt to borrow on as it ends; one that lacked an accreditation is counted first. */
  async heard<T>(attempt: Promise<T>): Promise<T> {
    try {
      return await attempt;
    } catch (error) {
      if (error instanceof Refusal && error.key === 'borrowing.accreditation') await this.#note(error);
      throw error;
    }
  }

  async #note({ params: { name, resourceId } }: Refusal): Promise<void> {
    const resource = await ResourceRecord.findById(resourceId, { departement: 1 }).lean();
    if (typeof name !== 'string' || !resource) return;
    const { skill, level } = skillOf(name);
    const { departement } = resource;
    const _id = stableId('skill-demand', JSON.stringify([skill, level, departement]));
    const now = this.#deps.clock();
    const upsert = (await SkillDemandRecord.estimatedDocumentCount()) < mostKept;
    const counted = { $set: { lastAt: now }, $inc: { count: 1 } };
    const first = { skill, level, name, departement, firstAt: now };
    await SkillDemandRecord.updateOne({ _id }, { ...counted, $setOnInsert: first }, { upsert }).catch(
      async (error: unknown) => {
        if (!isDuplicate(error)) throw error;
        await SkillDemandRecord.updateOne({ _id }, counted);
      },
    );
  }
}
