import type { HappeningKey } from '../../../schema/events.ts';
import { noticeTypeOf } from '../../../schema/notices.ts';
import type { Locale, Topic } from '../../../schema/vocabulary.ts';
import type { Clock } from '../../platform/clock.ts';
import type { NewId } from '../../platform/ids.ts';
import { offsetOf, type Page, type PageArgs, pageOf } from '../../platform/page.ts';
import type { PeopleService } from '../identity/people.service.ts';
import type { Person } from '../identity/person.entity.ts';
import { audiencesOf, asPerson, type Party, partyKey, type Viewer } from '../identity/viewer.ts';
import type { MailParams } from './mails.ts';
import { type Notice, NoticeRecord } from './notice-row.entity.ts';
import {
  type Happening,
  HappeningRecord,
  type MailKey,
  type OutgoingMail,
  OutgoingMailRecord,
} from './notice.entity.ts';
import type { PreferencesService } from './preferences.service.ts';
import { deliveryOf, type Preferences, wantsReminder } from './timing.rules.ts';

export interface Telling {
  topic: Topic;
  subjectId: string;
  event: HappeningKey;
  /** Who hears it, live, in the product and by mail. */
  to: readonly Party[];
  params?: MailParams;
  /** A reminder of this step is for those who want to be reminded then, and for nobody else. */
  reminder?: number | 'day';
}

interface Deps {
  clock: Clock;
  newId: NewId;
  people: PeopleService;
  preferences: PreferencesService;
}

/** What people must hear. Rows are written in the caller's transaction, and leave after it. */
export class NoticeService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  tell(telling: Telling): Promise<void> {
    return this.tellEach([telling]);
  }

  /** Several things at once, each to its own people, in as many commands as for one. */
  async tellEach(tellings: readonly Telling[]): Promise<void> {
    const { clock, newId, people, preferences } = this.#deps;
    const at = clock();
    const heardBy = await people.heardByEach(tellings.map(({ to }) => to));
    const wishes = await preferences.of([...new Set(heardBy.flat().map(({ _id }) => _id))]);
    const happenings: Happening[] = [];
    const notices: Notice[] = [];
    const mails: OutgoingMail[] = [];
    for (const [n, telling] of tellings.entries()) {
      const { topic, subjectId, event, to, params = {}, reminder } = telling;
      const all = heardBy[n]!;
      const heard = reminder === undefined ? all : all.filter(({ _id }) => wantsReminder(wishes(_id), reminder));
      if (reminder !== undefined && heard.length === 0) continue;
      const parties = reminder === undefined ? to : heard.map(({ _id }) => ({ scope: 'person' as const, id: _id }));
      const audience = [...new Set(parties.map(partyKey))];
      happenings.push({ _id: newId(), topic, subjectId, event, at, audience, params });
      for (const person of heard) {
        const { notice, mail } = this.#deliver(person, wishes(person._id), { ...telling, params }, at);
        notices.push(notice);
        if (mail) mails.push(mail);
      }
    }
    // In one command each: what hundreds of people hear is written in the transaction of what happened.
    if (happenings.length > 0) await HappeningRecord.insertMany(happenings);
    if (mails.length > 0) await OutgoingMailRecord.insertMany(mails);
    if (notices.length > 0) await NoticeRecord.insertMany(notices);
  }

  /** A mail to an address, with no live update: accounts, invitations. It leaves at once, whatever anybody settled. */
  async mail(to: string, locale: Locale, event: MailKey, params: MailParams): Promise<void> {
    const { clock, newId } = this.#deps;
    const nextAt = clock();
    await OutgoingMailRecord.create([{ _id: newId(), to, locale, event, params, status: 'pending', nextAt }]);
  }

  /** What happened to the viewer and their organisations, newest first. */
  async mine(viewer: Viewer, args: PageArgs): Promise<Page<Happening>> {
    const filter = { audience: { $in: audiencesOf(asPerson(viewer)) } };
    const offset = offsetOf(args);
    const rows = await HappeningRecord.find(filter).sort({ at: -1, _id: -1 }).skip(offset).limit(args.first).lean();
    return pageOf(rows, offset, await HappeningRecord.countDocuments(filter));
  }

  /** The row of the product for one person; their mail is written, or the row waits for a digest, as they settled. */
  #deliver(person: Person, wishes: Preferences, telling: Telling, at: Date): { notice: Notice; mail?: OutgoingMail } {
    const { topic, subjectId, event, params = {} } = telling;
    const type = noticeTypeOf(event);
    const { email: to, locale, _id: personId } = person;
    const delivery = deliveryOf(event, wishes, at);
    const later = delivery.how === 'digest' ? { digest: delivery.channel, digestAt: delivery.at } : {};
    const notice = {
      ...{ _id: this.#deps.newId(), personId, type, topic, subjectId, event, at, readAt: null, params },
      ...later,
    };
    if (delivery.how !== 'mail') return { notice };
    const mail = { to, locale, event, personId, type, scope: type, params, status: 'pending' as const, attempts: 0 };
    return { notice, mail: { _id: this.#deps.newId(), ...mail, nextAt: delivery.at } };
  }
}
