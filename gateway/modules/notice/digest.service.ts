import type { Clock } from '../../platform/clock.ts';
import { transaction } from '../../platform/database.ts';
import type { PeopleService } from '../identity/people.service.ts';
import { type Notice, NoticeRecord } from './notice-row.entity.ts';
import { OutgoingMailRecord } from './notice.entity.ts';
import type { PreferencesService } from './preferences.service.ts';

interface Deps {
  clock: Clock;
  people: PeopleService;
  preferences: PreferencesService;
}

const PER_TURN = 200;

/** A digest holds no more lines than this; the page of notifications holds them all. */
const digestLines = 60;

/** Gathers what waits for a digest into one mail a person, at the instant stored with each line. */
export class DigestService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** How many digests were written in this turn. Whichever gateway comes first writes one; the other finds nothing. */
  async run(): Promise<number> {
    const now = this.#deps.clock();
    const due = await NoticeRecord.find({ digestAt: { $lte: now } }, { personId: 1 })
      .sort({ digestAt: 1 })
      .limit(PER_TURN)
      .lean();
    let written = 0;
    for (const personId of new Set(due.map((notice) => notice.personId)))
      for (const digest of ['daily', 'weekly'] as const) if (await this.#write(personId, digest, now)) written += 1;
    return written;
  }

  #write(personId: string, digest: 'daily' | 'weekly', now: Date): Promise<boolean> {
    const { people, preferences } = this.#deps;
    const waiting = { personId, digest, digestAt: { $lte: now } };
    return transaction(async () => {
      const rows = await NoticeRecord.find(waiting).sort({ at: 1, _id: 1 }).lean();
      if (rows.length === 0) return false;
      await NoticeRecord.updateMany(
        { _id: { $in: rows.map(({ _id }) => _id) } },
        { $unset: { digestAt: 1, digest: 1 } },
      );
      const person = await people.person(personId);
      const unread = rows.filter(({ readAt }) => !readAt);
      if (!person || unread.length === 0) return false;
      const { timeZone } = (await preferences.of([personId]))(personId);
      await OutgoingMailRecord.create([
        {
          _id: `digest-${rows[0]!._id}`,
          to: person.email,
          locale: person.locale,
          event: 'notice.digest',
          personId,
          scope: digest,
          params: { digest, zone: timeZone, more: Math.max(0, unread.length - digestLines) },
          items: unread.slice(-digestLines).map(itemOf),
          status: 'pending',
          nextAt: now,
        },
      ]);
      return true;
    });
  }
}

const itemOf = ({ event, subjectId, topic, at, params }: Notice) => ({ event, subjectId, topic, at, params });
