import type { QueryFilter } from 'mongoose';
import type { FeedScope, Locale } from '../../../schema/vocabulary.ts';
import type { Clock } from '../../platform/clock.ts';
import { notFound } from '../../platform/refusal.ts';
import { type Loan, LoanRecord } from '../borrowing/loan.entity.ts';
import type { LoanMovesService } from '../borrowing/loan-moves.service.ts';
import { type Booking, BookingRecord } from '../calendar/booking.entity.ts';
import { type Resource, ResourceRecord } from '../catalogue/resource.entity.ts';
import type { PartyNames } from '../identity/party-names.ts';
import { type PersonViewer, speaksFor } from '../identity/viewer.ts';
import { type Workshop, WorkshopRecord } from '../workshop/workshop.entity.ts';
import { borrowedLine, busyLine, counterLines, lentLine, type NamedLoan, ownLine } from './feed-events.ts';
import { type FeedEvent, feedText } from './feed.rules.ts';
import { feedWords } from './feed.words.ts';

interface Deps {
  clock: Clock;
  baseUrl: string;
  names: PartyNames;
  loanMoves: LoanMovesService;
}

const DAY = 86_400_000;
const DAYS_BACK = 60;
const DAYS_AHEAD = 400;
/** Lines of a feed: a workshop with forty machines lends about as much in a year. */
const MOST = 4_000;
const shown = ['asked', 'accepted', 'out', 'returned', 'trouble', 'closed'] as const;

/** The loan that a booking belongs to: the time of an extension bears the loan's id with a suffix. */
const loanIn = (subjectId: string) => subjectId.split('.', 1)[0]!;

/** Writes the text of a feed for somebody who may read it. */
export class FeedReader {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async text(viewer: PersonViewer, locale: Locale, scope: FeedScope, subjectId: string): Promise<string> {
    const words = feedWords[locale].equipment;
    if (scope === 'person') {
      const events = await this.#ofPerson(viewer, locale);
      return feedText({ name: `${words.mine}, Maillage`, language: locale, timeZone: 'Europe/Paris', events });
    }
    const machine = scope === 'equipment' ? await ResourceRecord.findById(subjectId).lean() : null;
    const workshop = await WorkshopRecord.findById(machine?.workshopId ?? subjectId).lean();
    if (!workshop) throw notFound('workshop');
    const events = machine
      ? await this.#ofMachine(viewer, locale, machine, workshop)
      : await this.#ofWorkshop(locale, workshop);
    const name = machine ? `${machine.name}, ${workshop.name}` : workshop.name;
    return feedText({ name, language: locale, timeZone: workshop.timeZone, events });
  }

  #window() {
    const now = this.#deps.clock().getTime();
    return { from: new Date(now - DAYS_BACK * DAY), until: new Date(now + DAYS_AHEAD * DAY) };
  }

  async #ofPerson(viewer: PersonViewer, locale: Locale): Promise<FeedEvent[]> {
    const mine = { $or: [{ personId: viewer.id }, { 'lent.personId': viewer.id }] };
    const named = await this.#named(await this.#loans({ ...mine, status: { $in: shown } }));
    return named.map((one) => {
      const line = one.loan.personId === viewer.id ? borrowedLine : lentLine;
      return line(one, feedWords[locale], this.#deps.baseUrl);
    });
  }

  async #ofWorkshop(locale: Locale, workshop: Workshop): Promise<FeedEvent[]> {
    const all = feedWords[locale];
    const words = all.equipment;
    const loans = await this.#loans({
      workshopId: workshop._id,
      'lent.employed': { $ne: false },
      status: { $in: shown },
    });
    const lent = (await this.#named(loans)).flatMap((loan) => [
      lentLine(loan, all, this.#deps.baseUrl),
      ...counterLines(loan, all, this.#deps.baseUrl),
    ]);
    // What came from the workshop's own calendar does not go back to it.
    const bookings = await this.#bookings({
      workshopId: workshop._id,
      purpose: { $in: ['maintenance', 'production', 'training'] },
    });
    const resources = await ResourceRecord.find({ workshopId: workshop._id }, { name: 1, units: 1 }).lean();
    const own = bookings.map((booking) => {
      const machine = resources.find(({ _id }) => _id === booking.resourceId);
      const unit = machine?.units.find(({ id }) => id === booking.unitId);
      return ownLine(booking, machine?.name ?? '', unit?.code ?? '', words);
    });
    return [...lent, ...own];
  }

  async #ofMachine(viewer: PersonViewer, locale: Locale, machine: Resource, workshop: Workshop): Promise<FeedEvent[]> {
    const all = feedWords[locale];
    const words = all.equipment;
    const bookings = await this.#bookings({ resourceId: machine._id });
    const ids = bookings.filter(({ purpose }) => purpose === 'loan').map(({ subjectId }) => loanIn(subjectId));
    const loans = (await LoanRecord.find({ _id: { $in: [...new Set(ids)] } }).lean()).filter((loan) =>
      this.#deps.loanMoves.sees(viewer, loan),
    );
    const named = new Map((await this.#named(loans)).map((one) => [one.loan._id, one]));
    const isOurs = speaksFor(viewer, { scope: 'workshop', id: workshop._id });
    const codeOf = (id: string) => machine.units.find((unit) => unit.id === id)?.code;
    const told = new Set<string>();
    return bookings.flatMap((booking) => {
      const loan = named.get(loanIn(booking.subjectId));
      if (!loan)
        return isOurs && booking.purpose !== 'loan'
          ? [ownLine(booking, machine.name, codeOf(booking.unitId) ?? '', words)]
          : [busyLine(booking, machine.units.length > 1 ? codeOf(booking.unitId) : undefined, words)];
      if (told.has(loan.loan._id)) return [];
      told.add(loan.loan._id);
      return [(isOurs ? lentLine : borrowedLine)(loan, all, this.#deps.baseUrl)];
    });
  }

  async #loans(filter: QueryFilter<Loan>): Promise<Loan[]> {
    const { from, until } = this.#window();
    return LoanRecord.find({ ...filter, from: { $lt: until }, until: { $gt: from } })
      .sort({ from: 1, _id: 1 })
      .limit(MOST)
      .lean();
  }

  async #bookings(filter: QueryFilter<Booking>): Promise<Booking[]> {
    const { from, until } = this.#window();
    const now = this.#deps.clock();
    return BookingRecord.find({
      ...filter,
      blocking: true,
      // A hold stops at its instant, whatever is stored of it.
      $or: [{ state: 'confirmed' }, { holdUntil: { $gt: now } }],
      blockUntil: { $gt: from },
      blockFrom: { $lt: until },
    })
      .sort({ blockFrom: 1, _id: 1 })
      .limit(MOST)
      .lean();
  }

  /** Loans with the names of their machine and sides: three queries for all. */
  async #named(loans: readonly Loan[]): Promise<NamedLoan[]> {
    const ids = (of: (loan: Loan) => string) => [...new Set(loans.map(of))];
    const resources = await ResourceRecord.find(
      { _id: { $in: ids(({ resourceId }) => resourceId) } },
      { name: 1, units: 1 },
    ).lean();
    const workshops = await WorkshopRecord.find(
      { _id: { $in: ids(({ workshopId }) => workshopId) } },
      { name: 1, address: 1, postalCode: 1, city: 1 },
    ).lean();
    const parties = await this.#deps.names.of(
      loans.flatMap(({ workshopId, party }) => [{ scope: 'workshop' as const, id: workshopId }, party]),
    );
    return loans.map((loan, n) => {
      const resource = resources.find(({ _id }) => _id === loan.resourceId);
      const site = workshops.find(({ _id }) => _id === loan.workshopId);
      return {
        loan,
        machine: resource?.name ?? '',
        unitCode: resource?.units.find(({ id }) => id === loan.unitId)?.code ?? '',
        lender: parties[2 * n]?.name ?? '',
        borrower: parties[2 * n + 1]?.name ?? '',
        place: loan.travel
          ? [parties[2 * n + 1]?.name, loan.travel.city].filter(Boolean).join(', ')
          : [site?.address, [site?.postalCode, site?.city].filter(Boolean).join(' ')].filter(Boolean).join(', '),
      };
    });
  }
}
