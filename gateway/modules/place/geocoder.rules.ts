import { isPoint, type Point } from '../../platform/geo.ts';

/** One answer of an address service, as far as it is used. */
export interface Address {
  point: Point;
  /** How sure the service is, 0 to 1. */
  score: number;
  /** What it found: a house, a street, a place without streets, a town. */
  kind: 'housenumber' | 'street' | 'locality' | 'municipality';
  /** INSEE code of the commune. */
  insee: string;
  label: string;
}

const kinds = ['housenumber', 'street', 'locality', 'municipality'] as const;
const leastScore = 0.5;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/**
 * Reads the answer of `/search/` of a BAN-compatible service (a GeoJSON FeatureCollection whose features carry `label`,
 * `score`, `type` and `citycode`), best first. What is not of that shape is left out, never a fault of ours.
 */
export function readAnswer(answer: unknown): Address[] {
  if (!isRecord(answer) || !Array.isArray(answer.features)) return [];
  return answer.features.flatMap((feature: unknown): Address[] => {
    if (!isRecord(feature) || !isRecord(feature.geometry) || !isRecord(feature.properties)) return [];
    const { coordinates } = feature.geometry;
    const { score, type, citycode, label } = feature.properties;
    if (!Array.isArray(coordinates) || typeof score !== 'number' || typeof citycode !== 'string') return [];
    const point = { lat: Number(coordinates[1]), lon: Number(coordinates[0]) };
    const kind = kinds.find((each) => each === type);
    if (!kind || !isPoint(point)) return [];
    return [{ point, score, kind, insee: citycode, label: typeof label === 'string' ? label : '' }];
  });
}

/** The address that may stand for a place: sure enough, finer than the town, and in the commune when one is known. */
export const bestOf = (answers: readonly Address[], insee?: string): Address | undefined =>
  answers.find(
    (each) =>
      each.score >= leastScore &&
      each.kind !== 'municipality' &&
      (insee === undefined || sameCommune(each.insee, insee)),
  );

/** Paris, Lyon and Marseille are known by their arrondissements here and by the city there, or the other way round. */
const whole = (insee: string) =>
  insee.startsWith('751') ? '75056' : insee.startsWith('6938') ? '69123' : insee.startsWith('132') ? '13055' : insee;
const sameCommune = (one: string, other: string) => whole(one) === whole(other);
