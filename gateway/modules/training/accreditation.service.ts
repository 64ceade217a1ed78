import { foldedName, skillOf, spellingsOf } from '../../../schema/training.ts';
import type { Clock } from '../../platform/clock.ts';
import { isDuplicate, transaction } from '../../platform/database.ts';
import type { NewId } from '../../platform/ids.ts';
import { offsetOf, type Page, type PageArgs, pageOf } from '../../platform/page.ts';
import { notFound } from '../../platform/refusal.ts';
import type { PeopleService } from '../identity/people.service.ts';
import { asPerson, asVerified, demand, leads, speaksFor, type Viewer } from '../identity/viewer.ts';
import type { NoticeService } from '../notice/notice.service.ts';
import { type Workshop, WorkshopRecord } from '../workshop/workshop.entity.ts';
import { type Accreditation, AccreditationRecord } from './accreditation.entity.ts';
import { TrainingWishRecord } from './demand.entity.ts';
import { expiryOf, monthsAfter, stateOf, suffices } from './accreditation.rules.ts';
import type { PolicyService } from './policy.service.ts';
import type { IssueAccreditationInput } from './training.inputs.ts';

interface Deps {
  clock: Clock;
  newId: NewId;
  people: PeopleService;
  notices: NoticeService;
  policies: PolicyService;
}

export type Lender = Pick<Workshop, '_id' | 'networkIds'>;

/** What is issued: to whom, by which workshop, under which name. */
interface Issue {
  personId: string;
  workshopId: string;
  name: string;
}

/** Who may use what: issued and revoked by the managers of a workshop, looked at by every loan. */
export class AccreditationService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** The accreditation that opens this workshop's machine to this person, if they hold it now. */
  async held(personId: string, name: string, lender: Lender): Promise<Accreditation | undefined> {
    const { clock, policies } = this.#deps;
    const rows = await AccreditationRecord.find({ personId, revokedAt: null }).sort({ issuedAt: -1 }).lean();
    const enough = rows.filter((row) => suffices(row, name, clock()));
    const own = enough.find(({ workshopId }) => workshopId === lender._id);
    if (own || enough.length === 0) return own;
    const issuers = new Set(
      await policies.recognisedBy(
        lender,
        enough.map(({ workshopId }) => workshopId),
      ),
    );
    return enough.find(({ workshopId }) => issuers.has(workshopId));
  }

  /** Whether a person holds, from anybody, what a name asks for: for the eye of a search, not for the counter. */
  async holds(personId: string): Promise<(name: string) => boolean> {
    const now = this.#deps.clock();
    const rows = await AccreditationRecord.find({ personId, revokedAt: null }).lean();
    return (name) => rows.some((row) => suffices(row, name, now));
  }

  /**
   * Notes that it opened a loan, in the transaction of the loan: a revocation at the same moment writes the same row, so
   * that one of the two waits for the other and sees it.
   */
  async use({ _id }: Accreditation): Promise<void> {
    await AccreditationRecord.updateOne({ _id, revokedAt: null }, { $set: { usedAt: this.#deps.clock() } });
  }

  /**
   * Issues it to a person known by address or, at the counter, by id. A second time gives the first one again; one that has
   * grown too old or was not used for too long is renewed.
   */
  async issue(viewer: Viewer, input: IssueAccreditationInput): Promise<Accreditation> {
    const manager = asVerified(viewer);
    demand(viewer, leads(viewer, { scope: 'workshop', id: input.workshopId }));
    const { people, clock } = this.#deps;
    const person = input.personId ? await people.person(input.personId) : await people.byEmail(input.email ?? '');
    if (!person) throw notFound('person');
    const { workshopId, name } = input;
    const issue = { personId: person._id, workshopId, name };
    const key = { personId: person._id, workshopId, folded: foldedName(name), revokedAt: null };
    try {
      return await transaction(async () => {
        const earlier = await AccreditationRecord.findOne(key).lean();
        return earlier && stateOf(earlier, clock()) === 'valid' ? earlier : await this.grant(issue, manager.id);
      });
    } catch (error) {
      const earlier = isDuplicate(error) ? await AccreditationRecord.findOne(key).lean() : null;
      if (!earlier) throw error;
      return earlier;
    }
  }

  /**
   * Issues it, or renews what the person already holds of it from this workshop, as its policy says now; tells them. In the
   * caller's transaction, by whoever has the right.
   */
  async grant({ personId, workshopId, name: said }: Issue, issuedBy: string): Promise<Accreditation> {
    const { newId, clock, notices, policies } = this.#deps;
    const workshop = await WorkshopRecord.findById(workshopId, { name: 1 }).lean();
    if (!workshop) throw notFound('workshop');
    const [name, issuedAt] = [said.trim().replace(/\s+/g, ' '), clock()];
    const { ageMonths, idleMonths } = expiryOf(await policies.of(workshopId), name);
    const facts = {
      name,
      issuedAt,
      issuedBy,
      ...(ageMonths && { expiresAt: monthsAfter(issuedAt, ageMonths) }),
      ...(idleMonths && { idleMonths }),
    };
    const key = { personId, workshopId, folded: foldedName(name) };
    const earlier = await AccreditationRecord.findOne({ ...key, revokedAt: null }).lean();
    const row: Accreditation = { _id: earlier?._id ?? newId(), ...key, ...facts, earlier: [] };
    if (earlier) await this.#renew(earlier, row);
    else await AccreditationRecord.create([row]);
    const { skill, level } = skillOf(name);
    await TrainingWishRecord.deleteMany({ personId, skill: { $in: spellingsOf(skill) }, level: { $lte: level } });
    await notices.tell({
      topic: 'accreditation',
      subjectId: row._id,
      event: 'borrowing.accredited',
      to: [{ scope: 'person', id: personId }],
      params: { name, workshop: workshop.name },
    });
    return row;
  }

  async #renew(
    before: Accreditation,
    { name, issuedAt, issuedBy, expiresAt, idleMonths }: Accreditation,
  ): Promise<void> {
    const was = { issuedAt: before.issuedAt, issuedBy: before.issuedBy, expiresAt: before.expiresAt };
    await AccreditationRecord.updateOne(
      { _id: before._id, revokedAt: null },
      {
        $set: { name, issuedAt, issuedBy, ...(expiresAt && { expiresAt }), ...(idleMonths && { idleMonths }) },
        $unset: { ...(!expiresAt && { expiresAt: 1 }), ...(!idleMonths && { idleMonths: 1 }) },
        $push: { earlier: was },
      },
    );
  }

  /** Revokes it from now on; loans already agreed are stopped at the hand-over. */
  revoke(viewer: Viewer, id: string): Promise<Accreditation> {
    asVerified(viewer);
    return transaction(async () => {
      const row = await AccreditationRecord.findById(id).lean();
      if (!row) throw notFound('accreditation');
      demand(viewer, leads(viewer, { scope: 'workshop', id: row.workshopId }));
      if (row.revokedAt) return row;
      const revokedAt = this.#deps.clock();
      await AccreditationRecord.updateOne({ _id: id }, { $set: { revokedAt } });
      return { ...row, revokedAt };
    });
  }

  /** The caller's own, newest first; with a workshop, all that it issued, for its people. */
  async list(viewer: Viewer, workshopId: string | undefined, args: PageArgs): Promise<Page<Accreditation>> {
    const { id } = asPerson(viewer);
    const party = { scope: 'workshop' as const, id: workshopId ?? '' };
    if (workshopId) demand(viewer, speaksFor(viewer, party) || leads(viewer, party));
    const filter = workshopId ? { workshopId } : { personId: id };
    const offset = offsetOf(args);
    const rows = AccreditationRecord.find(filter).sort({ issuedAt: -1, _id: -1 }).skip(offset).limit(args.first).lean();
    return pageOf(await rows, offset, await AccreditationRecord.countDocuments(filter));
  }
}
