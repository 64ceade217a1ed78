const usual = {
  counted: true,
  threshold: false,
  waits: false,
  ownClaims: true,
  promised: false,
  priced: true,
  shownOnce: 'open',
  basket: true,
  workshopsOnly: false,
  byNetworks: false,
} as const satisfies SharingWay;

/** The ways of sharing: by this alone one kind of thing differs from another. */
export const sharings = {
  /** One at a time: a calendar answers. */
  exclusive: { ...usual, counted: false, ownClaims: false },
  /** Places in something that happens at a stated time; who comes too late waits for one. */
  seats: { ...usual, threshold: true, waits: true },
  /** A quantity that is used up. */
  stock: { ...usual, ownClaims: false },
  /** Quantities promised: together they bind everyone, or lapse. */
  pledges: { ...usual, threshold: true, promised: true },
  /** Parts of one person's week: together they make a whole job, shown to all once they do. */
  shares: {
    ...usual,
    threshold: true,
    promised: true,
    priced: false,
    shownOnce: 'confirmed',
    basket: false,
    workshopsOnly: true,
    byNetworks: true,
  },
} as const satisfies Record<string, SharingWay>;

interface SharingWay {
  /** A ledger answers instead of a calendar. */
  counted: boolean;
  /** Whether it happens only when enough is asked for by a stated date. */
  threshold: boolean;
  /** Whether who finds no room waits for some. */
  waits: boolean;
  /** Whether the workshop that offers may ask for its own part. */
  ownClaims: boolean;
  /** A part is a promise: agreed as soon as it is asked for. */
  promised: boolean;
  /** Whether it has prices. */
  priced: boolean;
  /** From when everyone sees it; until then the networks of its workshop. */
  shownOnce: 'open' | 'confirmed';
  /** Whether workshops alone ask for a part: others have to do with the whole, once it is complete. */
  workshopsOnly: boolean;
  /** Whether a network may offer it too: one of its workshops is then where it is based. */
  byNetworks: boolean;
  /** Whether it is put into a basket, to be asked for together with other things. */
  basket: boolean;
}
export type Sharing = keyof typeof sharings;

export const uses = ['on_site', 'take_away', 'both'] as const;
export type Use = (typeof uses)[number];

/** What quantities are counted in. Stored as whole thousandths: a gram of a kilogram. */
export const measures = ['piece', 'sheet', 'spool', 'kg', 'm2', 'metre', 'litre', 'seat', 'percent'] as const;
export type Measure = (typeof measures)[number];

/** Measures of which there is no half. */
export const wholeMeasures: ReadonlySet<Measure> = new Set(['piece', 'sheet', 'spool', 'seat', 'percent']);

/** One thing worth knowing of a kind: forms, pages, filters and checks are made from it. */
export type Fact =
  | { type: 'line' | 'text' | 'link' | 'material' | 'rome' | 'date' }
  /** Machines and rooms of the workshop that offers: their ids, with commas. Taken in the calendar while it lasts. */
  | { type: 'equipment'; most: number }
  /** A skill: its id in the shared list, or as it is said where the list lacks it. */
  | { type: 'skill' }
  /** Skills of the shared list, each with its level: `laser.2,cad.1`. */
  | { type: 'skills'; most: number }
  | { type: 'number'; unit: 'mm' | 'kg' | 'h' | 'level' | 'km'; max: number }
  | { type: 'cents' }
  | { type: 'choice'; of: readonly string[] }
  /** One or more of these, with commas. */
  | { type: 'choices'; of: readonly string[] };

export interface Kind {
  sharing: Sharing;
  /** The folder of its pages. */
  path: string;
  /** What codes of its bookings begin with. */
  prefix: string;
  /** What may be counted, the usual one first. */
  measures: readonly Measure[];
  facts: Readonly<Record<string, Fact>>;
  /** Facts without which it cannot be offered. */
  needs: readonly string[];
  /** It goes to the borrower and back: the road is blocked around its time, and nothing is handed over or returned. */
  travels?: true;
}

/** Every kind of thing shared: enum, forms, filters, rules and tests read this table. */
export const kinds = {
  equipment: { sharing: 'exclusive', path: 'equipements', prefix: 'BP', measures: [], facts: {}, needs: [] },
  trainer: {
    sharing: 'exclusive',
    path: 'formateurs',
    prefix: 'VF',
    measures: [],
    facts: {
      teaches: { type: 'skills', most: 20 },
      languages: { type: 'choices', of: ['fr', 'en', 'es', 'de', 'it', 'pt', 'ar', 'lsf'] },
      /** Kilometres of road, one way. */
      radius: { type: 'number', unit: 'km', max: 500 },
      /** Cents for a kilometre of road, there and back. */
      perKm: { type: 'cents' },
      employment: { type: 'choice', of: ['employed', 'independent'] },
    },
    needs: ['teaches', 'radius', 'employment'],
    travels: true,
  },
  training: {
    sharing: 'seats',
    path: 'formations',
    prefix: 'FO',
    measures: ['seat'],
    facts: {
      programme: { type: 'text' },
      skill: { type: 'skill' },
      level: { type: 'number', unit: 'level', max: 3 },
      trainer: { type: 'line' },
      hours: { type: 'number', unit: 'h', max: 400 },
      room: { type: 'line' },
      machines: { type: 'equipment', most: 10 },
      /** What it costs in all, shared by seats: instead of prices. */
      cost: { type: 'cents' },
    },
    needs: ['programme'],
  },
  material: {
    sharing: 'stock',
    path: 'matieres',
    prefix: 'MA',
    measures: ['sheet', 'kg', 'm2', 'spool', 'piece', 'metre', 'litre'],
    facts: {
      material: { type: 'material' },
      grade: { type: 'line' },
      form: { type: 'choice', of: ['sheet', 'offcut', 'spool', 'bar', 'powder', 'liquid', 'other'] },
      thickness: { type: 'number', unit: 'mm', max: 500 },
      width: { type: 'number', unit: 'mm', max: 20_000 },
      length: { type: 'number', unit: 'mm', max: 100_000 },
      diameter: { type: 'number', unit: 'mm', max: 1_000 },
      weight: { type: 'number', unit: 'kg', max: 1_000 },
      condition: { type: 'choice', of: ['new', 'good', 'worn'] },
      origin: { type: 'choice', of: ['new', 'surplus', 'offcut', 'recycled'] },
      handing: { type: 'choice', of: ['pick_up', 'delivery', 'either'] },
      safety: { type: 'link' },
    },
    needs: ['material', 'form', 'origin'],
  },
  purchase: {
    sharing: 'pledges',
    path: 'achats-groupes',
    prefix: 'AG',
    measures: ['sheet', 'kg', 'spool', 'piece', 'm2', 'metre', 'litre'],
    facts: {
      supplier: { type: 'line' },
      material: { type: 'material' },
      quote: { type: 'link' },
      transport: { type: 'cents' },
      split: { type: 'choice', of: ['quantity', 'equal', 'value'] },
      delivery: { type: 'date' },
    },
    needs: ['supplier', 'split'],
  },
  job: {
    sharing: 'shares',
    path: 'postes',
    prefix: 'PP',
    measures: ['percent'],
    facts: {
      title: { type: 'rome' },
      employer: { type: 'line' },
      contract: { type: 'choice', of: ['cdi', 'cdd', 'apprenticeship', 'freelance'] },
      start: { type: 'date' },
      /** Cents a month, before tax. */
      payFrom: { type: 'cents' },
      payTo: { type: 'cents' },
      place: { type: 'line' },
      skills: { type: 'text' },
    },
    needs: ['title', 'employer', 'contract'],
  },
} as const satisfies Record<string, Kind>;

export type KindName = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as KindName[];
export const travels = (kind: KindName): boolean => (kinds[kind] as Kind).travels === true;

/** Kinds that a ledger counts. */
export type CountedKind = { [K in KindName]: (typeof kinds)[K]['sharing'] extends 'exclusive' ? never : K }[KindName];
export const countedKinds = kindNames.filter((name) => sharings[kinds[name].sharing].counted) as CountedKind[];

/** Kinds that a calendar answers for: lent one at a time. */
export type LentKind = Exclude<KindName, CountedKind>;
export const lentKinds = kindNames.filter((name) => !sharings[kinds[name].sharing].counted) as LentKind[];
/** The same kind, where the API says that only what is lent can stand. */
export const lentKind = (kind: string | null | undefined): LentKind =>
  lentKinds.find((name) => name === kind) ?? 'equipment';

type FactsOf<K extends KindName> = keyof (typeof kinds)[K]['facts'] & string;
/** Every fact that some kind knows. */
export type FactName = { [K in KindName]: FactsOf<K> }[KindName];

export const factsOf = (kind: KindName): [name: FactName, fact: Fact][] =>
  Object.entries<Fact>(kinds[kind].facts) as [FactName, Fact][];
