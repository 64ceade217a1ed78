import type { LabFacts } from './scoring.rules.ts';
import { medianOf } from './scoring.rules.ts';
import { OfferRecord } from './offer.entity.ts';

/** What past offers say of a lab. */
export type History = Pick<LabFacts, 'offersAnswerable' | 'offersAccepted' | 'answerMinutes'> & {
  /** Offers accepted in the last quarter: its recent work. */
  recentWork: number;
};

const dayMs = 86_400_000;
const rememberedDays = 365;
const recentDays = 90;

interface Row {
  _id: string;
  accepted: number;
  recent: number;
  answerable: number;
  minutes: (number | null)[];
}

const count = (condition: object) => ({ $sum: { $cond: [condition, 1, 0] } });

/** Reads how labs answered the offers of the past year. */
export class HistoryService {
  async of(workshopIds: readonly string[], now: Date): Promise<Map<string, History>> {
    const since = new Date(now.getTime() - rememberedDays * dayMs);
    const recently = new Date(now.getTime() - recentDays * dayMs);
    const accepted = { $eq: ['$state', 'accepted'] };
    const rows = await OfferRecord.aggregate<Row>([
      {
        $match: {
          workshopId: { $in: [...workshopIds] },
          offeredAt: { $gte: since, $lte: now },
          state: { $in: ['accepted', 'declined', 'expired', 'given_up'] },
        },
      },
      {
        $group: {
          _id: '$workshopId',
          accepted: count(accepted),
          recent: count({ $and: [accepted, { $gte: ['$answeredAt', recently] }] }),
          // Passing for lack of capacity is honest, and costs nothing.
          answerable: count({ $ne: ['$declineReason', 'no_capacity'] }),
          minutes: { $push: '$answerMinutes' },
        },
      },
    ]);
    return new Map(
      rows.map((row) => [
        row._id,
        {
          offersAccepted: row.accepted,
          offersAnswerable: row.answerable,
          answerMinutes: medianOf(row.minutes.filter((minutes) => minutes !== null)) ?? null,
          recentWork: row.recent,
        },
      ]),
    );
  }
}
