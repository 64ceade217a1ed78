/** Statuses, roles and limits that the gateway and the web both know. */

export const locales = ['fr', 'en'] as const;
export type Locale = (typeof locales)[number];

/** What a mandate is held in. */
export const scopes = ['workshop', 'firm', 'network'] as const;
export type Scope = (typeof scopes)[number];

/** Every role, and the kind of organisation in which it is held. `leads`: may invite and change the organisation. */
export const roles = {
  workshop_member: { scope: 'workshop', leads: false },
  workshop_manager: { scope: 'workshop', leads: true },
  firm_member: { scope: 'firm', leads: true },
  network_coordinator: { scope: 'network', leads: false },
  network_head: { scope: 'network', leads: true },
} as const satisfies Record<string, { scope: Scope; leads: boolean }>;
export type Role = keyof typeof roles;
export const roleNames = Object.keys(roles) as Role[];

/** The six archetypes of the DGE/ANCT study (2020), by dominant trait, as five answers. */
export const archetypeQuestions = {
  origin: ['public', 'association', 'company'],
  public: ['general', 'mixed', 'professional'],
  pricing: ['free', 'mixed', 'paid'],
  equipment: ['basic', 'complete', 'high_performance'],
  model: ['unbalanced', 'fragile', 'balanced'],
} as const;
export type ArchetypeQuestion = keyof typeof archetypeQuestions;
export type ArchetypeAnswers = { [Q in ArchetypeQuestion]: (typeof archetypeQuestions)[Q][number] };

/** Source: DGE/ANCT study of 2020 on digital-fabrication workshops, table of the six types. */
export const archetypes = {
  mediation: { origin: 'public', public: 'general', pricing: 'free', equipment: 'basic', model: 'unbalanced' },
  third_place: { origin: 'public', public: 'general', pricing: 'paid', equipment: 'basic', model: 'unbalanced' },
  fablab: { origin: 'association', public: 'mixed', pricing: 'mixed', equipment: 'complete', model: 'fragile' },
  territorial: {
    origin: 'public',
    public: 'professional',
    pricing: 'mixed',
    equipment: 'high_performance',
    model: 'fragile',
  },
  prototyping: {
    origin: 'company',
    public: 'professional',
    pricing: 'paid',
    equipment: 'high_performance',
    model: 'balanced',
  },
  training: { origin: 'association', public: 'general', pricing: 'paid', equipment: 'basic', model: 'unbalanced' },
} as const satisfies Record<string, ArchetypeAnswers>;
export type Archetype = keyof typeof archetypes;
export const archetypeNames = Object.keys(archetypes) as Archetype[];

/** A workshop asks to join a network, is admitted or not, and may leave. */
export const membershipStatuses = ['asked', 'admitted', 'refused', 'left'] as const;
export type MembershipStatus = (typeof membershipStatuses)[number];

/** Every step of a membership, and which side takes it. The one who asked may withdraw as long as nobody answered. */
export const membershipMoves = {
  admit: { from: ['asked'], to: 'admitted', by: 'network' },
  refuse: { from: ['asked'], to: 'refused', by: 'network' },
  leave: { from: ['asked', 'admitted'], to: 'left', by: 'workshop' },
} as const satisfies Record<
  string,
  { from: readonly MembershipStatus[]; to: MembershipStatus; by: 'network' | 'workshop' }
>;
export type MembershipMove = keyof typeof membershipMoves;
export const membershipMoveNames = Object.keys(membershipMoves) as MembershipMove[];

/** How well a place is known: the point itself, the middle of its town, or a point among neighbouring towns. */
export const geoPrecisions = ['exact', 'commune', 'estimated'] as const;
export type GeoPrecision = (typeof geoPrecisions)[number];

/** How a machine's use, or a trainer's time, is charged. Exchange: with something else that both agree on. */
export const pricings = ['free', 'hourly', 'daily', 'exchange'] as const;
export type Pricing = (typeof pricings)[number];

/** Who may borrow a machine. */
export const audiences = ['network', 'organisations', 'everyone'] as const;
export type Audience = (typeof audiences)[number];

/** Why time is taken on a unit. */
export const bookingPurposes = ['loan', 'production', 'maintenance', 'external', 'training'] as const;
export type BookingPurpose = (typeof bookingPurposes)[number];

/** What a calendar feed is of: one's own exchanges, all that a workshop lends, or one machine. */
export const feedScopes = ['person', 'workshop', 'equipment'] as const;
export type FeedScope = (typeof feedScopes)[number];

/** held: asked for, until `holdUntil`; confirmed: agreed; released: given back, kept for the record. */
export const bookingStates = ['held', 'confirmed', 'released'] as const;
export type BookingState = (typeof bookingStates)[number];

/** What a live update or a mail is about. */
export const topics = [
  'loan',
  'claim',
  'listing',
  'need',
  'application',
  'request',
  'offer',
  'membership',
  'invitation',
  'calendar',
  'accreditation',
  'search',
] as const;
export type Topic = (typeof topics)[number];

/** Everything has a limit. Lengths in characters, sizes in bytes unless the name says otherwise. */
export const limits = {
  name: 120,
  line: 200,
  text: 4_000,
  note: 2_000,
  pageSize: 50,
  defaultPageSize: 20,
  searchRadiusKm: 2_000,
  bookingDays: 366,
  unitsPerResource: 50,
  checklistItems: 40,
  /** A form with its files: a few photos of a telephone, or one large drawing. */
  formBytes: 33 * 1024 * 1024,
  /** A file of workshops or machines to import. */
  importBytes: 5 * 1024 * 1024,
  partsPerRequest: 20,
  partQuantity: 999,
  openingSpans: 28,
  closures: 40,
  calendarBytes: 1024 * 1024,
  calendarsPerWorkshop: 20,
  feedsPerPerson: 60,
  mandatesPerPerson: 60,
  savedSearches: 50,
  /** A search that already finds more is not watched: everything would be news. */
  watchedAnswers: 500,
  /** What was looked for in vain is forgotten so long after it was last looked for. */
  unmetDemandDays: 180,
  requestBodyBytes: 200 * 1024,
  subscriptionsPerViewer: 10,
} as const;
