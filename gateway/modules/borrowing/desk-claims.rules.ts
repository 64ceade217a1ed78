import { type CountedKind, countedKinds, kinds, type Sharing } from '../../../schema/kinds.ts';
import { type ClaimMove, claimMoves, type ClaimStatus, type ClaimStep } from '../../../schema/sharing.ts';

/** What a workshop has to do with parts of what is counted: who must act, and by which of the listed steps. */
const sections = {
  /** Asked of the workshop. */
  to_answer: { side: 'owner', moves: ['accept'] },
  /** Agreed: a material waits for whoever fetches it, a share of a purchase too. */
  to_give: { side: 'owner', moves: ['receive', 'collect'] },
  /** The same, where the workshop is the one that comes. */
  to_receive: { side: 'claimant', moves: ['receive', 'collect'] },
} as const satisfies Record<string, { side: 'owner' | 'claimant'; moves: readonly ClaimMove[] }>;

export type DeskClaimSection = keyof typeof sections;
export const deskClaimSections = Object.keys(sections) as DeskClaimSection[];

const kindsIn = (ways: readonly Sharing[]): CountedKind[] =>
  countedKinds.filter((kind) => ways.includes(kinds[kind].sharing));

/** Parts from which one of these steps leads on, as the table of steps says. */
const before = (moves: readonly ClaimMove[]) =>
  moves.map((move) => {
    const step: ClaimStep = claimMoves[move];
    return { status: { $in: [...step.from] }, kind: { $in: kindsIn(step.in) } };
  });

/** Which parts a section holds; what is held no longer is not in it. */
export function claimsIn(section: DeskClaimSection, workshopId: string, now: Date): object {
  const { side, moves } = sections[section];
  const whose = side === 'owner' ? { workshopId } : { 'party.scope': 'workshop', 'party.id': workshopId };
  return { $or: before(moves).map((part) => ({ ...whose, ...part })), holdUntil: { $not: { $lte: now } } };
}

/** The statuses of those who sit in a session that has begun, and whose coming is still to be said or said again. */
export const seatedStatuses: readonly ClaimStatus[] = [
  ...new Set([...claimMoves.attend.from, ...claimMoves.miss.from]),
];

/** Kinds that happen at a stated time, with people to welcome. */
export const seatedKinds = kindsIn(['seats']);
