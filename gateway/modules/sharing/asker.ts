import { roles } from '../../../schema/vocabulary.ts';
import type { Party, Viewer } from '../identity/viewer.ts';
import { WorkshopRecord } from '../workshop/workshop.entity.ts';
import type { Asker } from './asking.rules.ts';

/** A party as who asks for a part: with the networks of a workshop. */
export async function askerOf({ scope, id }: Party): Promise<Asker> {
  const workshop = scope === 'workshop' ? await WorkshopRecord.findById(id, { networkIds: 1 }).lean() : null;
  return { scope, id, networkIds: workshop?.networkIds ?? [] };
}

/** The networks to which the viewer, or a workshop of theirs, belongs. */
export async function networksOf(viewer: Viewer): Promise<string[]> {
  if (viewer.kind !== 'person') return [];
  const idsIn = (scope: 'network' | 'workshop') =>
    viewer.roles.filter(({ role }) => roles[role].scope === scope).map(({ scopeId }) => scopeId);
  const workshops = await WorkshopRecord.find({ _id: { $in: idsIn('workshop') } }, { networkIds: 1 }).lean();
  return [...idsIn('network'), ...workshops.flatMap(({ networkIds }) => networkIds)];
}
