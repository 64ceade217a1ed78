import type { ExtensionMove } from '../../../schema/loans.ts';
import type { Clock } from '../../platform/clock.ts';
import { transaction } from '../../platform/database.ts';
import { notFound } from '../../platform/refusal.ts';
import type { Booking } from '../calendar/booking.entity.ts';
import type { BusyService } from '../calendar/busy.service.ts';
import type { CalendarService } from '../calendar/calendar.service.ts';
import { ResourceRecord } from '../catalogue/resource.entity.ts';
import { asVerified, type Viewer } from '../identity/viewer.ts';
import { demandLater, holdOf, latestEnd, takeExtension } from './extension.rules.ts';
import type { Loan } from './loan.entity.ts';
import type { LoanService } from './loan.service.ts';
import { priceOf } from './price.rules.ts';
import { dropTold } from './reminder.rules.ts';
import { sideOf } from '../identity/sides.ts';

interface Deps {
  clock: Clock;
  busy: BusyService;
  calendar: CalendarService;
  loans: LoanService;
}

const HOUR = 3_600_000;
const LOOK_AHEAD = 366 * 24 * HOUR;

/** A later end for a loan that is agreed or out. Asked for, it holds its time as a request does. */
export class ExtensionService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** The last end that each loan may ask for; its own end when there is no room. One look at the calendar for all. */
  async latestEnds(loans: readonly Loan[]): Promise<Date[]> {
    if (loans.length === 0) return [];
    const ids = [...new Set(loans.map(({ resourceId }) => resourceId))];
    const ends = loans.map(({ until }) => until.getTime());
    const period = { from: new Date(Math.min(...ends)), until: new Date(Math.max(...ends) + LOOK_AHEAD) };
    const blocks = await this.#deps.busy.blocksOver(ids, period);
    const resources = await ResourceRecord.find({ _id: { $in: ids } }, { buffers: 1 }).lean();
    return loans.map((loan) => {
      const buffers = resources.find(({ _id }) => _id === loan.resourceId)?.buffers;
      const transport = loan.use === 'take_away' ? (buffers?.transportMinutes ?? 0) : 0;
      const onUnit = (blocks.get(loan.resourceId) ?? []).filter(
        ({ unitId, purpose }) => unitId === loan.unitId && purpose !== 'late',
      );
      return latestEnd(loan, loan.terms.longestHours, (buffers?.cleanMinutes ?? 0) + transport, onUnit);
    });
  }

  /** Asks for a later end; granted at once where the owner lets requests be accepted by themselves. */
  async ask(viewer: Viewer, id: string, until: Date, note?: string): Promise<Loan> {
    const { id: personId } = asVerified(viewer);
    const { calendar, clock, loans } = this.#deps;
    const before = await loans.get(viewer, id);
    const [latest] = await this.latestEnds([before]);
    takeExtension('ask_extension', before, sideOf(viewer, before), clock());
    demandLater(before.until, until, latest!, clock());
    return transaction(async () => {
      const loan = await loans.get(viewer, id);
      const now = clock();
      takeExtension('ask_extension', loan, sideOf(viewer, loan), now);
      if (loan.terms.automatic) {
        const state = takeExtension('grant_extension', loan, 'system', now);
        const change = await this.#prolong(loan, until);
        const line = { at: now, event: 'grant_extension' as const, by: 'system' as const, personId };
        return loans.advance(loan, line, { ...change, extension: { state, until } });
      }
      await calendar.release(holdOf(id));
      const holdUntil = this.#holdUntil(loan, now);
      await calendar.reserve([
        {
          resourceId: loan.resourceId,
          unitId: loan.unitId,
          period: { from: loan.until, until },
          purpose: 'loan',
          subjectId: holdOf(id),
          besides: id,
          away: loan.use === 'take_away',
          holdUntil,
        },
      ]);
      const said = note?.trim() ? { note: note.trim() } : {};
      const line = { at: now, event: 'ask_extension' as const, by: 'borrower' as const, personId, ...said };
      return loans.advance(loan, line, { extension: { state: 'asked', until, holdUntil } });
    });
  }

  /** Agrees or declines, by the lender. What was held is given back first, then the loan itself takes the time. */
  answer(viewer: Viewer, id: string, agrees: boolean, note?: string): Promise<Loan> {
    const { id: personId } = asVerified(viewer);
    return this.#settle(viewer, id, agrees ? 'agree_extension' : 'decline_extension', { personId, note });
  }

  /** Time is up: nobody answered. */
  lapse(viewer: Viewer, id: string): Promise<Loan> {
    return this.#settle(viewer, id, 'lapse_extension', {});
  }

  #settle(viewer: Viewer, id: string, move: ExtensionMove, said: { personId?: string; note?: string }): Promise<Loan> {
    const { calendar, clock, loans } = this.#deps;
    return transaction(async () => {
      const loan = await loans.get(viewer, id);
      const by = sideOf(viewer, loan);
      const state = takeExtension(move, loan, by, clock());
      const { until } = loan.extension!;
      await calendar.release(holdOf(id));
      const change = state === 'agreed' ? await this.#prolong(loan, until) : {};
      const note = said.note?.trim();
      const line = {
        at: clock(),
        event: move,
        by: by!,
        ...(said.personId && { personId: said.personId }),
        ...(note && { note }),
      };
      return loans.advance(loan, line, { ...change, extension: { state, until } });
    });
  }

  async #prolong(loan: Loan, until: Date): Promise<Partial<Loan>> {
    const { calendar } = this.#deps;
    const period = { from: loan.from, until };
    const booking: Booking = await calendar.reschedule(loan._id, period, loan.use === 'take_away');
    if (booking.unitId !== loan.unitId) throw notFound('booking');
    await calendar.postponeCustody(loan._id, until);
    return {
      until,
      price: priceOf(period, loan.terms),
      told: dropTold('back', loan.told, 'late'),
    };
  }

  /** As long as a request would hold, never past the end of the loan, and an hour at least. */
  #holdUntil(loan: Loan, now: Date): Date {
    const wanted = now.getTime() + loan.terms.holdHours * HOUR;
    return new Date(Math.max(now.getTime() + HOUR, Math.min(wanted, loan.until.getTime())));
  }
}
