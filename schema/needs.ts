import type { Measure } from './kinds.ts';
import { kinds } from './kinds.ts';

/** What people look for, in the words that the gateway and the web both know. */

/** open: looked for; met: found; closed: given up; expired: its date has passed. */
export const needStatuses = ['open', 'met', 'closed', 'expired'] as const;
export type NeedStatus = (typeof needStatuses)[number];

/** Every step of a need. `seeker`: those who look for it. */
export const needMoves = {
  meet: { from: ['open'], to: 'met', by: 'seeker' },
  close: { from: ['open'], to: 'closed', by: 'seeker' },
  reopen: { from: ['met', 'closed'], to: 'open', by: 'seeker' },
  expire: { from: ['open'], to: 'expired', by: 'system' },
} as const satisfies Record<string, { from: readonly NeedStatus[]; to: NeedStatus; by: 'seeker' | 'system' }>;
export type NeedMove = keyof typeof needMoves;
export const needMoveNames = Object.keys(needMoves) as NeedMove[];

/** What a lot is compared by, in the order in which it reads. */
export const needRequirements = ['material', 'thickness', 'size', 'quantity', 'distance'] as const;
export type NeedRequirement = (typeof needRequirements)[number];

/** What a material may be looked for in, the usual one first. */
export const needMeasures: readonly Measure[] = kinds.material.measures;

export const needLimits = {
  perParty: 50,
  answers: 50,
  radiusKm: 300,
  days: 366,
  /** Rolling and sanding leave so much, either way. */
  thicknessMm: 0.1,
  /** The nearest so many are compared. */
  compared: 400,
} as const;

/** Origins whose material would otherwise have been thrown away or stored for nothing. */
export const savedOrigins = ['surplus', 'offcut', 'recycled'] as const;
export type SavedOrigin = (typeof savedOrigins)[number];

/** How kilograms are known: weighed, by the stated weight of one, from volume and density; or not at all. */
export const weightBases = ['measured', 'declared', 'estimated', 'unknown'] as const;
export type WeightBasis = (typeof weightBases)[number];
