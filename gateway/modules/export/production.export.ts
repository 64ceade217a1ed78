import type { Party } from '../identity/viewer.ts';
import { type Offer, OfferRecord } from '../production/offer.entity.ts';
import { type ProductionRequest, RequestRecord } from '../production/request.entity.ts';
import type { Export } from './export.table.ts';
import { declineWords, offerStateWords, requestStateWords } from './export.words.ts';
import { homeZone, inHands, personNames, timeZones, workshopNames } from './rows.ts';

interface RequestRow {
  request: ProductionRequest;
  by: string;
  lab: string;
}
const timeZone = homeZone;

async function* requestRows({ scope, id }: Party): AsyncGenerator<RequestRow[]> {
  const order = { updatedAt: -1, _id: -1 } as const;
  for await (const hand of inHands(RequestRecord, { 'askedFor.id': id, 'askedFor.scope': scope }, order)) {
    const people = await personNames(hand.map(({ askedBy }) => askedBy));
    const labs = await workshopNames(hand.map(({ workshopId }) => workshopId));
    yield hand.map((request) => ({
      request,
      by: people.get(request.askedBy) ?? '',
      lab: labs.get(request.workshopId ?? '') ?? '',
    }));
  }
}

/** What a party has had made. */
export const requestExport: Export<RequestRow> = {
  file: { fr: 'demandes', en: 'requests' },
  for: ['workshop', 'firm', 'network', 'person'],
  rows: requestRows,
  columns: [
    { title: { fr: 'Code', en: 'Code' }, of: ({ request }) => request.code },
    { title: { fr: 'Titre', en: 'Title' }, of: ({ request }) => request.title },
    { title: { fr: 'État', en: 'State' }, of: ({ request }, locale) => requestStateWords[request.state][locale] },
    { title: { fr: 'Pièces différentes', en: 'Different parts' }, of: ({ request }) => request.parts.length },
    {
      title: { fr: 'Quantité', en: 'Quantity' },
      of: ({ request }) => request.parts.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0),
    },
    { title: { fr: 'Voulu pour le', en: 'Wanted by' }, of: ({ request }) => ({ at: request.mustHaveBy, timeZone }) },
    { title: { fr: 'Livraison', en: 'Delivery' }, of: ({ request }) => request.delivery?.label },
    { title: { fr: 'Demandé par', en: 'Asked by' }, of: ({ by }) => by },
    { title: { fr: 'Atelier', en: 'Workshop' }, of: ({ lab }) => lab },
    { title: { fr: 'Envoyé le', en: 'Sent on' }, of: ({ request }) => ({ at: request.submittedAt, timeZone }) },
    { title: { fr: 'Accepté le', en: 'Accepted on' }, of: ({ request }) => ({ at: request.awardedAt, timeZone }) },
    { title: { fr: 'Livré le', en: 'Delivered on' }, of: ({ request }) => ({ at: request.deliveredAt, timeZone }) },
    { title: { fr: 'Fini le', en: 'Ended on' }, of: ({ request }) => ({ at: request.endedAt, timeZone }) },
  ],
};

interface OfferRow {
  offer: Offer;
  code: string;
  title: string;
  zone: string;
}

async function* offerRows({ id }: Party): AsyncGenerator<OfferRow[]> {
  const zone = (await timeZones([id])).get(id) ?? homeZone;
  for await (const hand of inHands(OfferRecord, { workshopId: id }, { offeredAt: -1 })) {
    const requests = await RequestRecord.find(
      { _id: { $in: hand.map(({ requestId }) => requestId) } },
      { code: 1, title: 1 },
    ).lean();
    const known = new Map(requests.map((request) => [request._id, request]));
    yield hand.map((offer) => ({
      offer,
      code: known.get(offer.requestId)?.code ?? '',
      title: known.get(offer.requestId)?.title ?? '',
      zone,
    }));
  }
}

/** What a workshop was asked to make, and what it answered. Who asks stays with the offer’s own page. */
export const offerExport: Export<OfferRow> = {
  file: { fr: 'offres', en: 'offers' },
  for: ['workshop'],
  rows: offerRows,
  columns: [
    { title: { fr: 'Demande', en: 'Request' }, of: ({ code }) => code },
    { title: { fr: 'Titre', en: 'Title' }, of: ({ title }) => title },
    { title: { fr: 'État', en: 'State' }, of: ({ offer }, locale) => offerStateWords[offer.state][locale] },
    { title: { fr: 'Rang', en: 'Rank' }, of: ({ offer }) => offer.rank },
    { title: { fr: 'Distance en km', en: 'Distance in km' }, of: ({ offer }) => offer.distanceKm },
    {
      title: { fr: 'Reçue le', en: 'Received on' },
      of: ({ offer, zone }) => ({ at: offer.offeredAt, timeZone: zone }),
    },
    {
      title: { fr: 'Expire le', en: 'Expires on' },
      of: ({ offer, zone }) => ({ at: offer.expiresAt, timeZone: zone }),
    },
    {
      title: { fr: 'Répondu le', en: 'Answered on' },
      of: ({ offer, zone }) => ({ at: offer.answeredAt, timeZone: zone }),
    },
    {
      title: { fr: 'Pourquoi', en: 'Why' },
      of: ({ offer }, locale) => offer.declineReason && declineWords[offer.declineReason][locale],
    },
    { title: { fr: 'Précision', en: 'Note' }, of: ({ offer }) => offer.declineNote },
  ],
};
