import {
  type CountedKind,
  countedKinds,
  type FactName,
  type KindName,
  kinds,
  type Sharing,
  sharings,
} from '$schema/kinds.ts';

/** The kind whose pages live in this folder. */
export const kindAt = (folder: string): CountedKind | undefined =>
  countedKinds.find((name) => kinds[name].path === folder);

/** The same kind, where the API says that only what is counted can stand. */
export const countedKind = (kind: KindName): CountedKind => countedKinds.find((name) => name === kind)!;

export const folderOf = (kind: CountedKind): string => `/${kinds[kind].path}`;

export const wayOf = (kind: CountedKind): Sharing => kinds[kind].sharing;

/** What the way of sharing a kind lets do: the page asks this and never which kind it is. */
export const does = (kind: CountedKind) => sharings[kinds[kind].sharing];

/** Which dates and rules a form asks for, by way of sharing. `needs`: it cannot be offered without. */
export const asks: Record<Sharing, { from?: 'needs' | 'may'; until?: 'needs' | 'may'; decides: boolean }> = {
  exclusive: { decides: false },
  seats: { from: 'needs', until: 'needs', decides: true },
  stock: { from: 'may', until: 'may', decides: false },
  pledges: { decides: true },
  shares: { decides: true },
};

/** Where one says what one looks for, to be told when it is there. */
export const tellAt: Partial<Record<CountedKind, string>> = {
  material: '/besoins/nouveau',
  training: '/formations-a-prevoir',
};

/** Facts that a line of a list has room for, the most telling first. */
export const briefFacts: Record<CountedKind, readonly FactName[]> = {
  training: ['skill', 'hours', 'trainer'],
  material: ['material', 'form', 'thickness', 'origin'],
  purchase: ['supplier', 'material', 'delivery'],
  job: ['title', 'contract', 'place', 'start'],
};
