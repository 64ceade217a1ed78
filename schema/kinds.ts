/** How a kind is shared: the only thing by which one kind of resource differs from another. */
export interface Kind {
  sharing: 'exclusive';
  /** What a booking takes, in the words of the calendar. */
  takes: 'interval';
  /** Whether one model may stand in several interchangeable units. */
  units: boolean;
  /** Where it may be used: on the lender's site, taken away, or both. */
  uses: readonly Use[];
}

export const uses = ['on_site', 'take_away', 'both'] as const;
export type Use = (typeof uses)[number];

/** Every kind of resource: enum, forms, filters, rules and tests read this table. */
const kinds = {
  equipment: { sharing: 'exclusive', takes: 'interval', units: true, uses },
} as const satisfies Record<string, Kind>;

export type KindName = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as KindName[];
