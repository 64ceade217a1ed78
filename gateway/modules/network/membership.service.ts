import type { MembershipMove, MembershipStatus } from '../../../schema/vocabulary.ts';
import type { Clock } from '../../platform/clock.ts';
import { transaction } from '../../platform/database.ts';
import { once } from '../../platform/idempotency.ts';
import type { NewId } from '../../platform/ids.ts';
import { offsetOf, type Page, type PageArgs, pageOf } from '../../platform/page.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import { asVerified, demand, isAdmin, leads, speaksFor, type Viewer } from '../identity/viewer.ts';
import type { NoticeService } from '../notice/notice.service.ts';
import { type Workshop, WorkshopRecord } from '../workshop/workshop.entity.ts';
import { type Membership, MembershipRecord, type Network, NetworkRecord } from './network.entity.ts';
import type { AskMembershipInput } from './network.inputs.ts';
import { mayAsk, openMoves, type Side, take } from './network.rules.ts';
import type { NetworkService } from './network.service.ts';

interface Deps {
  clock: Clock;
  newId: NewId;
  networks: NetworkService;
  notices: NoticeService;
  /** What machines take from their workshop, written again after it joined or left. */
  equipment: { refreshOf(workshopId: string): Promise<void> };
}

/** Which workshops belong to which networks: asked, admitted or refused, left. */
export class MembershipService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Members are public; those who asked, were refused or left are for the network's people. Oldest first. */
  async list(viewer: Viewer, networkCode: string, status: MembershipStatus, args: PageArgs): Promise<Page<Membership>> {
    const network = await this.#deps.networks.get(networkCode);
    if (status !== 'admitted') demand(viewer, this.#isOfNetwork(viewer, network._id));
    const filter = { networkId: network._id, status };
    const offset = offsetOf(args);
    const rows = await MembershipRecord.find(filter).sort({ askedAt: 1, _id: 1 }).skip(offset).limit(args.first).lean();
    return pageOf(rows, offset, await MembershipRecord.countDocuments(filter));
  }

  /** Every tie of a workshop, for its own people; the living ones first. */
  async ofWorkshop(viewer: Viewer, workshopId: string): Promise<Membership[]> {
    const party = { scope: 'workshop' as const, id: workshopId };
    if (!speaksFor(viewer, party) && !isAdmin(viewer)) return [];
    return MembershipRecord.find({ workshopId }).sort({ status: 1, askedAt: 1, _id: 1 }).limit(50).lean();
  }

  /** The steps that the viewer may take now. */
  can(viewer: Viewer, { status, workshopId, networkId }: Membership): MembershipMove[] {
    return openMoves(status, this.#sidesOf(viewer, workshopId, networkId));
  }

  /** Asks to join, by a manager of the workshop. Refused while it is a member or has asked already. */
  async ask(viewer: Viewer, { idempotencyKey, ...wish }: AskMembershipInput): Promise<Membership> {
    const { workshopId, networkCode } = wish;
    const by = viewer.kind === 'system' ? 'system' : asVerified(viewer).id;
    demand(viewer, leads(viewer, { scope: 'workshop', id: workshopId }));
    const network = await this.#deps.networks.get(networkCode);
    const at = this.#deps.clock();
    const note = wish.note?.trim() || undefined;
    const intent = { by, key: idempotencyKey, operation: 'askMembership', arguments: wish, at };
    const id = await once(intent, async () => {
      const workshop = await this.#claim(workshopId);
      const earlier = await MembershipRecord.findOne({ networkId: network._id, workshopId }).lean();
      if (!mayAsk(earlier?.status)) throw new Refusal('network.alreadyAsked');
      const _id = earlier?._id ?? this.#deps.newId();
      await MembershipRecord.replaceOne(
        { _id },
        { _id, networkId: network._id, workshopId, status: 'asked', askedAt: at, ...(note && { note }) },
        { upsert: true },
      );
      await this.#tell('network.asked', workshop, network, note);
      return _id;
    });
    return this.#get(id);
  }

  /** Admits, refuses or leaves. The tie, the workshop's networks, its machines and the words told change together. */
  move(viewer: Viewer, id: string, move: MembershipMove, note?: string): Promise<Membership> {
    if (viewer.kind !== 'system') asVerified(viewer);
    const said = note?.trim() || undefined;
    return transaction(async () => {
      const { status, workshopId, networkId } = await this.#get(id);
      const workshop = await this.#claim(workshopId);
      const to = take(move, status, this.#sidesOf(viewer, workshopId, networkId));
      const swapped = await MembershipRecord.updateOne(
        { _id: id, status },
        { $set: { status: to, decidedAt: this.#deps.clock(), ...(said && { note: said }) } },
      );
      if (swapped.modifiedCount === 0) throw new Refusal('network.closedMove');
      await WorkshopRecord.updateOne(
        { _id: workshopId },
        to === 'admitted' ? { $addToSet: { networkIds: networkId } } : { $pull: { networkIds: networkId } },
      );
      await this.#deps.equipment.refreshOf(workshopId);
      const network = await NetworkRecord.findById(networkId).lean();
      if (!network) throw notFound('network');
      await this.#tell(`network.${to as 'admitted' | 'refused' | 'left'}`, workshop, network, said);
      return this.#get(id);
    });
  }

  #isOfNetwork(viewer: Viewer, id: string): boolean {
    return speaksFor(viewer, { scope: 'network', id }) || isAdmin(viewer);
  }

  #sidesOf(viewer: Viewer, workshopId: string, networkId: string): Side[] {
    return [
      ...(this.#isOfNetwork(viewer, networkId) ? (['network'] as const) : []),
      ...(leads(viewer, { scope: 'workshop', id: workshopId }) ? (['workshop'] as const) : []),
    ];
  }

  /** Both sides hear it; each mail says it to its reader. */
  async #tell(
    event: 'network.asked' | 'network.admitted' | 'network.refused' | 'network.left',
    { _id, name, slug }: Workshop,
    network: Network,
    note: string | undefined,
  ): Promise<void> {
    await this.#deps.notices.tell({
      topic: 'membership',
      subjectId: network._id,
      event,
      to: [
        { scope: 'workshop', id: _id },
        { scope: 'network', id: network._id },
      ],
      params: { workshop: name, slug, network: network.name, code: network.code, note: note ?? '' },
    });
  }

  /** Writes the workshop first: two who change its ties at once collide here. */
  async #claim(id: string): Promise<Workshop> {
    const workshop = await WorkshopRecord.findByIdAndUpdate(
      id,
      { $inc: { revision: 1 } },
      { returnDocument: 'after' },
    ).lean();
    if (!workshop) throw notFound('workshop');
    return workshop;
  }

  async #get(id: string): Promise<Membership> {
    const membership = await MembershipRecord.findById(id).lean();
    if (!membership) throw notFound('membership');
    return membership;
  }
}
