import { kinds } from '../../../schema/kinds.ts';
import type { Clock } from '../../platform/clock.ts';
import { transaction } from '../../platform/database.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import type { SeatMark } from '../../../schema/training.ts';
import type { PartyNames } from '../identity/party-names.ts';
import { lenderOf } from '../identity/sides.ts';
import { asVerified, demand, type Party, speaksFor, type Viewer } from '../identity/viewer.ts';
import { type Claim, ClaimRecord } from '../sharing/claim.entity.ts';
import type { ClaimReader } from '../sharing/claim-reader.service.ts';
import type { ClaimSteps } from '../sharing/claim-step.service.ts';
import type { LedgerService } from '../sharing/ledger.service.ts';
import type { Listing } from '../sharing/listing.entity.ts';
import type { ListingService } from '../sharing/listing.service.ts';
import type { SessionSeat } from './attendance.inputs.ts';
import { keptMarks, marked, marksOf, namesAfter, type SaidSeat, statusBySeats, stepsTo } from './attendance.rules.ts';
import type { CertifyingService } from './certifying.service.ts';
import { seatCount, seatsOf } from './session.rules.ts';

interface Deps {
  clock: Clock;
  names: PartyNames;
  listings: ListingService;
  ledger: LedgerService;
  claimReader: ClaimReader;
  claimSteps: ClaimSteps;
  certifying: CertifyingService;
}

type SaidOfPart = SaidSeat & { claimId: string };
const seated: readonly Claim['status'][] = ['agreed', 'attended', 'certified', 'absent'];
const partiesOf = ({ party, personId }: Claim): Party[] => [party, { scope: 'person', id: personId }];

/** Who came to a session and who passed, seat by seat, said by the people of the workshop that gives it. */
export class AttendanceService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** The seats of a session in the order in which they were asked for, for the people of its workshop. */
  async seats(viewer: Viewer, listingId: string): Promise<SessionSeat[]> {
    demandHost(viewer, await this.#deps.listings.get(viewer, listingId));
    const claims = await this.#deps.claimReader.seated(listingId);
    const cards = await this.#deps.names.of(claims.flatMap(partiesOf));
    return claims.flatMap((claim, n) => {
      const who = { party: cards[2 * n]?.name ?? '', person: cards[2 * n + 1]?.name ?? '' };
      const marks = marksOf(claim, seatCount(claim));
      return seatsOf(claim, who).map(({ name, organisation }, seat) => {
        const mark = marks[seat];
        return { claimId: claim._id, code: claim.code, number: seat + 1, name, organisation, ...(mark && { mark }) };
      });
    });
  }

  /**
   * Says of some seats who came and who passed, all of it or nothing; each part follows its seats. Saying the same again
   * changes nothing. Who sat on a seat that nobody was named for, or in the place of somebody else, is written down with it.
   * Refuses with `sharing.closedMove` before the session begins, and for who does not sit in it.
   */
  async mark(viewer: Viewer, listingId: string, said: readonly SaidOfPart[]): Promise<SessionSeat[]> {
    const { id: personId } = asVerified(viewer);
    demandHost(viewer, await this.#deps.listings.get(viewer, listingId));
    await transaction(async () => {
      const listing = await this.#deps.ledger.claim(listingId);
      if (!listing.from || this.#deps.clock() < listing.from)
        throw new Refusal('sharing.closedMove', { status: listing.status });
      for (const claimId of new Set(said.map((one) => one.claimId)))
        await this.#markPart(
          viewer,
          listing,
          claimId,
          said.filter((one) => one.claimId === claimId),
          personId,
        );
    });
    return this.seats(viewer, listingId);
  }

  async #markPart(viewer: Viewer, listing: Listing, claimId: string, said: readonly SaidSeat[], personId: string) {
    const { clock, claimSteps, certifying } = this.#deps;
    const claim = await ClaimRecord.findOne({ _id: claimId, listingId: listing._id }).lean();
    if (!claim) throw notFound('claim');
    if (!seated.includes(claim.status)) throw new Refusal('sharing.closedMove', { status: claim.status });
    const before = marksOf(claim, seatCount(claim));
    if (said.some(({ seat }) => seat >= before.length)) throw new Refusal('platform.invalid', { field: 'seat' });
    const now = marked(before, said);
    const { attendees, written } = await this.#renamed(claim, before, said);
    const marks = keptMarks(now, claim.marks, { at: clock(), personId });
    const { modifiedCount } = await ClaimRecord.updateOne(
      { _id: claimId, revision: claim.revision },
      { $set: { marks, attendees }, $inc: { revision: 1 } },
    );
    if (modifiedCount === 0) throw new Refusal('sharing.closedMove', { status: claim.status });
    let after: Claim = { ...claim, marks, attendees, revision: claim.revision + 1 };
    for (const step of stepsTo(claim.status, statusBySeats(now)))
      after = await claimSteps.one(viewer, after, listing, step);
    // The step that certifies a part looks after the first who pass; those who pass or are named later come here.
    if (claim.status !== 'certified') return;
    const isNew = (seat: number) => before[seat] !== 'certified' || written.includes(seat);
    const passed = now.flatMap((mark, seat) => (mark === 'certified' && isNew(seat) ? [seat] : []));
    await certifying.grant(after, listing, passed, personId);
  }

  /** Who sits on a part with the names that are said of its seats, and which seats these change. */
  async #renamed(claim: Claim, marks: readonly (SeatMark | undefined)[], said: readonly SaidSeat[]) {
    const stands = { attendees: claim.attendees ?? [], written: [] as number[] };
    if (!said.some(({ name }) => name)) return stands;
    const [party, person] = await this.#deps.names.of(partiesOf(claim));
    const before = seatsOf(claim, { party: party?.name ?? '', person: person?.name ?? '' }).map(({ name }) => name);
    const attendees = namesAfter(before, marks, said);
    const written = attendees.flatMap((name, seat) => (name === before[seat] ? [] : [seat]));
    return written.length > 0 ? { attendees, written } : stands;
  }
}

function demandHost(viewer: Viewer, listing: Listing): void {
  if (kinds[listing.kind].sharing !== 'seats') throw notFound('listing');
  demand(viewer, speaksFor(viewer, lenderOf(listing)));
}
