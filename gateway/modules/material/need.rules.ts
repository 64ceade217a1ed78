import {
  type NeedMove,
  needLimits,
  needMeasures,
  needMoveNames,
  needMoves,
  type NeedStatus,
} from '../../../schema/needs.ts';
import { isMaterial } from '../../../schema/taxonomy.ts';
import { Refusal } from '../../platform/refusal.ts';
import { inThousandths } from '../sharing/listing.rules.ts';
import type { Need } from './need.entity.ts';
import type { PostNeed } from './need.inputs.ts';

type NeedActor = 'seeker' | 'system' | undefined;
type Standing = Pick<Need, 'status' | 'until'>;

const DAY = 86_400_000;
const invalid = (field: string) => new Refusal('platform.invalid', { field });

/** The steps open to a side now: what guards is what the page draws its buttons from. */
export const openNeedMoves = ({ status, until }: Standing, actor: NeedActor, now: Date): NeedMove[] =>
  needMoveNames.filter((move) => {
    const { from, by, to } = needMoves[move];
    const isLate = to === 'open' ? now >= until : to === 'expired' ? now < until : false;
    return by === actor && (from as readonly NeedStatus[]).includes(status) && !isLate;
  });

/** Where a step leads. Refuses with `platform.forbidden` who never takes it, and with `material.closedMove`. */
export function takeNeedMove(move: NeedMove, need: Standing, actor: NeedActor, now: Date): NeedStatus {
  if (needMoves[move].by !== actor) throw new Refusal('platform.forbidden');
  if (!openNeedMoves(need, actor, now).includes(move))
    throw new Refusal('material.closedMove', { status: need.status });
  return needMoves[move].to;
}

/** Refuses what cannot be looked for, naming the field. */
export function demandLookedFor(input: PostNeed, now: Date): void {
  if (!isMaterial(input.materialId)) throw invalid('materialId');
  if (!needMeasures.includes(input.measure)) throw invalid('measure');
  const { thicknessMin: least, thicknessMax: most } = input;
  if (least && most && least > most) throw invalid('thicknessMax');
  if (input.until <= now) throw new Refusal('sharing.past', { field: 'until' });
  if (input.until.getTime() - now.getTime() > needLimits.days * DAY) throw invalid('until');
}

/** Whole thousandths. Refuses what is finer, and the half of what has none. */
export const storedQuantity = (quantity: number, measure: Need['measure']): number =>
  inThousandths(quantity, measure, 'quantity');
