import type { MongoClient } from 'mongodb';
import mongoose from 'mongoose';
import { beforeAll, expect, test } from 'vitest';
import { ResourceRecord } from '../../../gateway/modules/catalogue/resource.entity.ts';
import { MandateRecord, PersonRecord } from '../../../gateway/modules/identity/person.entity.ts';
import type { PersonViewer, Viewer } from '../../../gateway/modules/identity/viewer.ts';
import { playDemonstration } from '../../../seed/run.ts';
import { useApp } from '../../support/app.ts';
import { filter } from '../../support/search.ts';
import { paged, webOperations } from './operations.ts';

/** The demonstration network: lists long enough for a page of two and a page of all to differ. */
const world = useApp();
const people = {
  lou: 'lou.perrin@demo.example',
  ana: 'ana.ferrandon@demo.example',
  helene: 'helene.marchand@demo.example',
};
type Name = keyof typeof people;
const viewers = {} as Record<Name, Viewer>;
let workshopId: string;

beforeAll(async () => {
  await playDemonstration(world.app.deps);
  for (const [name, email] of Object.entries(people) as [Name, string][]) {
    const { _id } = (await PersonRecord.findOne({ email }).lean())!;
    const headers = new Headers(await world.signedIn({ id: _id } as PersonViewer));
    viewers[name] = (await world.app.contextFor(headers)).viewer;
  }
  const lou = viewers.lou as PersonViewer;
  workshopId = (await MandateRecord.findOne({ personId: lou.id, scope: 'workshop' }).lean())!.scopeId;
  await database().createCollection('system.profile', { capped: true, size: 64 * 1024 * 1024 });
  await database().command({ profile: 2 });
}, 120_000);

const database = (): ReturnType<MongoClient['db']> => mongoose.connection.db!;
const sentSoFar = () =>
  database()
    .collection('system.profile')
    .countDocuments({ ns: { $not: /system\./ } });

/** Relations that none of the first two rows may have, and a further one has. */
const relations = 2;

/** Every list of the web with who reads it. Pages are as long as the limits of a query allow beside all else it asks. */
const lists: Record<string, { by: Name; longest?: number; variables: () => object }> = {
  SearchPage: { by: 'ana', variables: () => ({ filter: filter(), sort: 'NAME', first: 20 }) },
  Home: { by: 'ana', longest: 8, variables: () => ({ filter: filter(), workshops: 20 }) },
  Directory: { by: 'ana', variables: () => ({}) },
  NetworkPage: { by: 'helene', variables: () => ({ code: 'CVL' }) },
  WorkshopShelf: { by: 'lou', variables: () => ({ workshopId }) },
  MyLoans: { by: 'lou', variables: () => ({ side: 'both' }) },
  MyRequests: { by: 'ana', variables: () => ({}) },
  OffersAnswered: { by: 'lou', variables: () => ({ workshopId }) },
  OffersToAnswer: { by: 'lou', variables: () => ({ workshopId }) },
  Accreditations: { by: 'lou', variables: () => ({ workshopId }) },
  SharedListings: { by: 'ana', variables: () => ({ withinKm: 500, first: 20 }) },
  ListingsOfWorkshop: { by: 'lou', variables: () => ({ workshopId }) },
  MyClaims: { by: 'lou', variables: () => ({ side: 'owner' }) },
};

test.each(Object.keys(lists))('%s sends no more commands for a long page than for one of two rows', async (name) => {
  const operation = webOperations().find((one) => one.name === name)!;
  const { by, variables, longest = 20 } = lists[name]!;
  const cost = async (first: number) => {
    const given = {
      ...variables(),
      ...('first' in variables() && { first }),
      ...('workshops' in variables() && { workshops: first }),
    };
    const before = await sentSoFar();
    const answer = await world.get<object>(viewers[by], paged(operation, first), given);
    return { commands: (await sentSoFar()) - before, size: JSON.stringify(answer).length };
  };
  await cost(longest);
  const [short, long] = [await cost(2), await cost(longest)];
  expect(short.commands).toBeGreaterThan(0);
  expect(long.commands).toBeLessThanOrEqual(short.commands + relations);
  if (['SearchPage', 'Directory', 'NetworkPage', 'MyLoans', 'SharedListings', 'MyClaims'].includes(name))
    expect(long.size, 'the long page holds more').toBeGreaterThan(1.5 * short.size);
});

test('the network of the test is long enough to tell', async () => {
  expect(await ResourceRecord.countDocuments({ status: 'published' })).toBeGreaterThan(15);
});
