import mongoose from 'mongoose';
import type { App } from '../../gateway/app.ts';
import { systemClock } from '../../gateway/platform/clock.ts';
import { askFor, bookByDriver, contend, freeSlot } from './booking.ts';
import { compared, inTurn, ratioOf } from './compare.ts';
import type { BenchOptions, Ground } from './ground.ts';
import { measured } from './load.ts';
import { partOf, takeByDriver } from './parts.ts';
import { record, replay } from './replay.ts';

let lastSlot = 0;
const slots = () => (lastSlot += 1);

/** What runs in this process: bookings beside the bare transaction, a crowd on one slot, the ranking of a request. */
export async function alone(app: App, ground: Ground, options: BenchOptions): Promise<void> {
  const { copies, questions, alone: lines } = ground;
  const { services } = app;
  const client = mongoose.connection.getClient();
  if (options.wants('booking')) {
    const [own, bare] = await compared({ ...options, lanes: 1 }, [
      (nth) => services.calendar.reserve([askFor(inTurn(questions.machines, nth), freeSlot(systemClock(), slots()))]),
      (nth) => bookByDriver(client, ground.database, inTurn(questions.machines, nth), systemClock(), slots()),
    ]);
    lines.push({
      ...{ subject: 'booking a free slot', copies, product: measured(own!), bare: measured(bare!) },
      ratio: ratioOf(own!, bare!),
    });
    for (let nth = 0; nth < options.rounds; nth += 1)
      ground.waits.push(...(await contend(app, questions.machines[0]!, slots(), options.crowd)));
  }
  for (const [subject, ids] of Object.entries(questions.offers)) {
    if (!options.wants(subject)) continue;
    const [own, bare] = await compared({ ...options, lanes: 1 }, [
      (nth) => services.ledger.reserve([partOf(inTurn(ids, nth))]),
      (nth) => takeByDriver(client, ground.database, inTurn(ids, nth), systemClock()),
    ]);
    lines.push({
      ...{ subject, copies, product: measured(own!), bare: measured(bare!) },
      ratio: ratioOf(own!, bare!),
    });
  }
  if (options.wants('ranking')) {
    const rank = async (nth: number) =>
      services.matching.show(await services.matching.find(inTurn(questions.needs, nth))).rankedBetween(0, 8);
    await rank(0);
    const tape = await record(client, () => rank(0));
    const [own, bare] = await compared({ ...options, lanes: 1 }, [
      rank,
      () => replay(client.db(ground.database), tape),
    ]);
    lines.push({
      ...{ subject: 'ranking of a request', copies, product: measured(own!), bare: measured(bare!) },
      ratio: ratioOf(own!, bare!),
    });
  }
}
