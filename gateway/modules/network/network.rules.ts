import {
  type MembershipMove,
  membershipMoveNames,
  membershipMoves,
  type MembershipStatus,
} from '../../../schema/vocabulary.ts';
import { Refusal } from '../../platform/refusal.ts';

export type Side = 'network' | 'workshop';

/** The steps open now to whoever stands on these sides: the service guards with it, and the page draws its buttons from it. */
export const openMoves = (status: MembershipStatus, sides: readonly Side[]): MembershipMove[] =>
  membershipMoveNames.filter((name) => {
    const { from, by } = membershipMoves[name];
    return (from as readonly MembershipStatus[]).includes(status) && sides.includes(by);
  });

/** Where the step leads. Throws `platform.forbidden` for the wrong side, `network.closedMove` when it is not open any more. */
export function take(move: MembershipMove, status: MembershipStatus, sides: readonly Side[]): MembershipStatus {
  const { from, to, by } = membershipMoves[move];
  if (!sides.includes(by)) throw new Refusal('platform.forbidden');
  if (!(from as readonly MembershipStatus[]).includes(status)) throw new Refusal('network.closedMove', { status });
  return to;
}

/** A workshop that was refused or left may ask again. */
export const mayAsk = (status: MembershipStatus | undefined): boolean =>
  status === undefined || status === 'refused' || status === 'left';
