import { undoMinutes } from '../../../schema/loans.ts';
import type { Clock } from '../../platform/clock.ts';
import { dayOf, dayPeriod } from '../../platform/day.ts';
import { offsetOf, type Page, type PageArgs, pageOf } from '../../platform/page.ts';
import { notFound } from '../../platform/refusal.ts';
import { openUndo } from './borrowing.rules.ts';
import { type Loan, LoanRecord } from './loan.entity.ts';
import { demand, isAdmin, speaksFor, type Viewer } from '../identity/viewer.ts';
import { WorkshopRecord } from '../workshop/workshop.entity.ts';
import { type DeskDay, type DeskSection, sectionOf } from './desk.rules.ts';

/** One local day at the counter of a workshop. */
export interface Desk extends DeskDay {
  workshopId: string;
  day: string;
  timeZone: string;
}

const UNDOABLE = 20;
/** What an independent does from here is their own. */
const ours = { 'lent.employed': { $ne: false } } as const;

/** The counter of a workshop: what its people have to do on a day, and what they can still take back. */
export class DeskService {
  readonly #clock: Clock;

  constructor({ clock }: { clock: Clock }) {
    this.#clock = clock;
  }

  /** A local day, today unless said, for the people of the workshop. Its sections are read one by one. */
  async open(viewer: Viewer, workshopId: string, wanted?: string): Promise<Desk> {
    demand(viewer, speaksFor(viewer, { scope: 'workshop', id: workshopId }) || isAdmin(viewer));
    const workshop = await WorkshopRecord.findById(workshopId, { timeZone: 1 }).lean();
    if (!workshop) throw notFound('workshop');
    const now = this.#clock();
    const { timeZone } = workshop;
    const day = wanted ?? dayOf(timeZone, now);
    const today = dayPeriod(timeZone, day);
    return { workshopId, day, timeZone, now, today, tomorrow: dayPeriod(timeZone, dayOf(timeZone, today.until)) };
  }

  /** A page of one section, in the order of its hours. The desk says that the viewer may look. */
  async section(desk: Desk, section: DeskSection, args: PageArgs): Promise<Page<Loan>> {
    const { filter, order } = sectionOf(section, desk);
    const among = { workshopId: desk.workshopId, ...ours, ...filter };
    const offset = offsetOf(args);
    const rows = await LoanRecord.find(among)
      .sort({ [order]: 1 })
      .skip(offset)
      .limit(args.first)
      .lean();
    return pageOf(rows, offset, await LoanRecord.countDocuments(among));
  }

  /** Loans whose last step, taken at this counter, can still be undone: the last one first. */
  async undoable({ workshopId, now }: Desk): Promise<Loan[]> {
    const since = new Date(now.getTime() - undoMinutes * 60_000);
    const moved = await LoanRecord.find({ workshopId, ...ours, movedAt: { $gt: since } })
      .sort({ movedAt: -1 })
      .limit(UNDOABLE)
      .lean();
    return moved.filter((loan) => openUndo(loan, 'lender', now) !== undefined);
  }
}
