import type { HappeningKey } from '../../../schema/events.ts';
import { type ClaimEvent, type SharingActor, thousandths } from '../../../schema/sharing.ts';
import type { PartyNames } from '../identity/party-names.ts';
import { hearersOf } from '../identity/sides.ts';
import type { NoticeService, Telling } from '../notice/notice.service.ts';
import type { Claim } from './claim.entity.ts';
import type { Listing } from './listing.entity.ts';
import { type Offerer, offererOf } from './offerer.service.ts';

/** What people hear of a part: its steps, and what becomes of the whole. */
export type ClaimNews = ClaimEvent | 'will_run' | 'moved' | 'basket_broken';

interface Deps {
  names: PartyNames;
  notices: NoticeService;
}

const heardAs = { owner: 'lender', claimant: 'borrower', system: 'system' } as const;
/** News of the whole: what was said with the last step of a part has nothing to do with it. */
const ofTheWhole: ReadonlySet<ClaimNews> = new Set(['will_run', 'moved']);

/** Tells the two sides of parts of one listing, in as few commands as there are sorts of rows. */
export class ClaimTelling {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async tell(parts: readonly Claim[], listing: Listing, event: ClaimNews, by: SharingActor): Promise<void> {
    if (parts.length === 0) return;
    const offerer = await offererOf(listing);
    const cards = await this.#deps.names.of(parts.map(({ party }) => party));
    const said = (claim: Claim, n: number) => tellingOf(claim, listing, event, by, offerer, cards[n]?.name ?? '');
    await this.#deps.notices.tellEach(parts.map(said));
  }
}

function tellingOf(
  claim: Claim,
  listing: Listing,
  event: ClaimNews,
  by: SharingActor,
  offerer: Pick<Offerer, 'name' | 'city' | 'timeZone'> | undefined,
  borrower: string,
): Telling {
  const key: HappeningKey = `sharing.${event}`;
  return {
    topic: 'claim',
    subjectId: claim._id,
    event: key,
    to: hearersOf(claim, heardAs[by]),
    params: {
      claim: claim._id,
      ...(claim.groupId && { group: claim.groupId }),
      code: claim.code,
      kind: claim.kind,
      name: listing.name,
      quantity: claim.quantity / thousandths,
      measure: listing.measure,
      workshop: offerer?.name ?? '',
      city: offerer?.city ?? '',
      borrower,
      totalCents: claim.totalCents,
      from: listing.from?.toISOString() ?? null,
      zone: offerer?.timeZone ?? 'Europe/Paris',
      holdUntil: claim.holdUntil?.toISOString() ?? null,
      note: ofTheWhole.has(event) ? null : (claim.history.at(-1)?.note ?? null),
    },
  };
}
