import mongoose from 'mongoose';
import { kinds, type CountedKind, sharings } from '../../schema/kinds.ts';
import { newId } from '../../gateway/platform/ids.ts';
import type { PersonViewer } from '../../gateway/modules/identity/viewer.ts';
import type { CreateListing } from '../../gateway/modules/sharing/listing.inputs.ts';
import type { Listing } from '../../gateway/modules/sharing/listing.entity.ts';
import type { Workshop } from '../../gateway/modules/workshop/workshop.entity.ts';
import { thousandths } from '../../schema/sharing.ts';
import type { TestApp } from './app.ts';
import { network, workshop } from './world.ts';

const LISTING = `fragment Li on Listing { id kind status name measure quantity minimum step threshold left agreed claimable can
  decideAt from until prices { for from cents } facts { name number text } history { move note } workshop { name } }`;
const CLAIM = `fragment Cl on Claim { id code status side turn can quantity public totalCents holdUntil note
  claimant { name } person { name } listing { id left } history { event by note } }`;
export const OFFER = `mutation O($input: CreateListing!) { createListing(input: $input) { ...Li } } ${LISTING}`;
export const CHANGE = `mutation U($id: ID!, $input: UpdateListing!) { updateListing(id: $id, input: $input) { ...Li } } ${LISTING}`;
export const STEP = `mutation S($id: ID!, $move: ListingMove!, $note: String) { moveListing(id: $id, move: $move, note: $note) { ...Li } } ${LISTING}`;
export const LISTED = `query L($id: ID!) { listing(id: $id) { ...Li } } ${LISTING}`;
export const CLAIMED = `mutation C($input: RequestClaim!) { requestClaim(input: $input) { ...Cl } } ${CLAIM}`;
export const MOVED = `mutation M($id: ID!, $move: ClaimMove!, $note: String) { moveClaim(id: $id, move: $move, note: $note) { ...Cl } } ${CLAIM}`;
const PART = `query P($id: ID!) { claim(id: $id) { ...Cl } } ${CLAIM}`;

export interface ListingSeen {
  id: string;
  status: string;
  left: number | null;
  agreed: number;
  claimable: boolean;
  can: string[];
  threshold: number | null;
}

export interface ClaimSeen {
  id: string;
  code: string;
  status: string;
  side: string | null;
  turn: string | null;
  can: string[];
  quantity: number;
  public: string;
  totalCents: number;
  holdUntil: string | null;
  history: { event: string; by: string; note: string | null }[];
}

/** What each kind needs to be offered; the clock of the tests stands at 23 November 2026. */
const samples: Record<CountedKind, object> = {
  training: {
    name: 'Laser, niveau 1',
    quantity: 4,
    from: '2026-12-01T08:00:00.000Z',
    until: '2026-12-01T16:00:00.000Z',
    prices: [
      { for: 'everyone', cents: 9000 },
      { for: 'member', cents: 4500 },
    ],
    facts: [{ name: 'programme', text: 'Réglages, sécurité, première découpe.' }],
  },
  material: {
    name: 'Chutes de contreplaqué 3 mm',
    quantity: 10,
    prices: [{ for: 'everyone', cents: 250 }],
    facts: [
      { name: 'material', text: 'plywood' },
      { name: 'form', text: 'sheet' },
      { name: 'origin', text: 'offcut' },
    ],
  },
  purchase: {
    name: 'PLA blanc, 1,75 mm',
    quantity: null,
    threshold: 10,
    decideAt: '2026-12-15T17:00:00.000Z',
    prices: [
      { for: 'everyone', cents: 2000 },
      { for: 'everyone', from: 10, cents: 1500 },
    ],
    facts: [
      { name: 'supplier', text: 'Filaments du Val de Loire' },
      { name: 'split', text: 'quantity' },
    ],
  },
  job: {
    name: 'Fablab manager partagé',
    quantity: 100,
    threshold: 100,
    decideAt: '2026-12-15T17:00:00.000Z',
    facts: [
      { name: 'title', text: '510621' },
      { name: 'employer', text: 'Groupement d’employeurs du Val de Loire' },
      { name: 'contract', text: 'cdi' },
    ],
  },
};

/** Something of this kind, as its workshop would offer it. */
export const sample = (kind: CountedKind, workshopId: string, more: object = {}) => ({
  kind,
  workshopId,
  measure: kinds[kind].measures[0],
  idempotencyKey: newId(),
  ...samples[kind],
  ...more,
});

/** The same, whole, as the service takes it. */
export const listed = (kind: CountedKind, workshopId: string, more: object = {}): CreateListing => {
  const { prices = [], from, until, decideAt, ...said } = sample(kind, workshopId, more) as Partial<CreateListing>;
  return {
    description: '',
    minimum: 1,
    step: 1,
    audience: 'everyone',
    automatic: false,
    holdHours: 72,
    published: true,
    facts: [],
    ...said,
    ...(from && { from: new Date(from) }),
    ...(until && { until: new Date(until) }),
    ...(decideAt && { decideAt: new Date(decideAt) }),
    prices: prices.map((price) => ({ ...price, from: price.from ?? 0 })),
  } as CreateListing;
};

/** Empties what is counted, where a test sets the clock back. */
export async function forgetShared(): Promise<void> {
  for (const name of ['listings', 'claims', 'entries', 'reuses'])
    await mongoose.connection.collection(name).deleteMany({});
}

/** The rows of something that is offered for a month from now and taken at once, for those who have no services at hand. */
export function offered(kind: CountedKind, site: Workshop, personId: string, quantity: number | null) {
  const { facts, name } = listed(kind, site._id);
  const [now, month] = [new Date(), 30 * 86_400_000];
  const later = (months: number) => new Date(now.getTime() + months * month);
  const stored = quantity === null ? null : quantity * thousandths;
  const listing: Listing = {
    ...{ _id: newId(), kind, status: 'open', workshopId: site._id, personId, name, description: '' },
    ...{ measure: kinds[kind].measures[0], quantity: stored, minimum: thousandths, step: thousandths },
    ...(sharings[kinds[kind].sharing].promised && {
      threshold: stored ?? 1_000_000 * thousandths,
      decideAt: later(1),
    }),
    ...(kinds[kind].sharing === 'seats' && { from: later(1), until: later(2) }),
    ...{ prices: [], audience: 'everyone', automatic: true, holdHours: 72, history: [] },
    facts: Object.fromEntries(facts.map((fact) => [fact.name, fact.number ?? fact.text ?? ''])),
    ...{ location: site.location, departement: site.departement, networkIds: site.networkIds, searchWords: [] },
    ...{ updatedAt: now, revision: 0 },
  };
  const line = { _id: newId(), listingId: listing._id, reason: 'offered' as const, at: now, effectiveAt: now };
  return { listing, entry: stored === null ? undefined : { ...line, delta: stored } };
}

/** Blois offers, Tours and Orléans of the same network ask. */
export async function sharingWorld() {
  const owner = await workshop('Blois');
  const tours = await workshop('Tours');
  const orleans = await workshop('Orléans');
  await network([owner.workshop, tours.workshop, orleans.workshop]);
  return { owner: owner.manager, site: owner.workshop, tours: tours.manager, orleans: orleans.manager };
}

/** The steps of sharing through the API, each failing the test on an error. */
export const sharingSteps = (world: TestApp) => ({
  offer: async (viewer: PersonViewer, kind: CountedKind, more: object = {}) =>
    (await world.get<{ createListing: ListingSeen }>(viewer, OFFER, { input: sample(kind, viewer.acting.id, more) }))
      .createListing,
  claim: async (viewer: PersonViewer, listingId: string, quantity: number, more: object = {}) =>
    (
      await world.get<{ requestClaim: ClaimSeen }>(viewer, CLAIMED, {
        input: { listingId, quantity, idempotencyKey: newId(), ...more },
      })
    ).requestClaim,
  move: async (viewer: PersonViewer, id: string, move: string, note?: string) =>
    (await world.get<{ moveClaim: ClaimSeen }>(viewer, MOVED, { id, move, note })).moveClaim,
  step: async (viewer: PersonViewer, id: string, move: string, note?: string) =>
    (await world.get<{ moveListing: ListingSeen }>(viewer, STEP, { id, move, note })).moveListing,
  listing: async (viewer: PersonViewer, id: string) =>
    (await world.get<{ listing: ListingSeen }>(viewer, LISTED, { id })).listing,
  part: async (viewer: PersonViewer, id: string) => (await world.get<{ claim: ClaimSeen }>(viewer, PART, { id })).claim,
});
