import { thousandths } from '../../../schema/sharing.ts';
import type { Claim } from '../sharing/claim.entity.ts';
import type { Listing } from '../sharing/listing.entity.ts';

/** The machines and rooms that a session takes. */
export const machineIds = ({ machines }: Listing['facts']): string[] =>
  typeof machines === 'string' ? [...new Set(machines.split(','))].sort() : [];

/** One seat of a sheet to sign: a name where one is known. */
export interface Seat {
  name: string;
  organisation: string;
}

type Booked = Pick<Claim, 'quantity' | 'attendees' | 'party'>;

/** How many people sit on a part. */
export const seatCount = ({ quantity }: Pick<Claim, 'quantity'>): number => Math.round(quantity / thousandths);

/** Whether who booked sits on the first seat: one seat, or those of a person, while nobody else is named. */
export const bookerSits = ({ quantity, attendees, party }: Booked): boolean =>
  !attendees?.length && (party.scope === 'person' || seatCount({ quantity }) === 1);

/** The seats of a part, in the order in which they were named; those without a name are left to be written in. */
export function seatsOf(part: Booked, who: { party: string; person: string }): Seat[] {
  const named = bookerSits(part) ? [who.person] : (part.attendees ?? []);
  return Array.from({ length: seatCount(part) }, (_, n) => ({
    name: named[n] ?? '',
    organisation: part.party.scope === 'person' ? '' : who.party,
  }));
}
