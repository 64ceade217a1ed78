import type { Db, MongoClient } from 'mongodb';

type Command = Record<string, unknown>;

/** Commands that were under way together: the next wave began when the last of these had answered. */
export type Tape = Command[][];

/** What the driver adds to a command by itself. */
const added = new Set([
  'lsid',
  '$clusterTime',
  '$db',
  'txnNumber',
  'readConcern',
  'writeConcern',
  'autocommit',
  'startTransaction',
]);
const reads = new Set(['aggregate', 'find', 'distinct', 'count']);

/** What `work` asks of the database through a client made with `monitorCommands`. */
export async function record(client: MongoClient, work: () => Promise<unknown>): Promise<Tape> {
  const tape: Tape = [];
  let underWay = 0;
  const started = ({ commandName, command }: { commandName: string; command: Command }) => {
    if (underWay === 0) tape.push([]);
    underWay += 1;
    if (reads.has(commandName))
      tape.at(-1)!.push(Object.fromEntries(Object.entries(command).filter(([name]) => !added.has(name))));
  };
  const ended = () => (underWay -= 1);
  client.on('commandStarted', started).on('commandSucceeded', ended).on('commandFailed', ended);
  try {
    await work();
  } finally {
    client.off('commandStarted', started).off('commandSucceeded', ended).off('commandFailed', ended);
  }
  return tape.filter((wave) => wave.length > 0);
}

function ask(db: Db, command: Command): Promise<unknown> {
  const { aggregate, find, pipeline, cursor: _cursor, filter, projection, sort, limit, skip, hint, ...rest } = command;
  const options = { ...(hint !== undefined && { hint: hint as object }) };
  if (typeof aggregate === 'string')
    return db
      .collection(aggregate)
      .aggregate(pipeline as object[], options)
      .toArray();
  if (typeof find === 'string')
    return db
      .collection(find)
      .find(filter as object, {
        ...options,
        ...(projection !== undefined && { projection: projection as object }),
        ...(sort !== undefined && { sort: sort as Record<string, 1 | -1> }),
        ...(limit !== undefined && { limit: Math.abs(limit as number) }),
        ...(skip !== undefined && { skip: skip as number }),
      })
      .toArray();
  return db.command({ ...rest, ...(filter !== undefined && { filter }) });
}

/** The same reads by the bare driver, as many at once as they were. */
export async function replay(db: Db, tape: Tape): Promise<void> {
  for (const wave of tape) await Promise.all(wave.map((command) => ask(db, command)));
}
