import { kinds } from '../../../schema/kinds.ts';
import type { Clock } from '../../platform/clock.ts';
import { nextCodes } from '../../platform/codes.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Booking } from '../calendar/booking.entity.ts';
import type { Ask, CalendarService } from '../calendar/calendar.service.ts';
import type { PersonViewer } from '../identity/viewer.ts';
import type { AccreditationService } from '../training/accreditation.service.ts';
import { demandConditions } from './asking.rules.ts';
import type { Loan } from './loan.entity.ts';
import type { LoanService } from './loan.service.ts';
import { consentsFor } from './consent.rules.ts';
import { lentOf, type LoanWish, type Quote, type QuoteService } from './quote.service.ts';
import { visitOf } from './travel.rules.ts';
import { firstTold } from './reminder.rules.ts';

interface Deps {
  clock: Clock;
  calendar: CalendarService;
  accreditations: AccreditationService;
  quotes: QuoteService;
  loans: LoanService;
}

/** One loan to be: its id is made beforehand, so that a transaction tried again opens the same one. */
export interface Wanted extends LoanWish {
  loanId: string;
  note: string;
}

export interface Opening {
  termsAccepted: boolean;
  groupId?: string;
  /** The loans are one machine again and again: told of in one word. */
  asSeries?: boolean;
}

/** The time that a loan takes. */
export const askOf = ({ loanId, resourceId, from, until, use }: Wanted): Ask => ({
  resourceId,
  period: { from, until },
  purpose: 'loan',
  subjectId: loanId,
  away: use === 'take_away',
});

/** Opens loans: conditions, accreditations, time and records, for one machine or many, all of them or none. */
export class OpeningService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** In the caller's transaction. Refuses with the first condition that is missing, `borrowing.terms` or `calendar.taken`. */
  async open(person: PersonViewer, wanted: readonly Wanted[], opening: Opening): Promise<Loan[]> {
    const { quotes, calendar, accreditations, loans } = this.#deps;
    const known = await quotes.demandsAll(person, wanted);
    for (const { conditions, resource } of known) demandConditions(conditions, { resourceId: resource._id });
    if (!opening.termsAccepted) throw new Refusal('borrowing.terms');
    const used = new Map(
      known.flatMap(({ accreditation }) => (accreditation ? [[accreditation._id, accreditation]] : [])),
    );
    for (const accreditation of used.values()) await accreditations.use(accreditation);
    const asks = wanted.map((one, n) => {
      const { holdUntil, travel } = known[n]!;
      return { ...askOf(one), ...visitOf(travel), ...(holdUntil && { holdUntil }) };
    });
    const bookings = await calendar.reserve(asks);
    const codes = await this.#codes(known.map(({ resource }) => kinds[resource.kind].prefix));
    const made = wanted.map((one, n) =>
      this.#loan(person.id, one, known[n]!, bookings[n]!, codes[n]!, opening.groupId),
    );
    await loans.open(made, opening.asSeries && made.length > 1);
    return made;
  }

  /** The next code of its kind for each, in their order. */
  async #codes(prefixes: readonly string[]): Promise<string[]> {
    const year = this.#deps.clock().getUTCFullYear();
    const next = new Map<string, string[]>();
    for (const prefix of [...new Set(prefixes)].sort())
      next.set(prefix, await nextCodes(prefix, year, prefixes.filter((one) => one === prefix).length));
    return prefixes.map((prefix) => next.get(prefix)!.shift()!);
  }

  #loan(personId: string, wanted: Wanted, quote: Quote, booking: Booking, code: string, groupId?: string): Loan {
    const { resource, workshop, party, price, travel, holdUntil } = quote;
    const lent = lentOf(resource);
    const { loanId, from, until, use } = wanted;
    const note = wanted.note.trim();
    const at = this.#deps.clock();
    return {
      _id: loanId,
      code,
      status: holdUntil ? 'asked' : 'accepted',
      resourceId: resource._id,
      unitId: booking.unitId,
      workshopId: workshop._id,
      party: { scope: party.scope, id: party.id },
      personId,
      ...(groupId && { groupId }),
      kind: resource.kind,
      ...(lent && { lent, consents: consentsFor({ workshopId: workshop._id, lent }) }),
      ...(travel && { travel }),
      from,
      until,
      use,
      note,
      terms: resource.terms,
      price,
      askedAt: at,
      ...(holdUntil && { holdUntil }),
      history: [{ at, event: holdUntil ? 'ask' : 'book', by: 'borrower', personId, ...(note && { note }) }],
      told: holdUntil ? {} : firstTold('handOver', from, workshop.timeZone, at),
      revision: 0,
    };
  }
}
