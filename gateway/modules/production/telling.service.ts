import type { Party } from '../identity/viewer.ts';
import type { PeopleService } from '../identity/people.service.ts';
import type { PartyNames } from '../identity/party-names.ts';
import type { EventKey, MailParams } from '../notice/mails.ts';
import type { NoticeService } from '../notice/notice.service.ts';
import type { House } from './labs.service.ts';
import type { Offer } from './offer.entity.ts';
import type { ProductionRequest } from './request.entity.ts';

type Ours = Extract<EventKey, `production.${string}`>;

/** Who hears each step of a request, and with which figures. Written in the caller's transaction. */
export class TellingService {
  readonly #notices: NoticeService;
  readonly #people: PeopleService;
  readonly #names: PartyNames;

  constructor({ notices, people, names }: { notices: NoticeService; people: PeopleService; names: PartyNames }) {
    this.#notices = notices;
    this.#people = people;
    this.#names = names;
  }

  /** Tells the side that asks. */
  async asker(event: Ours, request: ProductionRequest, params: MailParams = {}): Promise<void> {
    await this.#notices.tell({
      topic: 'request',
      subjectId: request._id,
      event,
      to: [request.askedFor],
      params: { ...figuresOf(request), request: request._id, ...params },
    });
  }

  /** Tells a lab, in its own time zone. The note and the asker's name are for the lab that won. */
  async lab(event: Ours, request: ProductionRequest, offer: Offer, house: House, params: MailParams = {}) {
    await this.#notices.tell({
      topic: 'offer',
      subjectId: offer._id,
      event,
      to: [{ scope: 'workshop', id: offer.workshopId }],
      params: {
        ...figuresOf(request),
        offer: offer._id,
        zone: house.timeZone,
        until: offer.expiresAt.toISOString(),
        ...params,
      },
    });
  }

  /** By whom a lab may be reached about a request, and the other way round. */
  async contactOf(party: Party, personId?: string): Promise<{ name: string; email: string }> {
    const [card] = await this.#names.of([party]);
    const person = personId === undefined ? undefined : await this.#people.person(personId);
    const [leader] = person ? [person] : await this.#people.heardBy([party]);
    return { name: card?.name ?? '', email: leader?.email ?? '' };
  }
}

const figuresOf = ({ code, title, mustHaveBy, delivery }: ProductionRequest): MailParams => ({
  code,
  title,
  by: mustHaveBy?.toISOString() ?? null,
  place: delivery?.label ?? '',
});
