/** The parts of a day at the counter, as the gateway names them, in the order in which the page shows them. */
export const deskSections = [
  'late',
  'hand_overs',
  'returns',
  'requests',
  'extensions',
  'to_close',
  'handed_over',
  'taken_back',
  'next_out',
  'next_in',
] as const;
export type DeskSection = (typeof deskSections)[number];

export const isDeskSection = (text: string | null): text is DeskSection =>
  (deskSections as readonly (string | null)[]).includes(text);

/** Parts that belong to the present, whichever day is looked at: shown with today alone. */
export const ofThePresent: ReadonlySet<DeskSection> = new Set(['late', 'requests', 'extensions', 'to_close']);
