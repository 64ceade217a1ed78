import type { CountedKind } from '$schema/kinds.ts';
import { does } from './kinds.ts';

interface Offered {
  kind: CountedKind;
  status: string;
  left?: number | null;
}

/**
 * Whether what is offered asks who reads for a part. What workshops alone share asks them and whoever is not known yet while
 * it fills, then them alone while something is left; once it is full, its page is for others than those who share it.
 */
export function looksForParts(
  { kind, status, left }: Offered,
  asker: { isWorkshop: boolean; isOwner: boolean } | undefined | null,
): boolean {
  const { workshopsOnly, ownClaims } = does(kind);
  if (status === 'draft' || (asker?.isOwner && !ownClaims)) return false;
  if (!workshopsOnly) return true;
  if (status === 'open') return !asker || asker.isWorkshop;
  return status === 'confirmed' && asker?.isWorkshop === true && (left ?? 0) > 0;
}
