import { thousandths } from '../../schema/sharing.ts';
import { systemClock } from '../../gateway/platform/clock.ts';
import { compared, inTurn, ratioOf } from './compare.ts';
import type { BenchOptions, Served } from './ground.ts';
import { measured } from './load.ts';
import { sharedByDriver } from './reference.shared.ts';
import { searchByDriver } from './reference.ts';
import { replay } from './replay.ts';
import type { Line } from './report.ts';
import type { Asked, Operation } from './subjects.ts';

interface Contest {
  subject: string;
  own: (ground: Served, nth: number) => Promise<unknown>;
  bare: (ground: Served, nth: number) => Promise<unknown>;
}

const database = ({ client, database: name }: Served) => client.db(name);
const reads = (ground: Served, operation: Operation) => replay(database(ground), ground.tapes.get(operation)!);
const driverSearch = (ground: Served, asked: Asked) =>
  searchByDriver(database(ground), { ...asked, now: systemClock(), first: 20 });

const driverShared = (ground: Served, asked: Asked) =>
  sharedByDriver(database(ground), { ...asked, now: systemClock(), first: 20 });

const names = {
  directoryNear: 'directory, near',
  directoryWhole: 'directory, all',
  availability: 'availability',
};

export const contests: Contest[] = [
  {
    subject: 'search page',
    own: ({ visitor, questions }, nth) => visitor.ask(inTurn(questions.searches, nth)),
    bare: (ground, nth) => driverSearch(ground, inTurn(ground.questions.searches, nth)),
  },
  {
    subject: 'what is shared, near',
    own: ({ visitor, questions }, nth) => visitor.ask(inTurn(questions.shared, nth)),
    bare: (ground, nth) => driverShared(ground, inTurn(ground.questions.shared, nth)),
  },
  ...(['directoryNear', 'directoryWhole', 'availability'] as const).map((name): Contest => ({
    subject: names[name],
    own: ({ visitor, questions }, nth) => visitor.ask(inTurn(questions[name], nth)),
    bare: (ground, nth) => reads(ground, inTurn(ground.questions[name], nth)),
  })),
  {
    subject: 'ranking, asked by the form',
    own: ({ visitor, questions }, nth) => visitor.ask(inTurn(questions.requests, nth)),
    bare: (ground, nth) => reads(ground, inTurn(ground.questions.requests, nth)),
  },
  {
    subject: 'rendered page',
    own: ({ visitor, questions }, nth) => visitor.page(inTurn(questions.searches, nth).path),
    bare: (ground, nth) => reads(ground, inTurn(ground.questions.searches, nth)),
  },
];

/** The pages of the product and those of the references must hold the same, or comparing them says nothing. */
export async function agree(ground: Served): Promise<void> {
  for (const asked of ground.questions.shared) {
    const { listings: found } = await ground.visitor.ask<{
      listings: { totalCount: number; nodes: { id: string; left: number | null }[] };
    }>(asked);
    const { total, left } = await driverShared(ground, asked);
    const shown = found.nodes.filter(({ id }) => left.has(id));
    const same =
      found.totalCount === total &&
      shown.every((node) => node.left === null || node.left * thousandths === left.get(node.id)) &&
      (total > left.size || shown.length === found.nodes.length);
    if (!same)
      throw new Error(`Near ${asked.place} the product finds ${found.totalCount} listings, the driver ${total}.`);
  }
  for (const asked of ground.questions.searches) {
    const { searchEquipment: found } = await ground.visitor.ask<{
      searchEquipment: { totalCount: number; nodes: { id: string }[] };
    }>(asked);
    const { ids, total } = await driverSearch(ground, asked);
    const shown = new Set(ids);
    // Of machines equally far, each orders the names by its own alphabet: a full page may end on others.
    const same = found.totalCount === total && (total > ids.length || found.nodes.every(({ id }) => shown.has(id)));
    if (!same)
      throw new Error(`Near ${asked.place} the product finds ${found.totalCount} machines, the driver ${total}.`);
  }
}

/** The same subject on every world, in turns. */
export async function contest(
  { subject, own, bare }: Contest,
  served: readonly Served[],
  options: BenchOptions,
): Promise<Line[]> {
  const ways = served.flatMap((ground) => [(nth: number) => own(ground, nth), (nth: number) => bare(ground, nth)]);
  const rounds = await compared(options, ways);
  return served.map(({ copies }, at): Line => {
    const [mine, theirs] = [rounds[2 * at]!, rounds[2 * at + 1]!];
    return { subject, copies, product: measured(mine), bare: measured(theirs), ratio: ratioOf(mine, theirs) };
  });
}
