import { createHash, randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { limits } from '../../../schema/vocabulary.ts';
import type { Clock } from '../../platform/clock.ts';
import { transaction } from '../../platform/database.ts';
import type { NewId } from '../../platform/ids.ts';
import { offsetOf, type Page, type PageArgs, pageOf } from '../../platform/page.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import type { Storage } from '../../platform/storage.ts';
import { asVerified, demand, leads, type Viewer } from '../identity/viewer.ts';
import type { NetworkService } from '../network/network.service.ts';
import { type ImportBatch, ImportBatchRecord, type ImportState, ImportTraceRecord } from './import-batch.entity.ts';
import type { PrepareImportInput } from './import-batch.inputs.ts';
import { neededColumns, suggestMatching } from './import.columns.rules.ts';
import { formatOf, isText, tableOf } from './import.reading.ts';
import { columnsOf, decodeText } from './import.table.rules.ts';
import { WorkshopRecord } from './workshop.entity.ts';

interface Deps {
  clock: Clock;
  newId: NewId;
  storage: Storage;
  networks: NetworkService;
}

const MINUTE = 60_000;
const TICKET_MINUTES = 15;
/** A heading longer than this is shown cut. */
const longestTitle = 80;

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
export const fileOf = (id: string) => `imports/${id}`;

/** The imports of a network, for its head: a file comes in, is read, looked at, imported, and can be undone. */
export class ImportBatchService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async list(viewer: Viewer, networkCode: string, args: PageArgs): Promise<Page<ImportBatch>> {
    const { _id: networkId } = await this.#network(viewer, networkCode);
    const filter = { networkId, state: { $ne: 'awaited' as const } };
    const offset = offsetOf(args);
    const rows = await ImportBatchRecord.find(filter)
      .sort({ createdAt: -1, _id: -1 })
      .skip(offset)
      .limit(args.first)
      .lean();
    return pageOf(rows, offset, await ImportBatchRecord.countDocuments(filter));
  }

  async get(viewer: Viewer, id: string): Promise<ImportBatch> {
    const batch = await ImportBatchRecord.findById(id).lean();
    if (!batch) throw notFound('import');
    demand(viewer, leads(viewer, { scope: 'network', id: batch.networkId }));
    return batch;
  }

  /** The right to send one file, once, within minutes; kept as a digest. */
  async ticket(viewer: Viewer, networkCode: string, filename: string): Promise<string> {
    const { _id: networkId } = await this.#network(viewer, networkCode);
    const by = asVerified(viewer).id;
    const now = this.#deps.clock();
    const ticket = randomBytes(24).toString('base64url');
    const name =
      filename
        .replace(/[\p{Cc}\p{Cf}/\\]+/gu, ' ')
        .trim()
        .slice(0, limits.name) || 'import';
    await ImportBatchRecord.create([
      {
        _id: this.#deps.newId(),
        networkId,
        by,
        filename: name,
        state: 'awaited',
        createdAt: now,
        updatedAt: now,
        ticketDigest: digest(ticket),
        ticketUntil: new Date(now.getTime() + TICKET_MINUTES * MINUTE),
      },
    ]);
    return ticket;
  }

  /** Keeps the file of a ticket and says what it looks like. Refuses what is no text. */
  async receive(ticket: string, bytes: Buffer): Promise<ImportBatch> {
    const now = this.#deps.clock();
    if (!isText(bytes)) throw new Refusal('workshop.importFile');
    const batch = await ImportBatchRecord.findOne({ ticketDigest: digest(ticket), state: 'awaited' }).lean();
    if (!batch?.ticketUntil || batch.ticketUntil <= now) throw new Refusal('workshop.importTicket');
    const text = decodeText(bytes);
    const format = formatOf(text);
    const table = tableOf(format);
    const columns = table ? columnsOf(text).slice(0, 200) : [];
    const matching = table
      ? suggestMatching(
          table,
          columns.map(({ name }) => name),
        )
      : {};
    await this.#deps.storage.put(fileOf(batch._id), Buffer.from(text), 'text/plain; charset=utf-8');
    const taken = await ImportBatchRecord.findOneAndUpdate(
      { _id: batch._id, state: 'awaited' },
      {
        $set: {
          // A table has its columns matched first; the rest needs no question, save whose machines these are.
          state: table || format === 'fabmanager' ? 'received' : 'checking',
          format,
          columns: columns.map(({ name, title, example }) => ({
            name,
            title: title.slice(0, longestTitle),
            example: example.slice(0, longestTitle),
          })),
          matching: Object.entries(matching).map(([column, name]) => ({ column, name })),
          createdAt: now,
          updatedAt: now,
        },
        $unset: { ticketDigest: 1, ticketUntil: 1 },
      },
      { returnDocument: 'after' },
    ).lean();
    if (!taken) throw new Refusal('workshop.importTicket');
    return taken;
  }

  /** Says how the file is to be read, and has it read again. */
  async prepare(viewer: Viewer, id: string, input: PrepareImportInput): Promise<ImportBatch> {
    const batch = await this.get(viewer, id);
    const table = tableOf(input.format);
    const wanted = new Map(input.matching.map(({ column, name }) => [column, name]));
    const names = new Set(batch.columns.map(({ name }) => name));
    const matching = [...wanted].filter(([, name]) => names.has(name)).map(([column, name]) => ({ column, name }));
    if (table) {
      const lacking = neededColumns[table].find((column) => !matching.some((match) => match.column === column));
      if (lacking) throw new Refusal('workshop.importMatching', { column: lacking });
    }
    if (input.format === 'fabmanager') await this.#member(batch.networkId, input.workshopId ?? '');
    return this.#move(batch, ['received', 'ready'], 'checking', {
      format: input.format,
      matching,
      ...(input.format === 'fabmanager' && { workshopId: input.workshopId ?? undefined }),
    });
  }

  /** Has what was shown imported. */
  async run(viewer: Viewer, id: string): Promise<ImportBatch> {
    const batch = await this.get(viewer, id);
    if (batch.state === 'ready' && batch.total === 0) throw new Refusal('workshop.importEmpty');
    const counts = { created: 0, changed: 0, same: 0, kept: 0, admitted: 0 };
    return this.#move(batch, ['ready'], 'running', { done: 0, counts });
  }

  /** Has the import taken back, workshop by workshop. */
  async undo(viewer: Viewer, id: string): Promise<ImportBatch> {
    const batch = await this.get(viewer, id);
    const total = await ImportTraceRecord.countDocuments({ batchId: id });
    return this.#move(batch, ['done', 'stopped'], 'undoing', { done: 0, undone: 0, kept: [], total });
  }

  /** Forgets a file that was not imported. */
  async discard(viewer: Viewer, id: string): Promise<boolean> {
    await this.get(viewer, id);
    const { deletedCount } = await ImportBatchRecord.deleteOne({
      _id: id,
      state: { $in: ['received', 'checking', 'ready'] },
    });
    if (deletedCount === 0) throw new Refusal('workshop.importState');
    await this.#deps.storage.remove(fileOf(id));
    return true;
  }

  /** The text of the file. */
  async textOf(id: string): Promise<string> {
    const file = await this.#deps.storage.open(fileOf(id));
    if (!file) throw notFound('file');
    return (await buffer(file.stream)).toString('utf8');
  }

  async #move(
    { _id }: ImportBatch,
    from: ImportState[],
    state: ImportState,
    change: Partial<ImportBatch>,
  ): Promise<ImportBatch> {
    const moved = await transaction(() =>
      ImportBatchRecord.findOneAndUpdate(
        { _id, state: { $in: from } },
        { $set: { ...change, state, attempts: 0, updatedAt: this.#deps.clock() }, $unset: { lockedUntil: 1 } },
        { returnDocument: 'after' },
      ).lean(),
    );
    if (!moved) throw new Refusal('workshop.importState');
    return moved;
  }

  async #network(viewer: Viewer, code: string) {
    const network = await this.#deps.networks.get(code);
    demand(viewer, leads(viewer, { scope: 'network', id: network._id }));
    return network;
  }

  /** A workshop of this network: the only ones whose machines its head may list. */
  async #member(networkId: string, workshopId: string): Promise<void> {
    const workshop = await WorkshopRecord.findOne({ _id: workshopId, networkIds: networkId }, { _id: 1 }).lean();
    if (!workshop) throw new Refusal('workshop.importMatching', { column: 'workshop' });
  }
}
