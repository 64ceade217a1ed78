import { newId } from '../../gateway/platform/ids.ts';
import type { PersonViewer } from '../../gateway/modules/identity/viewer.ts';
import type { TestApp } from './app.ts';
import { sharingSteps } from './sharing.ts';

const NEED = `fragment N on Need { id status ours can materialId thicknessMin thicknessMax quantity measure place radiusKm until note
  seeker { name } answers { note workshop { name } listing { id name } } }`;
const MATCH = `nodes { id verdict distanceKm need { id } listing { id name } reasons { requirement verdict asked found measure } } totalCount`;
export const POST_NEED = `mutation P($input: PostNeed!) { postNeed(input: $input) { ...N } } ${NEED}`;
export const MOVE_NEED = `mutation M($id: ID!, $move: NeedMove!) { moveNeed(id: $id, move: $move) { ...N } } ${NEED}`;
export const ANSWER = `mutation A($input: AnswerNeed!) { answerNeed(input: $input) { ...N } } ${NEED}`;
export const READ_NEED = `query R($id: ID!) { need(id: $id) { ...N } } ${NEED}`;
export const NEEDS = `query L($near: String, $withinKm: Float, $materialId: String, $first: Int, $after: String) {
  needs(near: $near, withinKm: $withinKm, materialId: $materialId, first: $first, after: $after) { totalCount nodes { ...N } pageInfo { endCursor } } } ${NEED}`;
export const LOTS = `query F($id: ID!, $first: Int, $after: String) { lotsFor(id: $id, first: $first, after: $after) { ${MATCH} pageInfo { endCursor } } }`;
export const SEEKERS = `query F($id: ID!) { needsFor(id: $id) { ${MATCH} } }`;

export interface NeedSeen {
  id: string;
  status: string;
  ours: boolean;
  can: string[];
  quantity: number | null;
  place: string;
  seeker: { name: string };
  answers: { note: string; workshop: { name: string }; listing: { id: string; name: string } | null }[];
}

export interface MatchSeen {
  id: string;
  verdict: string;
  distanceKm: number;
  need: { id: string };
  listing: { id: string; name: string };
  reasons: { requirement: string; verdict: string; asked: number[]; found: number[]; measure: string | null }[];
}

/** Birch plywood of 3 mm, about 2 m², near Tours; the clock of the tests stands at 23 November 2026. */
export const looking = (more: object = {}) => ({
  materialId: 'plywood_birch',
  thicknessMin: 3,
  thicknessMax: 3,
  width: 300,
  length: 600,
  quantity: 2,
  measure: 'm2',
  place: '37000',
  radiusKm: 100,
  until: '2027-01-31T00:00:00.000Z',
  idempotencyKey: newId(),
  ...more,
});

/** What a lot of sheets says of itself. */
export const sheets = (facts: Record<string, string | number> = {}, more: object = {}) => ({
  name: 'Bouleau 3 mm',
  quantity: 10,
  measure: 'sheet',
  facts: Object.entries({
    material: 'plywood_birch',
    form: 'sheet',
    origin: 'surplus',
    thickness: 3,
    width: 1000,
    length: 600,
    ...facts,
  }).map(([name, value]) => (typeof value === 'number' ? { name, number: value } : { name, text: value })),
  ...more,
});

export const needSteps = (world: TestApp) => ({
  ...sharingSteps(world),
  post: async (viewer: PersonViewer, more: object = {}) =>
    (await world.get<{ postNeed: NeedSeen }>(viewer, POST_NEED, { input: looking(more) })).postNeed,
  lots: async (viewer: PersonViewer, id: string) =>
    (await world.get<{ lotsFor: { nodes: MatchSeen[]; totalCount: number } }>(viewer, LOTS, { id })).lotsFor,
  seekers: async (viewer: PersonViewer, id: string) =>
    (await world.get<{ needsFor: { nodes: MatchSeen[] } }>(viewer, SEEKERS, { id })).needsFor.nodes,
});
