import mongoose from 'mongoose';
import type { Clock } from '../../platform/clock.ts';
import { notFound } from '../../platform/refusal.ts';
import { type Person, PersonRecord } from '../identity/person.entity.ts';
import { asPerson, partyKey, type Viewer } from '../identity/viewer.ts';
import { withoutSecrets } from './privacy.rules.ts';
import { type Reference, references } from './references.table.ts';

/** Where the date of an act stands, in the collections that record acts. */
const dates = ['at', 'askedAt', 'issuedAt', 'createdAt', 'since', 'updatedAt', 'from'] as const;

/** Everything stored about a person, as one JSON text in pieces: rows come by cursor, never all in memory. */
export class PersonalFileService {
  readonly #clock: Clock;

  constructor({ clock }: { clock: Clock }) {
    this.#clock = clock;
  }

  async open(viewer: Viewer): Promise<AsyncIterable<string>> {
    const { id } = asPerson(viewer);
    const person = await PersonRecord.findById(id).lean();
    if (!person) throw notFound('person');
    return this.#pieces(person);
  }

  async *#pieces(person: Person): AsyncGenerator<string> {
    const { _id: id, email } = person;
    const keys = { id, email, party: partyKey({ scope: 'person', id }) };
    const head = { file: 'Maillage', madeAt: this.#clock(), account: withoutSecrets(person) };
    yield `${JSON.stringify(head, null, 1).slice(0, -2)},\n "records": {`;
    let first = true;
    for (const [model, paths] of Object.entries(references)) {
      const { collectionName } = mongoose.model(model).collection;
      yield `${first ? '' : ','}\n  ${JSON.stringify(collectionName)}: [`;
      first = false;
      let count = 0;
      for await (const row of rowsOf(model, paths, keys))
        yield `${count++ === 0 ? '' : ','}\n   ${JSON.stringify(row)}`;
      yield count === 0 ? ']' : '\n  ]';
    }
    yield '\n }\n}\n';
  }
}

/** The account library writes fields that our schemas do not name. */
const loose = { strictQuery: false } as const;

/** Each row once: whole when it is about the person, else as the mention that it is. */
async function* rowsOf(
  model: string,
  paths: readonly Reference[],
  keys: Record<Reference['key'], string>,
): AsyncGenerator<unknown> {
  const named = (shows: Reference['shows']) =>
    paths.filter((each) => each.shows === shows).map(({ path, key }) => ({ [path]: keys[key] }));
  const whole = named('row');
  const record = mongoose.model(model);
  if (whole.length > 0)
    for await (const row of record.find({ $or: whole }).setOptions(loose).lean().cursor()) yield withoutSecrets(row);
  const shown = [...whole];
  for (const { path, key } of paths.filter(({ shows }) => shows === 'mention')) {
    const filter = { [path]: keys[key], ...(shown.length > 0 && { $nor: [...shown] }) };
    shown.push({ [path]: keys[key] });
    const rows = record.find(filter, { code: 1, name: 1, ...Object.fromEntries(dates.map((name) => [name, 1])) });
    for await (const row of rows.lean().cursor()) yield { ...(row as object), namedIn: path };
  }
}
