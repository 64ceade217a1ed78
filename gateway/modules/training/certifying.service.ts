import { foldedName, skillGiven, skillName } from '../../../schema/training.ts';
import type { PeopleService } from '../identity/people.service.ts';
import { type Claim, ClaimRecord } from '../sharing/claim.entity.ts';
import type { ClaimFollower } from '../sharing/claim-step.service.ts';
import type { Listing } from '../sharing/listing.entity.ts';
import type { AccreditationService } from './accreditation.service.ts';
import { keptMarks, marksAfter, marksOf } from './attendance.rules.ts';
import { bookerSits, seatCount } from './session.rules.ts';

interface Deps {
  people: PeopleService;
  accreditations: AccreditationService;
}

const ADDRESS = /[^\s<>,;]+@[^\s<>,;]+/;

/** A session that ends well: who is certified gets the accreditation that it gives. */
export class CertifyingService implements ClaimFollower {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** In the transaction of the step, and by whoever took it. A step of the whole part is said of each of its seats. */
  async advanced(claim: Claim, listing: Listing): Promise<void> {
    const line = claim.history.at(-1);
    if (!line?.personId) return;
    const marks = marksAfter(line.event, marksOf(claim, seatCount(claim)));
    const by = { at: line.at, personId: line.personId };
    if (claim.marks?.length)
      await ClaimRecord.updateOne({ _id: claim._id }, { $set: { marks: keptMarks(marks, claim.marks, by) } });
    if (line.event !== 'certify') return;
    const passed = marks.flatMap((mark, seat) => (mark === 'certified' ? [seat] : []));
    await this.grant(claim, listing, passed, line.personId);
  }

  /** Gives who sat on these seats, from 0, what the session gives. In the caller's transaction, by whoever has the right. */
  async grant(claim: Claim, listing: Listing, seats: readonly number[], issuedBy: string): Promise<void> {
    const given = skillGiven(listing.facts);
    if (!given) return;
    const name = skillName(String(listing.facts.skill), given.level);
    for (const personId of await this.#sitting(claim, seats))
      await this.#deps.accreditations.grant({ personId, workshopId: listing.workshopId, name }, issuedBy);
  }

  /** Those of these seats who have an account: named by its address, or the person who booked. Others have it on paper. */
  async #sitting(claim: Claim, seats: readonly number[]): Promise<string[]> {
    const { people } = this.#deps;
    if (bookerSits(claim)) return seats.includes(0) ? [claim.personId] : [];
    const booker = await people.person(claim.personId);
    const found = new Set<string>();
    for (const said of (claim.attendees ?? []).filter((_, seat) => seats.includes(seat))) {
      const [address] = ADDRESS.exec(said) ?? [];
      const person = address
        ? await people.byEmail(address)
        : booker && foldedName(booker.name) === foldedName(said)
          ? booker
          : null;
      if (person) found.add(person._id);
    }
    return [...found];
  }
}
