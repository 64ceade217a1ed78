import type { DeclineReason } from '$schema/production.ts';

/** Why a workshop lets an offer pass. */
export const reason: Record<DeclineReason, string> = {
  no_capacity: 'No room in the schedule',
  wrong_capability: 'Our record is wrong, we cannot do this',
  price: 'The price would not suit',
  material: 'Material not available',
  deadline: 'Too little time',
  not_our_kind: 'Not our kind of work',
  unclear_file: 'Not described well enough',
};
