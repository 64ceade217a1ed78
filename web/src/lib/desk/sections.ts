/** The parts of a day at the counter, as the gateway names them, in the order in which the page shows them. */
export const deskSections = [
  'late',
  'visits',
  'hand_overs',
  'returns',
  'requests',
  'extensions',
  'to_close',
  'handed_over',
  'taken_back',
  'next_visits',
  'next_out',
  'next_in',
] as const;
export type DeskSection = (typeof deskSections)[number];

/** What there is to do with parts of what is counted, as the gateway names it. */
const deskClaimSections = ['to_answer', 'to_give', 'to_receive'] as const;
export type DeskClaimSection = (typeof deskClaimSections)[number];

export const isDeskClaimSection = (text: string | null): text is DeskClaimSection =>
  (deskClaimSections as readonly (string | null)[]).includes(text);

export const isDeskSection = (text: string | null): text is DeskSection =>
  (deskSections as readonly (string | null)[]).includes(text);

/** Parts that belong to the present, whichever day is looked at: shown with today alone. */
export const ofThePresent: ReadonlySet<DeskSection> = new Set(['late', 'requests', 'extensions', 'to_close']);
