import { kinds, type KindName, sharings } from '../../../schema/kinds.ts';
import { Refusal } from '../../platform/refusal.ts';
import { NetworkRecord } from '../network/network.entity.ts';
import { type Workshop, WorkshopRecord } from '../workshop/workshop.entity.ts';

interface Offered {
  workshopId: string;
  networkId?: string | null;
}

/** Who offers something, as it is found and told of: the workshop, or a network in the place of the workshop. */
export type Offerer = Pick<Workshop, 'name' | 'city' | 'timeZone' | 'location' | 'departement' | 'networkIds'>;

export async function offererOf({ workshopId, networkId }: Offered): Promise<Offerer | undefined> {
  const workshop = await WorkshopRecord.findById(workshopId).lean();
  if (!workshop || !networkId) return workshop ?? undefined;
  const network = await NetworkRecord.findById(networkId, { name: 1 }).lean();
  return { ...workshop, name: network?.name ?? workshop.name, networkIds: [networkId] };
}

/** Refuses with `platform.invalid` what networks do not offer, and a workshop that is not of the network. */
export async function demandBased(kind: KindName, { workshopId, networkId }: Offered): Promise<void> {
  if (!networkId) return;
  if (!sharings[kinds[kind].sharing].byNetworks) throw new Refusal('platform.invalid', { field: 'networkId' });
  if (!(await WorkshopRecord.exists({ _id: workshopId, networkIds: networkId })))
    throw new Refusal('platform.invalid', { field: 'workshopId' });
}
