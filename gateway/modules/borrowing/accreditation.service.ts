import type { Clock } from '../../platform/clock.ts';
import { isDuplicate, transaction } from '../../platform/database.ts';
import type { NewId } from '../../platform/ids.ts';
import { offsetOf, type Page, type PageArgs, pageOf } from '../../platform/page.ts';
import { notFound } from '../../platform/refusal.ts';
import type { PeopleService } from '../identity/people.service.ts';
import { asPerson, asVerified, demand, leads, speaksFor, type Viewer } from '../identity/viewer.ts';
import type { NoticeService } from '../notice/notice.service.ts';
import { type Workshop, WorkshopRecord } from '../workshop/workshop.entity.ts';
import { type Accreditation, AccreditationRecord, foldedName } from './accreditation.entity.ts';
import type { IssueAccreditationInput } from './borrowing.inputs.ts';

interface Deps {
  clock: Clock;
  newId: NewId;
  people: PeopleService;
  notices: NoticeService;
}

/** Whose accreditations a workshop recognises: its own, and those of the members of its networks. */
export type Lender = Pick<Workshop, '_id' | 'networkIds'>;

/** Who may use what: issued and revoked by the managers of a workshop, looked at by every loan. */
export class AccreditationService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** The accreditation that opens this workshop's machine to this person, if they hold it now. */
  async held(personId: string, name: string, lender: Lender): Promise<Accreditation | undefined> {
    const rows = await AccreditationRecord.find({ personId, folded: foldedName(name), revokedAt: null }).lean();
    const own = rows.find(({ workshopId }) => workshopId === lender._id);
    if (own || rows.length === 0 || lender.networkIds.length === 0) return own;
    const issuers = { _id: { $in: rows.map(({ workshopId }) => workshopId) }, networkIds: { $in: lender.networkIds } };
    const issuer = await WorkshopRecord.findOne(issuers, { _id: 1 }).lean();
    return rows.find(({ workshopId }) => workshopId === issuer?._id);
  }

  /**
   * Notes that it opened a loan, in the transaction of the loan: a revocation at the same moment writes the same row, so
   * that one of the two waits for the other and sees it.
   */
  async use({ _id }: Accreditation): Promise<void> {
    await AccreditationRecord.updateOne({ _id, revokedAt: null }, { $set: { usedAt: this.#deps.clock() } });
  }

  /** Issues it to a person known by address or, at the counter, by id. A second time gives the first one again. */
  async issue(viewer: Viewer, input: IssueAccreditationInput): Promise<Accreditation> {
    const manager = asVerified(viewer);
    demand(viewer, leads(viewer, { scope: 'workshop', id: input.workshopId }));
    const { people, newId, clock, notices } = this.#deps;
    const workshop = await WorkshopRecord.findById(input.workshopId, { name: 1 }).lean();
    if (!workshop) throw notFound('workshop');
    const person = input.personId ? await people.person(input.personId) : await people.byEmail(input.email ?? '');
    if (!person) throw notFound('person');
    const key = { personId: person._id, workshopId: workshop._id, folded: foldedName(input.name) };
    try {
      return await transaction(async () => {
        const earlier = await AccreditationRecord.findOne({ ...key, revokedAt: null }).lean();
        if (earlier) return earlier;
        const name = input.name.trim();
        const row: Accreditation = { _id: newId(), ...key, name, issuedAt: clock(), issuedBy: manager.id };
        await AccreditationRecord.create([row]);
        await notices.tell({
          topic: 'accreditation',
          subjectId: row._id,
          event: 'borrowing.accredited',
          to: [{ scope: 'person', id: person._id }],
          params: { name, workshop: workshop.name },
        });
        return row;
      });
    } catch (error) {
      const earlier = isDuplicate(error) ? await AccreditationRecord.findOne({ ...key, revokedAt: null }).lean() : null;
      if (!earlier) throw error;
      return earlier;
    }
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
