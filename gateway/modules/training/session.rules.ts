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

/** The seats of a part, in the order in which they were named; those without a name are left to be written in. */
export function seatsOf({ quantity, attendees = [], party }: Booked, who: { party: string; person: string }): Seat[] {
  const isPerson = party.scope === 'person';
  const seats = seatCount({ quantity });
  const named = attendees.length === 0 && (isPerson || seats === 1) ? [who.person] : attendees;
  return Array.from({ length: seats }, (_, n) => ({
    name: named[n] ?? '',
    organisation: isPerson ? '' : who.party,
  }));
}
