import type { Period } from '../../platform/intervals.ts';

/** The parts of a day at the counter, in the order in which a page shows them. */
export const deskSections = [
  'late',
  'visits',
  'hand_overs',
  'returns',
  'handed_over',
  'taken_back',
  'requests',
  'extensions',
  'to_close',
  'next_visits',
  'next_out',
  'next_in',
] as const;
export type DeskSection = (typeof deskSections)[number];

/** The day that is looked at, the day after it, and the present. */
export interface DeskDay {
  now: Date;
  today: Period;
  tomorrow: Period;
}

type Order = 'from' | 'until' | 'handOver.at' | 'takeBack.at';

/** Which loans of a workshop a section holds, and in which order: each is one walk along one index. */
export function sectionOf(section: DeskSection, { now, today, tomorrow }: DeskDay): { filter: object; order: Order } {
  const within = ({ from, until }: Period) => ({ $gte: from, $lt: until });
  /** Who travels is neither handed over nor returned. */
  const [comes, stays] = [{ travel: { $exists: true } }, { travel: { $exists: false } }];
  const sections: Record<DeskSection, { filter: object; order: Order }> = {
    late: { filter: { status: 'out', until: { $lt: now } }, order: 'until' },
    visits: { filter: { status: 'accepted', from: { $lt: today.until }, ...comes }, order: 'from' },
    hand_overs: { filter: { status: 'accepted', from: { $lt: today.until }, ...stays }, order: 'from' },
    returns: {
      filter: { status: 'out', until: { $gte: now > today.from ? now : today.from, $lt: today.until } },
      order: 'until',
    },
    handed_over: { filter: { 'handOver.at': within(today) }, order: 'handOver.at' },
    taken_back: { filter: { 'takeBack.at': within(today) }, order: 'takeBack.at' },
    requests: { filter: { status: 'asked', holdUntil: { $gt: now } }, order: 'from' },
    extensions: {
      filter: {
        'extension.state': 'asked',
        'extension.holdUntil': { $gt: now },
        status: { $in: ['accepted', 'out'] },
      },
      order: 'until',
    },
    to_close: { filter: { status: { $in: ['returned', 'trouble'] } }, order: 'until' },
    next_visits: { filter: { status: 'accepted', from: within(tomorrow), ...comes }, order: 'from' },
    next_out: { filter: { status: 'accepted', from: within(tomorrow), ...stays }, order: 'from' },
    next_in: { filter: { status: { $in: ['accepted', 'out'] }, until: within(tomorrow), ...stays }, order: 'until' },
  };
  return sections[section];
}
