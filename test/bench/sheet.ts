import type { Collection } from 'mongodb';

export type Row = { _id: string } & Record<string, unknown>;

const batchRows = 5_000;

/** Rows written in batches by the driver itself: they are copies of rows that the services wrote. */
export class Sheet {
  readonly #collection: Collection<Row>;
  #rows: Row[] = [];
  count = 0;

  constructor(record: { collection: unknown }) {
    this.#collection = record.collection as Collection<Row>;
  }

  async add(row: Row): Promise<void> {
    this.#rows.push(row);
    this.count += 1;
    if (this.#rows.length >= batchRows) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.#rows.length > 0)
      await this.#collection.insertMany(this.#rows, { ordered: false, writeConcern: { w: 1, j: false } });
    this.#rows = [];
  }
}
