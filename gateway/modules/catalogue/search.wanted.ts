import type { Archetype } from '../../../schema/vocabulary.ts';
import type { Point } from '../../platform/geo.ts';
import type { Period } from '../../platform/intervals.ts';

/** A search, its words and places already understood. */
export interface Wanted {
  now: Date;
  words: readonly string[];
  near?: Point;
  radiusKm?: number;
  period?: Period;
  processes: readonly string[];
  materials: readonly string[];
  thicknessMm?: number;
  /** Sides of the piece, longest first; those not given are 0. */
  sidesMm?: readonly [number, number, number];
  use?: 'on_site' | 'take_away';
  accreditations: readonly string[];
  /** Whether the caller holds an accreditation; absent when every machine will do. */
  holds?: (accreditation: string) => boolean;
  maxCentsPerHour?: number;
  archetypes: readonly Archetype[];
  openNow: boolean;
  networkId?: string;
  /** Also the machines that are taken then, after the free ones. */
  withTaken: boolean;
}
