import type { HappeningKey } from '../../../schema/events.ts';
import type { Locale, Topic } from '../../../schema/vocabulary.ts';
import type { Clock } from '../../platform/clock.ts';
import type { NewId } from '../../platform/ids.ts';
import { offsetOf, type Page, type PageArgs, pageOf } from '../../platform/page.ts';
import type { PeopleService } from '../identity/people.service.ts';
import { audiencesOf, asPerson, type Party, partyKey, type Viewer } from '../identity/viewer.ts';
import type { EventKey, MailParams } from './mails.ts';
import { type Happening, HappeningRecord, OutgoingMailRecord } from './notice.entity.ts';

export interface Telling {
  topic: Topic;
  subjectId: string;
  event: HappeningKey;
  /** Who hears it, live and by mail. */
  to: readonly Party[];
  params?: MailParams;
}

/** What people must hear. Rows are written in the caller's transaction, and leave after it. */
export class NoticeService {
  readonly #clock: Clock;
  readonly #newId: NewId;
  readonly #people: PeopleService;

  constructor({ clock, newId, people }: { clock: Clock; newId: NewId; people: PeopleService }) {
    this.#clock = clock;
    this.#newId = newId;
    this.#people = people;
  }

  async tell({ topic, subjectId, event, to, params = {} }: Telling): Promise<void> {
    const at = this.#clock();
    const audience = [...new Set(to.map(partyKey))];
    await HappeningRecord.create([{ _id: this.#newId(), topic, subjectId, event, at, audience, params }]);
    for (const person of await this.#people.heardBy(to)) await this.mail(person.email, person.locale, event, params);
  }

  /** A mail to an address, with no live update: accounts, invitations. */
  async mail(to: string, locale: Locale, event: EventKey, params: MailParams): Promise<void> {
    const nextAt = this.#clock();
    await OutgoingMailRecord.create([{ _id: this.#newId(), to, locale, event, params, status: 'pending', nextAt }]);
  }

  /** What happened to the viewer and their organisations, newest first. */
  async mine(viewer: Viewer, args: PageArgs): Promise<Page<Happening>> {
    const filter = { audience: { $in: audiencesOf(asPerson(viewer)) } };
    const offset = offsetOf(args);
    const rows = await HappeningRecord.find(filter).sort({ at: -1, _id: -1 }).skip(offset).limit(args.first).lean();
    return pageOf(rows, offset, await HappeningRecord.countDocuments(filter));
  }
}
