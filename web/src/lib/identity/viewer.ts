import { type Role, roles, type Scope } from '$schema/vocabulary.ts';

export type Organisation = { scope: Scope; id: string; name: string; roles: Role[] };

/** Who is looking at the page, as the shell needs it. */
export type Viewer = {
  id: string;
  name: string;
  email: string;
  verified: boolean;
  admin: boolean;
  organisations: Organisation[];
  /** The organisation for which they act; undefined: as themselves. */
  acting: Organisation | undefined;
};

/** Whether they lead it: may invite, and change the organisation. */
export const leads = ({ roles: held }: Organisation): boolean => held.some((role) => roles[role].leads);

export const actingValue = ({ scope, id }: Pick<Organisation, 'scope' | 'id'>): string => `${scope}:${id}`;

/** The five places of the bottom bar and the main navigation, in the order of use, by what the visitor does here. */
export type Place = {
  key:
    | 'home'
    | 'find'
    | 'workshops'
    | 'make'
    | 'share'
    | 'requests'
    | 'exchanges'
    | 'offers'
    | 'desk'
    | 'network'
    | 'account'
    | 'signIn';
  href: string;
};

const at = {
  home: { key: 'home', href: '/' },
  find: { key: 'find', href: '/trouver' },
  workshops: { key: 'workshops', href: '/ateliers' },
  make: { key: 'make', href: '/demandes/nouvelle' },
  share: { key: 'share', href: '/partager' },
  requests: { key: 'requests', href: '/demandes' },
  exchanges: { key: 'exchanges', href: '/echanges' },
  offers: { key: 'offers', href: '/offres' },
  desk: { key: 'desk', href: '/bureau' },
  account: { key: 'account', href: '/compte' },
  signIn: { key: 'signIn', href: '/connexion' },
} as const satisfies Record<string, Place>;

export function placesOf(viewer: Viewer | undefined): { main: Place[]; bar: Place[] } {
  const scope = viewer?.acting?.scope;
  if (!viewer) {
    const bar = [at.home, at.find, at.share, at.make, at.signIn];
    return { main: [at.find, at.share, at.make, at.workshops], bar };
  }
  if (scope === 'workshop') {
    const bar = [at.desk, at.find, at.exchanges, at.offers, at.account];
    return { main: [at.desk, at.find, at.share, at.exchanges, at.offers, at.make], bar };
  }
  if (scope === 'network') {
    const network: Place = { key: 'network', href: `/reseau/${viewer.acting?.id ?? ''}` };
    return {
      main: [network, at.find, at.share, at.workshops, at.exchanges, at.requests],
      bar: [network, at.find, at.workshops, at.exchanges, at.account],
    };
  }
  const main = [at.find, at.share, at.workshops, at.make, at.requests, at.exchanges];
  return { main, bar: [at.find, at.make, at.requests, at.exchanges, at.account] };
}

/** For whom they act, as a link says it: an organisation, or themselves. */
export const partyOf = ({ id, acting }: Pick<Viewer, 'id' | 'acting'>): string =>
  acting ? actingValue(acting) : `person:${id}`;
