import { noticeTypes, type NoticeType, usualChannels } from '../../../schema/notices.ts';
import { transaction } from '../../platform/database.ts';
import { asPerson, type Viewer } from '../identity/viewer.ts';
import { NoticeRecord } from './notice-row.entity.ts';
import { OutgoingMailRecord } from './notice.entity.ts';
import type { NoticePreferencesInput } from './notice.inputs.ts';
import { type NoticePreferences, PreferencesRecord } from './preferences.entity.ts';
import { channelOf, type Preferences, usualPreferences } from './timing.rules.ts';

const shown = (preferences: Preferences): NoticePreferences => ({
  ...preferences,
  channels: noticeTypes.map((type) => ({ type, channel: channelOf(preferences, type) })),
});

/** How each person wants to hear of things. Who never said has no row, and hears as usual. */
export class PreferencesService {
  /** By person, one query for all. */
  async of(personIds: readonly string[]): Promise<(personId: string) => Preferences> {
    const rows = await PreferencesRecord.find({ _id: { $in: [...personIds] } }).lean();
    const byId = new Map(rows.map((row) => [row._id, row]));
    return (personId) => ({ ...usualPreferences, ...byId.get(personId) });
  }

  async mine(viewer: Viewer): Promise<NoticePreferences> {
    const { id } = asPerson(viewer);
    return shown((await this.of([id]))(id));
  }

  /** Settles everything at once. Mails that wait, of a sort that is to stay in the product, do not leave any more. */
  async settle(viewer: Viewer, input: NoticePreferencesInput): Promise<NoticePreferences> {
    const { id } = asPerson(viewer);
    const { timeZone, quiet, remindBefore, remindOnDay } = input;
    const channels = Object.fromEntries(input.channels.map(({ type, channel }) => [type, channel]));
    const set = { channels, timeZone, quiet: quiet ?? null, remindBefore, remindOnDay };
    await transaction(async () => {
      await PreferencesRecord.updateOne({ _id: id }, { $set: set }, { upsert: true });
      await this.#drop(
        id,
        noticeTypes.filter((type) => channels[type] === 'in_app'),
      );
    });
    return this.mine(viewer);
  }

  /** The sorts of which mails leave by this road now: one sort, or all that come by a digest. */
  async typesBy(personId: string, scope: NoticeType | 'daily' | 'weekly'): Promise<NoticeType[]> {
    const preferences = (await this.of([personId]))(personId);
    if (scope !== 'daily' && scope !== 'weekly') return channelOf(preferences, scope) === 'in_app' ? [] : [scope];
    return noticeTypes.filter((type) => channelOf(preferences, type) === scope);
  }

  /** No more mails of these sorts, those that wait included; the product goes on telling. */
  stop(personId: string, types: readonly NoticeType[]): Promise<void> {
    const set = Object.fromEntries(types.map((type) => [`channels.${type}`, 'in_app']));
    return transaction(async () => {
      if (types.length > 0) await PreferencesRecord.updateOne({ _id: personId }, { $set: set }, { upsert: true });
      await this.#drop(personId, types);
    });
  }

  /** Mails of this sort again, as usual. */
  async resume(personId: string, type: NoticeType): Promise<void> {
    const channel = usualChannels[type] === 'in_app' ? 'at_once' : usualChannels[type];
    await PreferencesRecord.updateOne({ _id: personId }, { $set: { [`channels.${type}`]: channel } }, { upsert: true });
  }

  async #drop(personId: string, types: readonly NoticeType[]): Promise<void> {
    const among = { personId, type: { $in: [...types] } };
    await OutgoingMailRecord.deleteMany({ ...among, status: 'pending' });
    await NoticeRecord.updateMany({ ...among, digestAt: { $exists: true } }, { $unset: { digestAt: 1, digest: 1 } });
  }
}
