import { kinds } from '../../../schema/kinds.ts';
import { trainingPaper } from '../../../schema/training-paper.ts';
import type { Locale } from '../../../schema/vocabulary.ts';
import type { Clock } from '../../platform/clock.ts';
import { localDays } from '../../platform/days.ts';
import type { PdfSheet } from '../../platform/pdf-sheet.ts';
import { notFound } from '../../platform/refusal.ts';
import { aside } from '../../platform/worker.ts';
import { paperFormat } from '../../platform/paper-format.ts';
import type { PartyNames } from '../identity/party-names.ts';
import { demand, leads, type Party, speaksFor, type Viewer } from '../identity/viewer.ts';
import type { Claim } from '../sharing/claim.entity.ts';
import type { ClaimReader } from '../sharing/claim-reader.service.ts';
import type { Listing } from '../sharing/listing.entity.ts';
import type { ListingService } from '../sharing/listing.service.ts';
import { type Workshop, WorkshopRecord } from '../workshop/workshop.entity.ts';
import { marksOf } from './attendance.rules.ts';
import { expiryOf, monthsAfter } from './accreditation.rules.ts';
import { attendanceSheet, certificateSheet, type SessionFacts } from './paper.rules.ts';
import type { PolicyService } from './policy.service.ts';
import { type Seat, seatsOf } from './session.rules.ts';

interface Deps {
  clock: Clock;
  baseUrl: string;
  claimReader: ClaimReader;
  listings: ListingService;
  names: PartyNames;
  policies: PolicyService;
}

const DRAW_MS = 20_000;
const MOST_DAYS = 60;
const draw = (sheet: PdfSheet) => aside<Uint8Array>('drawPdf', sheet, DRAW_MS);
const partiesOf = ({ party, personId }: Claim): Party[] => [party, { scope: 'person', id: personId }];

/** What leaves on paper of a session: the sheet that people sign, and the certificate of those who passed. */
export class TrainingPaperService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** The sheet to sign, for the people of the workshop that gives the session. */
  async attendance(viewer: Viewer, locale: Locale, listingId: string) {
    const listing = await this.#session(viewer, listingId);
    const owner = { scope: 'workshop' as const, id: listing.workshopId };
    demand(viewer, speaksFor(viewer, owner) || leads(viewer, owner));
    const workshop = await this.#workshop(listing);
    const claims = await this.#deps.claimReader.seated(listingId);
    const seats = (await this.#seats(claims)).flat();
    const period = { from: listing.from!, until: listing.until! };
    const days = localDays(workshop.timeZone, period, MOST_DAYS).map(({ from, noon, until }) => ({
      from: from < period.from ? period.from : from,
      morning: period.from < noon && period.until > from,
      afternoon: period.until > noon && period.from < until,
    }));
    const session = this.#facts(listing, workshop, `${kinds[listing.kind].path}/${listing._id}`);
    const sheet = attendanceSheet(
      session,
      seats,
      days,
      trainingPaper[locale],
      this.#format(locale, workshop, period.from),
    );
    return { name: `emargement-${listing._id.slice(-6)}.pdf`, bytes: await draw(sheet) };
  }

  /** The certificate of a part that was certified, a page for each of its people; for its two sides. */
  async certificate(viewer: Viewer, locale: Locale, claimId: string) {
    const claim = await this.#deps.claimReader.get(viewer, claimId);
    const line = claim.history.findLast(({ event }) => event === 'certify');
    if (claim.status !== 'certified' || !line) throw notFound('certificate');
    const listing = await this.#session(viewer, claim.listingId);
    const workshop = await this.#workshop(listing);
    const [seats = []] = await this.#seats([claim]);
    const marks = marksOf(claim, seats.length);
    const { ageMonths } = expiryOf(await this.#deps.policies.of(listing.workshopId), String(listing.facts.skill ?? ''));
    const passed = {
      code: claim.code,
      names: seats.filter((_, seat) => marks[seat] === 'certified').flatMap(({ name }) => name || []),
      certifiedAt: line.at,
      ...(ageMonths && listing.facts.skill && { validUntil: monthsAfter(line.at, ageMonths) }),
    };
    if (passed.names.length === 0) throw notFound('certificate');
    const session = this.#facts(listing, workshop, `parts/${claim._id}`);
    const sheet = certificateSheet(session, passed, trainingPaper[locale], this.#format(locale, workshop, line.at));
    return { name: `attestation-${claim.code}.pdf`, bytes: await draw(sheet) };
  }

  async #session(viewer: Viewer, listingId: string): Promise<Listing> {
    const listing = await this.#deps.listings.get(viewer, listingId);
    if (kinds[listing.kind].sharing !== 'seats' || !listing.from || !listing.until) throw notFound('listing');
    return listing;
  }

  async #workshop({ workshopId }: Listing): Promise<Workshop> {
    const workshop = await WorkshopRecord.findById(workshopId).lean();
    if (!workshop) throw notFound('workshop');
    return workshop;
  }

  async #seats(claims: readonly Claim[]): Promise<Seat[][]> {
    const cards = await this.#deps.names.of(claims.flatMap(partiesOf));
    return claims.map((claim, n) =>
      seatsOf(claim, { party: cards[2 * n]?.name ?? '', person: cards[2 * n + 1]?.name ?? '' }),
    );
  }

  #facts(listing: Listing, { name, address, postalCode, city }: Workshop, path: string): SessionFacts {
    const town = [postalCode, city].filter(Boolean).join(' ');
    const where = [address, town].filter(Boolean).join(', ');
    return { listing, workshop: { name, address: where }, link: `${this.#deps.baseUrl}/${path}` };
  }

  #format(locale: Locale, { timeZone }: Workshop, around: Date) {
    return { ...paperFormat(locale, timeZone, around), language: locale, madeAt: this.#deps.clock() };
  }
}
