import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { FirmRecord } from '../../../gateway/modules/firm/firm.entity.ts';
import { GeocoderService } from '../../../gateway/modules/place/geocoder.service.ts';
import { PlaceService } from '../../../gateway/modules/place/place.service.ts';
import { FirmService } from '../../../gateway/modules/firm/firm.service.ts';
import { WorkshopService } from '../../../gateway/modules/workshop/workshop.service.ts';
import { WorkshopRecord } from '../../../gateway/modules/workshop/workshop.entity.ts';
import { newId } from '../../../gateway/platform/ids.ts';
import { readConfig } from '../../../gateway/platform/config.ts';
import { useApp } from '../../support/app.ts';
import { person } from '../../support/world.ts';

/** An answer of `/search/` in the shape that the Base Adresse Nationale documents, in the order of its fields. */
const feature = (label: string, type: string, citycode: string, coordinates: [number, number], score: number) => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates },
  properties: {
    label,
    score,
    housenumber: type === 'housenumber' ? '8' : undefined,
    id: `${citycode}_0001_00008`,
    name: label.split(' 4')[0],
    postcode: '41000',
    citycode,
    x: 574_000.1,
    y: 6_722_000.2,
    city: 'Blois',
    context: '41, Loir-et-Cher, Centre-Val de Loire',
    type,
    importance: 0.65,
    street: 'Rue des Papegaults',
  },
});
const collection = (...features: object[]) => ({
  type: 'FeatureCollection',
  version: 'draft',
  features,
  attribution: 'BAN',
  licence: 'ETALAB-2.0',
  query: '',
  limit: 5,
});
const recorded: Record<string, unknown> = {
  papegaults: collection(
    feature('Blois', 'municipality', '41018', [1.3283, 47.58], 0.95),
    feature('8 Rue des Papegaults 41000 Blois', 'housenumber', '41018', [1.33271, 47.58594], 0.93),
  ),
  elsewhere: collection(feature('8 Rue des Papegaults 37000 Tours', 'housenumber', '37261', [0.69, 47.39], 0.93)),
  vague: collection(feature('Rue X 41000 Blois', 'street', '41018', [1.3, 47.5], 0.2)),
  broken: { features: [{ geometry: null }, { geometry: { coordinates: ['a', 'b'] }, properties: {} }, 7] },
  none: collection(),
};

let server: Server;
let url: string;
let mode = 'papegaults';
const asked: URL[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(new URL(request.url!, 'http://x'));
    if (mode === 'silent') return;
    if (mode === 'down') return void response.writeHead(503).end();
    if (mode === 'elsewhere-redirect') return void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
    if (mode === 'html') return void response.end('<html>');
    response.setHeader('content-type', 'application/json; charset=utf-8');
    response.end(JSON.stringify(recorded[mode]));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked.length = 0;
});

const world = useApp();
const log = pino({ level: 'silent' });
const places = new PlaceService();
const geocoder = () => new GeocoderService({ url, places, log });
const blois = () => places.find('41018')!;

test('an address of the commune moves the point to its house, and says that it is exact', async () => {
  mode = 'papegaults';
  const place = await geocoder().refine(blois(), '8 rue des Papegaults');
  expect(place).toMatchObject({ lat: 47.58594, lon: 1.33271, precision: 'exact', insee: '41018', name: 'Blois' });
  expect(asked[0]!.pathname).toBe('/search/');
  expect(Object.fromEntries(asked[0]!.searchParams)).toEqual({
    q: '8 rue des Papegaults 41000 Blois',
    limit: '5',
    citycode: '41018',
  });
});

test.each(['elsewhere', 'vague', 'broken', 'none', 'down', 'html', 'elsewhere-redirect'])(
  'an answer that says no more (%s) leaves the middle of the commune',
  async (answer) => {
    mode = answer;
    expect(await geocoder().refine(blois(), '8 rue des Papegaults')).toEqual(blois());
  },
);

test('a service that does not answer holds nobody for more than two seconds', async () => {
  mode = 'silent';
  const start = performance.now();
  expect(await geocoder().refine(blois(), '8 rue des Papegaults')).toEqual(blois());
  expect(performance.now() - start).toBeLessThan(2_500);
});

test('without a service nothing is asked, and a whole address is no place', async () => {
  const offline = new GeocoderService({ url: undefined, places, log });
  expect(await offline.refine(blois(), '8 rue des Papegaults')).toEqual(blois());
  expect(await offline.resolve('8 rue des Papegaults, 41000 Blois')).toBeUndefined();
  expect((await offline.resolve('Blois'))?.place).toMatchObject({ insee: '41018', precision: 'commune' });
  expect(asked).toEqual([]);
});

test('workshops and firms are saved at their address when a service knows it, and saved all the same when it is away', async () => {
  const { clock, app } = world;
  const { people, equipment } = app.services;
  const workshops = new WorkshopService({ clock: clock.read, newId, people, places, geocoder: geocoder(), equipment });
  const founder = await person();
  const input = { name: 'L’Établi', address: '8 rue des Papegaults', description: '', openingHours: [], closures: [] };
  mode = 'papegaults';
  const made = await workshops.create(founder, { ...input, place: 'Blois', idempotencyKey: newId() });
  expect(await WorkshopRecord.findById(made._id).lean()).toMatchObject({
    geoPrecision: 'exact',
    location: { coordinates: [1.33271, 47.58594] },
    city: 'Blois',
  });
  mode = 'down';
  const plain = await workshops.create(founder, { ...input, place: 'Blois', idempotencyKey: newId() });
  expect(await WorkshopRecord.findById(plain._id).lean()).toMatchObject({ geoPrecision: 'commune' });
  mode = 'papegaults';
  const manager = { ...founder, roles: [{ role: 'workshop_manager' as const, scopeId: plain._id }] };
  await workshops.update(manager, plain._id, { ...input, address: '8, rue des Papegaults' });
  expect(await WorkshopRecord.findById(plain._id).lean()).toMatchObject({ geoPrecision: 'exact' });
  const firms = new FirmService({ clock: clock.read, newId, people, geocoder: geocoder() });
  const firm = await firms.create(founder, {
    name: 'Cycles',
    place: '8 rue des Papegaults, 41000 Blois',
    idempotencyKey: newId(),
  });
  expect(await FirmRecord.findById(firm._id).lean()).toMatchObject({
    city: 'Blois',
    location: { coordinates: [1.33271, 47.58594] },
  });
});

test('both settings are checked before anything listens', () => {
  const env = { MONGODB_URI: 'mongodb://x/y', DATA_DIR: '/tmp/none', AUTH_SECRET: 'x'.repeat(32) };
  const tiles = 'https://tile.example.org/{z}/{x}/{y}.png';
  expect(readConfig({ ...env, GEOCODER_URL: url, MAP_TILES_URL: tiles, MAP_TILES_ATTRIBUTION: '© X' })).toMatchObject({
    GEOCODER_URL: url,
    MAP_TILES_URL: tiles,
  });
  for (const wrong of [
    'tile.example.org/{z}/{x}/{y}',
    'https://x/{z}/{x}',
    "https://x; script-src 'y'/{z}/{x}/{y}",
    'ftp://x/{z}/{x}/{y}',
  ])
    expect(() => readConfig({ ...env, MAP_TILES_URL: wrong, MAP_TILES_ATTRIBUTION: '©' })).toThrow(/MAP_TILES_URL/);
  expect(() => readConfig({ ...env, GEOCODER_URL: 'ban' })).toThrow(/GEOCODER_URL/);
});
