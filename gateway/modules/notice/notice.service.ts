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
import { type Happening, HappeningRecord, type MailKey, OutgoingMailRecord } from './notice.entity.ts';
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

  async tell(telling: Telling): Promise<void> {
    const { clock, newId, people, preferences } = this.#deps;
    const { topic, subjectId, event, to, params = {}, reminder } = telling;
    const at = clock();
    const all = await people.heardBy(to);
    const wishes = await preferences.of(all.map(({ _id }) => _id));
    const heard = reminder === undefined ? all : all.filter(({ _id }) => wantsReminder(wishes(_id), reminder));
    if (reminder !== undefined && heard.length === 0) return;
    const parties = reminder === undefined ? to : heard.map(({ _id }) => ({ scope: 'person' as const, id: _id }));
    const audience = [...new Set(parties.map(partyKey))];
    await HappeningRecord.create([{ _id: newId(), topic, subjectId, event, at, audience, params }]);
    const notices: Notice[] = [];
    for (const person of heard)
      notices.push(await this.#deliver(person, wishes(person._id), { ...telling, params }, at));
    if (notices.length > 0) await NoticeRecord.create(notices, { ordered: true });
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
  async #deliver(person: Person, wishes: Preferences, telling: Telling, at: Date): Promise<Notice> {
    const { topic, subjectId, event, params = {} } = telling;
    const type = noticeTypeOf(event);
    const { email: to, locale, _id: personId } = person;
    const delivery = deliveryOf(event, wishes, at);
    if (delivery.how === 'mail')
      await OutgoingMailRecord.create([
        {
          _id: this.#deps.newId(),
          to,
          locale,
          event,
          personId,
          type,
          scope: type,
          params,
          status: 'pending',
          nextAt: delivery.at,
        },
      ]);
    const later = delivery.how === 'digest' ? { digest: delivery.channel, digestAt: delivery.at } : {};
    return { _id: this.#deps.newId(), personId, type, topic, subjectId, event, at, readAt: null, params, ...later };
  }
}
