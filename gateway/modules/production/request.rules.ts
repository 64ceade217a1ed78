import type { FinishId, MaterialId, ProcessId } from '../../../schema/taxonomy.ts';
import type { DeclineReason, OfferState, ToleranceClass } from '../../../schema/production.ts';
import type { Point } from '../../platform/geo.ts';
import type { PastOffer } from './cascade.rules.ts';
import type { Need } from './need.rules.ts';

/** A part while it is being described: null is "not said yet". */
export interface DraftPart {
  id: string;
  name: string;
  process: ProcessId | null;
  material: MaterialId | null;
  thicknessMm: number | null;
  sizeMm: { x: number; y: number; z: number | null } | null;
  quantity: number | null;
  toleranceClass: ToleranceClass | null;
  finish: FinishId | null;
}

export interface Draft {
  title: string;
  parts: readonly DraftPart[];
  mustHaveBy: Date | null;
  delivery: { point: Point } | null;
}

/** What a lab needs before it can be asked, by the path of the field; none when the draft is whole. */
export function missingIn({ title, parts, mustHaveBy, delivery }: Draft): string[] {
  return [
    ...(title.trim() === '' ? ['title'] : []),
    ...(parts.length === 0 ? ['parts'] : []),
    ...parts.flatMap(({ process, quantity }, at) => [
      ...(process === null ? [`parts.${at}.process`] : []),
      ...(quantity === null ? [`parts.${at}.quantity`] : []),
    ]),
    ...(mustHaveBy === null ? ['mustHaveBy'] : []),
    ...(delivery === null ? ['delivery'] : []),
  ];
}

/** What matching looks for: parts without a process are left out, an unknown quantity counts as one. */
export const needOf = ({ parts, mustHaveBy, delivery }: Draft, title: string): Need => ({
  parts: parts.flatMap((part) =>
    part.process === null
      ? []
      : [{ ...part, name: part.name || title, process: part.process, quantity: part.quantity ?? 1 }],
  ),
  mustHaveBy,
  near: delivery?.point ?? null,
  maxKm: null,
});

/** An offer as the cascade remembers it, over all the rounds of its request. */
export interface RememberedOffer {
  workshopId: string;
  state: OfferState;
  round: number;
  declineReason?: DeclineReason | null;
}

/** Declines that another date may undo; the others hold whatever the round. */
const tiedToTheDate: ReadonlySet<DeclineReason> = new Set<DeclineReason>(['no_capacity', 'deadline']);

/**
 * The offers that count in this round: its own, and from the earlier ones the declines that no new date undoes. A lab
 * that only lacked time, or never answered, may be asked again once the firm has changed its date; so may one whose offer
 * was called back before it looked.
 */
export const countedIn = (round: number, offers: readonly RememberedOffer[]): PastOffer[] =>
  offers.filter(
    (offer) =>
      (offer.round === round && offer.state !== 'withdrawn') ||
      offer.state === 'accepted' ||
      ((offer.state === 'declined' || offer.state === 'given_up') &&
        !!offer.declineReason &&
        !tiedToTheDate.has(offer.declineReason)),
  );
