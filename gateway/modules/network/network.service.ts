import type { Clock } from '../../platform/clock.ts';
import { isDuplicate } from '../../platform/database.ts';
import { once } from '../../platform/idempotency.ts';
import type { NewId } from '../../platform/ids.ts';
import { offsetOf, type Page, type PageArgs, pageOf } from '../../platform/page.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import { asVerified, demand, isAdmin, type Viewer } from '../identity/viewer.ts';
import { type Network, NetworkRecord } from './network.entity.ts';
import type { CreateNetworkInput } from './network.inputs.ts';

/** The regional networks themselves; who belongs to them is in memberships. */
export class NetworkService {
  readonly #clock: Clock;
  readonly #newId: NewId;

  constructor({ clock, newId }: { clock: Clock; newId: NewId }) {
    this.#clock = clock;
    this.#newId = newId;
  }

  /** By name. */
  async list(args: PageArgs): Promise<Page<Network>> {
    const offset = offsetOf(args);
    const rows = await NetworkRecord.find().sort({ name: 1, _id: 1 }).skip(offset).limit(args.first).lean();
    return pageOf(rows, offset, await NetworkRecord.estimatedDocumentCount());
  }

  /** By its code or its id. */
  async get(codeOrId: string): Promise<Network> {
    const network =
      (await NetworkRecord.findOne({ code: codeOrId.toUpperCase() }).lean()) ??
      (await NetworkRecord.findById(codeOrId).lean());
    if (!network) throw notFound('network');
    return network;
  }

  byIds(ids: readonly string[]): Promise<Network[]> {
    return NetworkRecord.find({ _id: { $in: [...ids] } }).lean();
  }

  /** Opens a network, by a platform admin; its head is then invited. */
  async create(viewer: Viewer, { idempotencyKey, ...facts }: CreateNetworkInput): Promise<Network> {
    demand(viewer, isAdmin(viewer));
    const by = viewer.kind === 'system' ? 'system' : asVerified(viewer).id;
    const intent = { by, key: idempotencyKey, operation: 'createNetwork', arguments: facts, at: this.#clock() };
    try {
      const id = await once(intent, async () => {
        const _id = this.#newId();
        await NetworkRecord.create([{ _id, ...facts, name: facts.name.trim(), description: facts.description.trim() }]);
        return _id;
      });
      return await this.get(id);
    } catch (error) {
      if (isDuplicate(error)) throw new Refusal('network.codeTaken', { code: facts.code });
      throw error;
    }
  }
}
