import { type AccreditationState, covers, foldedName, skillOf } from '../../../schema/training.ts';
import type { Accreditation, Expiry } from './accreditation.entity.ts';
import type { TrainingPolicy } from './policy.entity.ts';

/** The same day so many months later; the last day of a shorter month. */
export function monthsAfter(instant: Date, months: number): Date {
  const [year, month] = [instant.getUTCFullYear(), instant.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const later = new Date(instant);
  later.setUTCFullYear(year, month, Math.min(instant.getUTCDate(), last));
  return later;
}

type Ends = Pick<Accreditation, 'issuedAt' | 'expiresAt' | 'idleMonths' | 'usedAt' | 'revokedAt'>;

/** From when it no longer opens anything if nothing more is done with it; never, where no policy says so. */
export function endOf({ issuedAt, expiresAt, idleMonths, usedAt, revokedAt }: Ends): Date | undefined {
  const lastSeen = usedAt && usedAt > issuedAt ? usedAt : issuedAt;
  const idle = idleMonths ? monthsAfter(lastSeen, idleMonths) : undefined;
  const ends = [revokedAt, expiresAt, idle].filter((end) => end !== undefined && end !== null);
  return ends.length > 0 ? new Date(Math.min(...ends.map(Number))) : undefined;
}

/** Where it stands at an instant. A revocation wins over everything, age over disuse. */
export function stateOf(row: Ends, now: Date): AccreditationState {
  if (row.revokedAt) return 'revoked';
  if (row.expiresAt && row.expiresAt <= now) return 'aged';
  const end = endOf(row);
  return end && end <= now ? 'idle' : 'valid';
}

/** Whether it opens, by its own facts, what asks for an accreditation of this name: the issuer is another question. */
export const suffices = (row: Ends & Pick<Accreditation, 'name'>, wanted: string, now: Date): boolean =>
  stateOf(row, now) === 'valid' && covers(skillOf(row.name), skillOf(wanted));

/** A workshop as issuer or as lender. */
interface Site {
  _id: string;
  networkIds: readonly string[];
}

/**
 * Whether a workshop lets in those whom another has accredited: itself always; else who stands among those that it adds,
 * or shares a network with it and is not among those that it leaves out. One recognising the other says nothing of the
 * other way round.
 */
export function recognises(
  lender: Site,
  issuer: Site,
  policy: Pick<TrainingPolicy, 'recognised' | 'ignored'> | undefined,
): boolean {
  if (issuer._id === lender._id) return true;
  if (policy?.ignored.includes(issuer._id)) return false;
  if (policy?.recognised.includes(issuer._id)) return true;
  return issuer.networkIds.some((id) => lender.networkIds.includes(id));
}

/** How long an accreditation of this name lasts by the policy of who issues it: of the skill, else of the workshop. */
export function expiryOf(policy: Pick<TrainingPolicy, 'lasting'> | undefined, name: string): Expiry {
  const { skill } = skillOf(name);
  const rows = policy?.lasting ?? [];
  const row =
    rows.find((one) => one.skill !== '' && skillOf(one.skill).skill === skill) ??
    rows.find((one) => foldedName(one.skill) === '');
  return row ?? {};
}
