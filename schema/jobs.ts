/** The words of shared jobs that the gateway and the web both know. */

/** The half-days of a week of work. */
export const weekHalves = [
  'mon_am',
  'mon_pm',
  'tue_am',
  'tue_pm',
  'wed_am',
  'wed_pm',
  'thu_am',
  'thu_pm',
  'fri_am',
  'fri_pm',
] as const;
export type WeekHalf = (typeof weekHalves)[number];
export const weekDays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
export type WeekDay = (typeof weekDays)[number];
export const dayOf = (half: WeekHalf): WeekDay => half.slice(0, 3) as WeekDay;

/** What one half-day is of a full week, in percent. */
export const halfPercent = 100 / weekHalves.length;

/** Why the shares of a week do not sit well together. */
export const clashReasons = ['same_half', 'far', 'season'] as const;
export type ClashReason = (typeof clashReasons)[number];

/** Where an application stands. */
export const applicationStatuses = ['received', 'shortlisted', 'interview', 'hired', 'declined', 'withdrawn'] as const;
export type ApplicationStatus = (typeof applicationStatuses)[number];

/** Who takes a step of an application: a workshop that pledges or offers, the candidate, or what becomes of the job. */
export const applicationActors = ['employer', 'candidate', 'system'] as const;
export type ApplicationActor = (typeof applicationActors)[number];

interface ApplicationStep {
  from: readonly ApplicationStatus[];
  to: ApplicationStatus;
  by: readonly ApplicationActor[];
  needs?: 'reason';
}

const standing = ['received', 'shortlisted', 'interview'] as const;
/** Statuses in which somebody still waits for an answer. */
export const standingApplications: readonly ApplicationStatus[] = standing;

/** Every step of an application. An interview is entered by proposing times, see `proposeInterview`. */
export const applicationMoves = {
  shortlist: { from: ['received'], to: 'shortlisted', by: ['employer'] },
  set_back: { from: ['shortlisted'], to: 'received', by: ['employer'] },
  propose: { from: standing, to: 'interview', by: ['employer'] },
  hire: { from: standing, to: 'hired', by: ['employer'] },
  decline: { from: standing, to: 'declined', by: ['employer', 'system'], needs: 'reason' },
  withdraw: { from: standing, to: 'withdrawn', by: ['candidate'] },
} as const satisfies Record<string, ApplicationStep>;
export type ApplicationMove = keyof typeof applicationMoves;
export const applicationMoveNames = Object.keys(applicationMoves) as ApplicationMove[];
/** Steps that are a button: times are proposed by their own form. */
export const plainApplicationMoves = applicationMoveNames.filter((name) => name !== 'propose');

/** Where a swap of half-days between two workshops stands. */
export const swapStatuses = ['asked', 'agreed', 'refused', 'taken_back'] as const;
export type SwapStatus = (typeof swapStatuses)[number];
export type SwapSide = 'asker' | 'other';

export const swapMoves = {
  agree: { from: ['asked'], to: 'agreed', by: 'other' },
  refuse: { from: ['asked'], to: 'refused', by: 'other' },
  take_back: { from: ['asked'], to: 'taken_back', by: 'asker' },
} as const satisfies Record<string, { from: readonly SwapStatus[]; to: SwapStatus; by: SwapSide }>;
export type SwapMove = keyof typeof swapMoves;
export const swapMoveNames = Object.keys(swapMoves) as SwapMove[];

export const jobLimits = {
  /** Two workshops farther apart than this do not share a day: an hour of road. Kilometres as the crow flies. */
  dayKm: 80,
  /** A job whose shares fall short is decided no sooner than so many days later. */
  shortDays: 14,
  /** Applications are deleted after so long: the CNIL recommends two years at most for who was not hired. */
  keepMonths: 24,
  slots: 6,
  notes: 200,
  message: 4_000,
} as const;

/** For how long a candidate may let an application be kept, in months; the usual one first. */
export const keepChoices = [6, 3, 12, 24] as const;
