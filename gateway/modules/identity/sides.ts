import type { LoanActor, LoanSide } from '../../../schema/loans.ts';
import { isAdmin, type Party, sameParty, speaksFor, type Viewer } from './viewer.ts';

/** An exchange as its two sides see it: the workshop that lends or offers, the party that asked, and the person who did. */
export interface Sides {
  workshopId: string;
  /** The network that offers it instead: the workshop is then only where it is based. */
  networkId?: string;
  party: Party;
  personId: string;
  /** The person who is lent, where it is one: on the lender's side, and alone there when no workshop employs them. */
  lent?: Lent;
}

export interface Lent {
  personId: string;
  employed: boolean;
}

type Lending = Pick<Sides, 'workshopId' | 'networkId' | 'lent'>;

/** Who lends or offers: the workshop, a network, or a person whom no workshop employs. */
export function lenderOf({ workshopId, networkId, lent }: Lending): Party {
  if (networkId) return { scope: 'network', id: networkId };
  return lent && !lent.employed ? { scope: 'person', id: lent.personId } : { scope: 'workshop', id: workshopId };
}

/** Everyone on the lender's side, and who must agree to a loan: the lender, and the person who is lent. */
export const lendersOf = (sides: Lending): Party[] =>
  sides.lent?.employed ? [lenderOf(sides), { scope: 'person', id: sides.lent.personId }] : [lenderOf(sides)];

/** Who hears what is said to the borrower: the party, and the person who asked. */
export const borrowersOf = ({ party, personId }: Pick<Sides, 'party' | 'personId'>): Party[] => [
  party,
  { scope: 'person', id: personId },
];

/**
 * The side on which a viewer stands. Somebody of both sides is on the one for which they act; acting for neither, on the
 * one where they asked themselves, else on the lender's.
 */
export function sideOf(viewer: Viewer, sides: Sides): LoanActor | undefined {
  if (viewer.kind === 'system') return 'system';
  if (viewer.kind !== 'person') return undefined;
  const lends = lendersOf(sides).some((party) => speaksFor(viewer, party));
  const borrows = speaksFor(viewer, sides.party);
  if (lendersOf(sides).some((party) => speaksFor(viewer, party) && sameParty(viewer.acting, party))) return 'lender';
  if (borrows && (sameParty(viewer.acting, sides.party) || viewer.id === sides.personId)) return 'borrower';
  return lends ? 'lender' : borrows ? 'borrower' : undefined;
}

/** Only the two sides see an exchange, and whoever looks after the platform. */
export const maySee = (viewer: Viewer, sides: Sides): boolean => sideOf(viewer, sides) !== undefined || isAdmin(viewer);

/** The parties that hear a step: the other side of who took it; both, when time did. */
export const hearersOf = (sides: Sides, by: LoanActor): Party[] => {
  const heard: Record<LoanSide, Party[]> = { lender: lendersOf(sides), borrower: borrowersOf(sides) };
  return by === 'lender' ? heard.borrower : by === 'borrower' ? heard.lender : [...heard.lender, ...heard.borrower];
};
