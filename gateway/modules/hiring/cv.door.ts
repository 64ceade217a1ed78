import { standingApplications } from '../../../schema/jobs.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Door } from '../files/file.rules.ts';
import { asPerson, type Viewer } from '../identity/viewer.ts';
import type { ApplicationReader } from './application-reader.service.ts';

/** The CV of an application: sent by the candidate, read by them and by those who answer for the job. */
export function cvDoor(applications: ApplicationReader): Door {
  const own = async (viewer: Viewer, id: string) => {
    if (viewer.kind === 'system') return;
    const { personId, status } = await applications.get(viewer, id);
    if (asPerson(viewer).id !== personId) throw new Refusal('platform.forbidden');
    if (!standingApplications.includes(status)) throw new Refusal('jobs.closedMove', { status });
  };
  return {
    add: own,
    see: (viewer, { subjectId }) => applications.get(viewer, subjectId),
    remove: (viewer, { subjectId }) => own(viewer, subjectId),
  };
}
