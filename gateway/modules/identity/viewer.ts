import { type Role, roles, type Scope } from '../../../schema/vocabulary.ts';
import { Refusal } from '../../platform/refusal.ts';

/** Who something is for or by: an organisation, or a person on their own account. */
export interface Party {
  scope: Scope | 'person';
  id: string;
}

/** A role that a person holds in one organisation. */
interface HeldRole {
  role: Role;
  scopeId: string;
}

export interface PersonViewer {
  kind: 'person';
  id: string;
  name: string;
  email: string;
  verified: boolean;
  admin: boolean;
  roles: readonly HeldRole[];
  /** For whom they act now: one of their organisations, or themselves. */
  acting: Party;
  /** The session by which they call; jobs and tests have none. */
  sessionId?: string;
}

/** Who calls. Always a value: a visitor, a person with roles, or the system for jobs and the seed. */
export type Viewer = { kind: 'visitor' } | { kind: 'system' } | PersonViewer;

export const visitor: Viewer = { kind: 'visitor' };
export const system: Viewer = { kind: 'system' };

export const sameParty = (a: Party, b: Party) => a.scope === b.scope && a.id === b.id;
export const partyKey = ({ scope, id }: Party) => `${scope}:${id}`;

/** Reads `workshop:ID`; `undefined` for anything else. */
export function parseParty(text: string | null | undefined): Party | undefined {
  const match = /^(workshop|firm|network|person):([A-Za-z0-9_-]{1,64})$/.exec(text ?? '');
  return match ? { scope: match[1] as Party['scope'], id: match[2]! } : undefined;
}

/** The person who calls. Refuses a visitor with `platform.signIn`; jobs have no business here. */
export function asPerson(viewer: Viewer): PersonViewer {
  if (viewer.kind !== 'person') throw new Refusal('platform.signIn');
  return viewer;
}

/** A person whose e-mail is proven: only they may hold roles or act on others' things. */
export function asVerified(viewer: Viewer): PersonViewer {
  const person = asPerson(viewer);
  if (!person.verified) throw new Refusal('identity.verifyEmail');
  return person;
}

const usually: readonly Scope[] = ['workshop', 'firm', 'network'];

/** For whom a person acts until they say otherwise: their first workshop, else firm, else network, else themselves. */
export function usualParty({ id, roles: held }: PersonViewer): Party {
  for (const scope of usually) {
    const first = held.find(({ role }) => roles[role].scope === scope);
    if (first) return { scope, id: first.scopeId };
  }
  return { scope: 'person', id };
}

const rolesIn = (viewer: Viewer, { scope, id }: Party): Role[] =>
  viewer.kind !== 'person'
    ? []
    : viewer.roles.filter((held) => held.scopeId === id && roles[held.role].scope === scope).map((held) => held.role);

/** Whether the viewer speaks for this party: is that person, or holds any role in that organisation. */
export const speaksFor = (viewer: Viewer, party: Party): boolean =>
  viewer.kind === 'system' ||
  (party.scope === 'person' ? viewer.kind === 'person' && viewer.id === party.id : rolesIn(viewer, party).length > 0);

/** Whether the viewer may change the organisation and its people. */
export const leads = (viewer: Viewer, party: Party): boolean =>
  viewer.kind === 'system' ||
  (viewer.kind === 'person' && viewer.admin) ||
  rolesIn(viewer, party).some((role) => roles[role].leads);

export const isAdmin = (viewer: Viewer): boolean =>
  viewer.kind === 'system' || (viewer.kind === 'person' && viewer.admin);

/** Throws `platform.signIn` for a visitor, `platform.forbidden` for a person without the right. */
export function demand(viewer: Viewer, allowed: boolean): void {
  if (viewer.kind === 'visitor') throw new Refusal('platform.signIn');
  if (!allowed) throw new Refusal('platform.forbidden');
}

/** Every audience key in which the viewer hears what happens. */
export const audiencesOf = (viewer: Viewer): string[] =>
  viewer.kind !== 'person'
    ? []
    : [
        partyKey({ scope: 'person', id: viewer.id }),
        ...new Set(viewer.roles.map(({ role, scopeId }) => partyKey({ scope: roles[role].scope, id: scopeId }))),
      ];
