import { createHash, randomBytes } from 'node:crypto';
import { type FeedScope, limits } from '../../../schema/vocabulary.ts';
import type { Clock } from '../../platform/clock.ts';
import { isDuplicate } from '../../platform/database.ts';
import type { NewId } from '../../platform/ids.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import type { CatalogueService } from '../catalogue/catalogue.service.ts';
import { ResourceRecord } from '../catalogue/resource.entity.ts';
import type { PeopleService } from '../identity/people.service.ts';
import { asVerified, demand, type PersonViewer, speaksFor, type Viewer } from '../identity/viewer.ts';
import { WorkshopRecord } from '../workshop/workshop.entity.ts';
import { type Feed, FeedRecord, type FeedRow } from './feed.entity.ts';
import type { FeedReader } from './feed-reader.service.ts';

interface Deps {
  clock: Clock;
  newId: NewId;
  baseUrl: string;
  people: PeopleService;
  catalogue: CatalogueService;
  reader: FeedReader;
}

const TOKEN_BYTES = 32;
const HOUR = 3_600_000;
const digest = (token: string) => createHash('sha256').update(token).digest('hex');
const tokenShape = /^[A-Za-z0-9_-]{43}$/;

/** Calendar addresses: who has one, and what it gives. Each belongs to a person and shows what that person may see. */
export class FeedService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Makes the address of a feed, or a new one: the former stops working at once. */
  async renew(viewer: Viewer, scope: FeedScope, subjectId: string): Promise<{ feed: Feed; url: string }> {
    const person = asVerified(viewer);
    const subject = scope === 'person' ? person.id : subjectId;
    await this.#mayRead(person, scope, subject);
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const key = { personId: person.id, scope, subjectId: subject };
    const many = await FeedRecord.countDocuments({ personId: person.id });
    if (many >= limits.feedsPerPerson && !(await FeedRecord.exists(key)))
      throw new Refusal('agenda.tooManyFeeds', { most: limits.feedsPerPerson });
    const change = {
      $set: { tokenDigest: digest(token), madeAt: this.#deps.clock() },
      $unset: { readAt: 1 as const },
      $setOnInsert: { _id: this.#deps.newId() },
    };
    const write = () => FeedRecord.findOneAndUpdate(key, change, { upsert: true, returnDocument: 'after' }).lean();
    // Two first addresses at once: the second finds the row of the first.
    const row = await write().catch((error: unknown) => {
      if (isDuplicate(error)) return write();
      throw error;
    });
    const [feed] = await this.#named([row]);
    return { feed: feed!, url: `${this.#deps.baseUrl}/ical/${token}.ics` };
  }

  /** Ends an address of one's own. */
  async revoke(viewer: Viewer, id: string): Promise<boolean> {
    const person = asVerified(viewer);
    const { deletedCount } = await FeedRecord.deleteOne({ _id: id, personId: person.id });
    if (deletedCount === 0) throw notFound('feed');
    return true;
  }

  async mine(viewer: Viewer): Promise<Feed[]> {
    const { id } = asVerified(viewer);
    return this.#named(await FeedRecord.find({ personId: id }).sort({ scope: 1, subjectId: 1 }).lean());
  }

  /** The calendar behind an address, as its owner may see it today; undefined for an address that does not work. */
  async read(token: string): Promise<string | undefined> {
    if (!tokenShape.test(token)) return undefined;
    const feed = await FeedRecord.findOne({ tokenDigest: digest(token) }).lean();
    const person = feed && (await this.#deps.people.person(feed.personId));
    if (!feed || !person?.emailVerified) return undefined;
    const roles = await this.#deps.people.mandatesOf(person._id);
    const viewer: PersonViewer = {
      kind: 'person',
      id: person._id,
      name: person.name,
      email: person.email,
      verified: true,
      admin: false,
      roles: roles.map(({ role, scopeId }) => ({ role, scopeId })),
      acting: { scope: 'person', id: person._id },
    };
    try {
      await this.#mayRead(viewer, feed.scope, feed.subjectId);
    } catch (error) {
      if (error instanceof Refusal) return undefined;
      throw error;
    }
    const now = this.#deps.clock();
    if (!feed.readAt || now.getTime() - feed.readAt.getTime() > HOUR)
      await FeedRecord.updateOne({ _id: feed._id }, { $set: { readAt: now } });
    return this.#deps.reader.text(viewer, person.locale, feed.scope, feed.subjectId);
  }

  async #mayRead(viewer: PersonViewer, scope: FeedScope, subjectId: string): Promise<void> {
    if (scope === 'workshop') demand(viewer, speaksFor(viewer, { scope: 'workshop', id: subjectId }));
    else if (scope === 'equipment') await this.#deps.catalogue.get(viewer, subjectId);
    else if (subjectId !== viewer.id) throw notFound('feed');
  }

  async #named(rows: readonly FeedRow[]): Promise<Feed[]> {
    const idsOf = (scope: FeedScope) => rows.filter((row) => row.scope === scope).map(({ subjectId }) => subjectId);
    const workshops = await WorkshopRecord.find({ _id: { $in: idsOf('workshop') } }, { name: 1 }).lean();
    const machines = await ResourceRecord.find({ _id: { $in: idsOf('equipment') } }, { name: 1 }).lean();
    const persons = await this.#deps.people.persons(idsOf('person'));
    const names = new Map([...workshops, ...machines, ...persons].map(({ _id, name }) => [_id, name]));
    return rows.map((row) => ({ ...row, name: names.get(row.subjectId) ?? '' }));
  }
}
