import type { LoanStatus } from '../../../schema/loans.ts';
import type { RequestState } from '../../../schema/production.ts';
import type { ClaimStatus } from '../../../schema/sharing.ts';
import { type Role, roles, type Scope } from '../../../schema/vocabulary.ts';
import { secrets } from './references.table.ts';

/** What stands where a name stood; read in every language. */
export const nameless = 'Compte supprimé (deleted account)';

/** Why an account cannot be deleted yet. */
export const blockReasons = ['last_manager', 'open_loan', 'open_part', 'open_request'] as const;
export type BlockReason = (typeof blockReasons)[number];

export interface Held {
  scope: Scope;
  scopeId: string;
  role: Role;
  personId: string;
}

/** The organisations that nobody else would lead: a deletion waits until somebody does. */
export function ledAlone(personId: string, mandates: readonly Held[]): string[] {
  const mine = mandates.filter((held) => held.personId === personId && roles[held.role].leads && held.scope !== 'firm');
  return [...new Set(mine.map(({ scopeId }) => scopeId))].filter(
    (id) => !mandates.some((held) => held.scopeId === id && held.personId !== personId && roles[held.role].leads),
  );
}

/** The firms in which there is nobody else: they close with the account, since nobody is left to act for them. */
export function firmsAlone(personId: string, mandates: readonly Held[]): string[] {
  const mine = mandates.filter((held) => held.personId === personId && held.scope === 'firm');
  return [...new Set(mine.map(({ scopeId }) => scopeId))].filter(
    (id) => !mandates.some((held) => held.scopeId === id && held.personId !== personId),
  );
}

/** A machine in their hands, or time that is still theirs. */
export const holdsMachine = ({ status, own }: { status: LoanStatus; own: boolean }): boolean =>
  status === 'out' || (own && (status === 'asked' || status === 'accepted'));

/** A part asked for, waited for or promised, which somebody still counts on. */
export const openPartStatuses: readonly ClaimStatus[] = ['asked', 'waiting', 'agreed', 'ordered'];

/** A run that a workshop still answers for. */
export const openRequestStates: readonly RequestState[] = ['routing', 'awarded', 'in_production', 'delivered'];

/** A row as a person may have it: without the keys that open doors. */
export function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => (secrets.includes(name) ? [] : [[name, withoutSecrets(inner)]])),
  );
}
