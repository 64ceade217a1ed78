import { print } from 'graphql';
import type { App } from '../../gateway/app.ts';
import type { Need } from '../../gateway/modules/production/need.rules.ts';
import { ResourceRecord } from '../../gateway/modules/catalogue/resource.entity.ts';
import * as documents from '../../web/src/lib/graph/generated/graphql.ts';
import { sessionOf } from '../support/session.ts';
import { ListingRecord } from '../../gateway/modules/sharing/listing.entity.ts';
import type { Machine } from './booking.ts';
import { offerId, offersEach } from './offers.ts';
import { PersonRecord } from '../../gateway/modules/identity/person.entity.ts';
import { stableId } from '../../gateway/platform/ids.ts';

/** One thing that a page asks of the gateway, as the page asks it. */
export interface Operation {
  query: string;
  variables: Record<string, unknown>;
  /** Who asks, where it must be somebody. */
  headers?: Record<string, string>;
}

/** Where the visitors of a bench look from: towns of the map on which every world stands. */
const places = ['Blois', 'Orléans', 'Tours', 'Nantes', 'Rennes', 'Caen', 'Rouen', 'Angers'] as const;
const radiusKm = 50;
const DAY = 86_400_000;

const search = print(documents.SearchPageDocument);
const directory = print(documents.DirectoryDocument);
const shared = print(documents.SharedListingsDocument);
const calendar = print(documents.EquipmentCalendarDocument);
const preview = print(documents.PreviewMatchesDocument);

export interface Asked {
  place: string;
  near: { lat: number; lon: number };
  radiusKm: number;
  period: { from: Date; until: Date };
}

/** What is asked of a world, the same of every size. */
export interface Questions {
  searches: (Asked & Operation & { path: string })[];
  /** Of every kind that a ledger counts, near a place. */
  shared: (Asked & Operation)[];
  directoryNear: Operation[];
  directoryWhole: Operation[];
  availability: Operation[];
  needs: Need[];
  /** The same, as the form of a request asks it for somebody who has signed in. */
  requests: Operation[];
  /** Listings of which to take a part, by subject. */
  offers: Record<string, string[]>;
  /** Machines of one unit to book: nobody else asks for these. */
  machines: Machine[];
}

/** A weekday some days ahead, at eleven in Paris: ten or nine in UTC. */
function periodOf(now: Date, nth: number) {
  const day = new Date(Math.floor(now.getTime() / DAY) * DAY + (3 + nth) * DAY);
  const weekend = [2, 0, 0, 0, 0, 0, 1][day.getUTCDay()] ?? 0;
  const from = new Date(day.getTime() + weekend * DAY + 10 * 3_600_000);
  return { from, until: new Date(from.getTime() + 2 * 3_600_000) };
}

/** As the form of the page writes an instant: the clock of the workshop. */
const local = (instant: Date) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short', timeStyle: 'short' })
    .format(instant)
    .replace(' ', 'T');

const needOf = (near: { lat: number; lon: number }, mustHaveBy: Date): Need => ({
  parts: [
    {
      id: 'plate',
      name: 'Plaque',
      process: 'co2_cut',
      material: 'plywood',
      thicknessMm: 4,
      sizeMm: { x: 300, y: 200, z: null },
      quantity: 40,
      toleranceClass: null,
      finish: null,
    },
  ],
  mustHaveBy,
  near,
  maxKm: null,
});

/** One machine of each of the first planted workshops. */
async function machinesOf(nth: number): Promise<Machine[]> {
  const ids = places.map((_, n) => stableId('bench machine', String(n), String(nth)));
  const rows = await ResourceRecord.find({ _id: { $in: ids } }, { workshopId: 1, units: 1 })
    .sort({ _id: 1 })
    .lean();
  return rows.map(({ _id, workshopId, units }) => ({ _id, workshopId, unitId: units[0]!.id }));
}

const takings = { training: 'booking a seat', material: 'taking of a lot', purchase: 'pledging' } as const;

/** Listings of the first planted workshops, enough of them that no ledger grows beyond what one sees. */
async function offersOf(): Promise<Record<string, string[]>> {
  const ids = Array.from({ length: 100 * offersEach }, (_, n) => offerId(Math.floor(n / offersEach), n % offersEach));
  const rows = await ListingRecord.find({ _id: { $in: ids } }, { kind: 1 })
    .sort({ _id: 1 })
    .lean();
  return Object.fromEntries(
    Object.entries(takings).map(([kind, subject]) => [
      subject,
      rows.filter((row) => row.kind === kind).map(({ _id }) => _id),
    ]),
  );
}

/** The part of a request in the words of its form. */
const partOf = ({ parts: [part] }: Need) => {
  const { name, process, material, thicknessMm, sizeMm, quantity } = part!;
  return { name, process, material, thicknessMm, sizeMm, quantity };
};

export async function questionsFor({ services, deps }: App): Promise<Questions> {
  const now = deps.clock();
  const asker = await PersonRecord.findOne({ emailVerified: true }).sort({ _id: 1 }).lean();
  const headers = await sessionOf(asker!._id, deps.config.AUTH_SECRET, now);
  const needs = (near: Asked['near'], nth: number) => needOf(near, new Date(now.getTime() + (14 + nth) * DAY));
  const asked = places.map((place, nth): Asked => {
    const { lat, lon } = services.places.resolve(place)!.place;
    return { place, near: { lat, lon }, radiusKm, period: periodOf(now, nth) };
  });
  return {
    searches: asked.map(({ period: { from, until }, ...rest }) => ({
      ...rest,
      period: { from, until },
      query: search,
      variables: {
        filter: { place: rest.place, radiusKm, from: from.toISOString(), until: until.toISOString() },
        sort: 'DISTANCE',
        first: 20,
      },
      path: `/trouver?${String(new URLSearchParams({ ou: rest.place, km: String(radiusKm), du: local(from), au: local(until) }))}`,
    })),
    shared: asked.map((each) => ({
      ...each,
      query: shared,
      variables: { near: `${each.near.lat},${each.near.lon}`, withinKm: radiusKm, first: 20 },
    })),
    directoryNear: asked.map(({ near }) => ({
      query: directory,
      variables: { filter: { near, radiusKm }, sort: 'distance' },
    })),
    directoryWhole: [{ query: directory, variables: {} }],
    availability: (await machinesOf(0)).map(({ _id }) => ({
      query: calendar,
      variables: { id: _id, from: now.toISOString(), until: new Date(now.getTime() + 31 * DAY).toISOString() },
    })),
    needs: asked.map(({ near }, nth) => needs(near, nth)),
    requests: asked.map(({ near, place }, nth) => {
      const need = needs(near, nth);
      const mustHaveBy = need.mustHaveBy!.toISOString().slice(0, 10);
      return {
        headers,
        query: preview,
        variables: { input: { title: 'Plaques', deliverTo: place, mustHaveBy, parts: [partOf(need)] } },
      };
    }),
    offers: await offersOf(),
    machines: await machinesOf(2),
  };
}
