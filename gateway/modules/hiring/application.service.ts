import type { ApplicationMove } from '../../../schema/jobs.ts';
import { kinds } from '../../../schema/kinds.ts';
import type { Clock } from '../../platform/clock.ts';
import { transaction } from '../../platform/database.ts';
import { once } from '../../platform/idempotency.ts';
import type { NewId } from '../../platform/ids.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import { asPerson, asVerified, type Party, system, type Viewer } from '../identity/viewer.ts';
import { type Listing, ListingRecord } from '../sharing/listing.entity.ts';
import type { ListingService } from '../sharing/listing.service.ts';
import { type Application, type ApplicationLine, ApplicationRecord } from './application.entity.ts';
import type { Apply, ProposeInterview } from './application.inputs.ts';
import { checkedSlots, deletedAt, takeApplicationMove } from './application.rules.ts';
import type { ApplicationReader } from './application-reader.service.ts';
import type { HiringFollower } from './follow.service.ts';

interface Deps {
  clock: Clock;
  newId: NewId;
  listings: ListingService;
  hiring: HiringFollower;
  reader: ApplicationReader;
}

/** What the step tells the other side; to the workshops unless the candidate is the one who hears. */
const told = {
  hire: 'jobs.hired',
  decline: 'jobs.declined',
  propose: 'jobs.invited',
} as const satisfies Partial<Record<ApplicationMove, string>>;

const candidateOf = ({ personId }: Pick<Application, 'personId'>): Party => ({ scope: 'person', id: personId });

/** Applications for shared jobs, from sending to the decision: each candidate is answered. */
export class ApplicationService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Applies, once for each job. A retry with the same key gives the first again. Refusals: `jobs.notOpen`, `jobs.applied`. */
  async apply(viewer: Viewer, input: Apply): Promise<Application> {
    const { id: personId } = asVerified(viewer);
    const { clock, newId, listings, hiring } = this.#deps;
    const { idempotencyKey: key, listingId, message, phone, keepMonths } = input;
    const intent = { by: personId, key, operation: 'apply', arguments: { ...input }, at: clock() };
    const id = await once(intent, async () => {
      const listing = await listings.get(viewer, listingId);
      if (kinds[listing.kind].sharing !== 'shares' || listing.status !== 'confirmed') throw new Refusal('jobs.notOpen');
      if (await ApplicationRecord.exists({ listingId, personId })) throw new Refusal('jobs.applied');
      const now = clock();
      const deleteAt = deletedAt('received', keepMonths, now);
      const application: Application = {
        _id: newId(),
        listingId,
        personId,
        status: 'received',
        message: message.trim(),
        phone: phone.trim(),
        notes: [],
        slots: [],
        slotPlace: '',
        keepMonths,
        ...(deleteAt && { deleteAt }),
        history: [],
        createdAt: now,
        revision: 0,
      };
      // Held until we commit: a job that is filled or falls short at this moment answers us too.
      const { modifiedCount } = await ListingRecord.updateOne(
        { _id: listingId, status: 'confirmed' },
        { $inc: { revision: 1 } },
      );
      if (modifiedCount === 0) throw new Refusal('jobs.notOpen');
      await ApplicationRecord.create([application]);
      const about = { application: application._id };
      await hiring.tell(listing, 'jobs.applied', await hiring.employersOf(listing), about);
      await hiring.tell(listing, 'jobs.received', [candidateOf(application)], { ...about, keepMonths });
      return application._id;
    });
    return this.#deps.reader.get(viewer, id);
  }

  /** Takes an application one step further. Hiring fills the job, and the others are answered. Refusals: `jobs.closedMove`, `jobs.reason`. */
  move(viewer: Viewer, id: string, move: ApplicationMove, note?: string): Promise<Application> {
    if (move === 'propose') throw new Refusal('platform.invalid', { field: 'move' });
    return transaction(async () => {
      const after = await this.#step(viewer, await this.#deps.reader.get(viewer, id), move, note);
      if (move === 'hire') await this.#fill(after);
      return after;
    });
  }

  /** Proposes times; the candidate chooses one. Proposing again replaces them. Refuses with `jobs.slots`. */
  propose(viewer: Viewer, { id, slots, place }: ProposeInterview): Promise<Application> {
    return transaction(async () => {
      const application = await this.#deps.reader.get(viewer, id);
      const times = checkedSlots(slots, this.#deps.clock());
      const more = { slots: times, slotPlace: place.trim() };
      return this.#step(viewer, application, 'propose', undefined, more, { chosenSlot: 1 });
    });
  }

  /** The candidate chooses one of the times. Refuses with `jobs.slots` another one, or one that is past. */
  choose(viewer: Viewer, id: string, slot: Date): Promise<Application> {
    return transaction(async () => {
      const application = await this.#deps.reader.get(viewer, id);
      const { status, slots, revision, listingId } = application;
      if (asPerson(viewer).id !== application.personId) throw new Refusal('platform.forbidden');
      if (status !== 'interview') throw new Refusal('jobs.closedMove', { status });
      const known = slots.some((one) => one.getTime() === slot.getTime());
      if (!known || slot <= this.#deps.clock()) throw new Refusal('jobs.slots', { most: slots.length });
      await advance({ _id: id, revision }, { $set: { chosenSlot: slot } });
      const listing = await this.#listing(listingId);
      const to = await this.#deps.hiring.employersOf(listing);
      await this.#deps.hiring.tell(listing, 'jobs.chosen', to, { application: id, slot: slot.toISOString() });
      return { ...application, chosenSlot: slot, revision: revision + 1 };
    });
  }

  /** A note that those who answer for the job share; the candidate never sees it. */
  note(viewer: Viewer, id: string, text: string): Promise<Application> {
    const { id: personId } = asVerified(viewer);
    return transaction(async () => {
      const application = await this.#deps.reader.get(viewer, id);
      if (personId === application.personId) throw new Refusal('platform.forbidden');
      const party = await this.#deps.reader.employerOf(viewer, await this.#listing(application.listingId));
      if (!party) throw new Refusal('platform.forbidden');
      if (!text.trim()) throw new Refusal('platform.invalid', { field: 'text' });
      const note = { at: this.#deps.clock(), text: text.trim(), personId, party };
      await advance({ _id: id, revision: application.revision }, { $push: { notes: note } });
      return { ...application, notes: [...application.notes, note], revision: application.revision + 1 };
    });
  }

  async #listing(id: string): Promise<Listing> {
    const listing = await ListingRecord.findById(id).lean();
    if (!listing) throw notFound('listing');
    return listing;
  }

  async #step(
    viewer: Viewer,
    application: Application,
    move: ApplicationMove,
    note?: string,
    more: Partial<Application> = {},
    unset: Record<string, 1> = {},
  ): Promise<Application> {
    const { _id, keepMonths, revision, listingId } = application;
    const by = await this.#deps.reader.sideOf(viewer, application);
    const status = takeApplicationMove(move, application.status, by, note);
    const at = this.#deps.clock();
    const said = note?.trim();
    const line: ApplicationLine = {
      at,
      move,
      by: by!,
      ...(viewer.kind === 'person' && { personId: viewer.id }),
      ...(said && { note: said }),
    };
    const deleteAt = deletedAt(status, keepMonths, at);
    await advance(
      { _id, revision, status: application.status },
      {
        $set: { ...more, status, ...(deleteAt && { deleteAt }) },
        $unset: { ...unset, ...(!deleteAt && { deleteAt: 1 }) },
        $push: { history: line },
      },
    );
    const { deleteAt: _, ...rest } = application;
    const gone = deleteAt && { deleteAt };
    const after = {
      ...rest,
      ...more,
      ...gone,
      status,
      history: [...application.history, line],
      revision: revision + 1,
    };
    await this.#tell(after, await this.#listing(listingId), move, said);
    return after;
  }

  async #tell(application: Application, listing: Listing, move: ApplicationMove, note?: string): Promise<void> {
    const { hiring } = this.#deps;
    const about = { application: application._id, note: note ?? null };
    if (move === 'withdraw') return hiring.tell(listing, 'jobs.withdrawn', await hiring.employersOf(listing), about);
    if (move in told)
      await hiring.tell(listing, told[move as keyof typeof told], [candidateOf(application)], {
        ...about,
        why: 'chosen',
      });
  }

  /** The job is filled: those who answer for it hear, and every other candidate is answered. */
  async #fill({ listingId, _id }: Application): Promise<void> {
    const { hiring, listings } = this.#deps;
    const listing = await listings.move(system, listingId, 'fill');
    await hiring.tell(listing, 'jobs.filled', await hiring.employersOf(listing), { application: _id });
  }
}

/** Only from the very state that was read: of two who take different steps at once one is refused. */
async function advance(
  from: { _id: string; revision: number; status?: Application['status'] },
  change: object,
): Promise<void> {
  const { modifiedCount } = await ApplicationRecord.updateOne(from, { ...change, $inc: { revision: 1 } });
  if (modifiedCount === 0) throw new Refusal('jobs.closedMove', { status: from.status ?? null });
}
