import type { Sharing } from '$schema/kinds.ts';
import { type ClaimEvent, claimMoves, claimStarts, type ClaimStatus } from '$schema/sharing.ts';

/** The way of a part that goes well, by way of sharing. */
const ways: Record<Sharing, readonly ClaimStatus[]> = {
  exclusive: [],
  seats: ['asked', 'agreed', 'attended', 'certified'],
  stock: ['asked', 'agreed', 'received'],
  pledges: ['agreed', 'ordered', 'received'],
  shares: ['agreed'],
};

/** Steps in which nothing more is expected of anybody. */
export const ended: ReadonlySet<ClaimStatus> = new Set([
  'received',
  'certified',
  'absent',
  'declined',
  'lapsed',
  'cancelled',
  'called_off',
]);

interface Line {
  at: string;
  event: ClaimEvent;
}
interface ThreadStep {
  status: ClaimStatus;
  at: string | undefined;
  state: 'done' | 'now' | 'todo';
}

const isStart = (event: ClaimEvent): event is keyof typeof claimStarts => event in claimStarts;
const ledTo = (event: ClaimEvent): ClaimStatus => (isStart(event) ? claimStarts[event] : claimMoves[event].to);

/**
 * The steps of a part: those behind as its journal tells them, where it stands, and those to come while it goes well. A
 * step that was turned back (noted absent, then present) counts once, where it ended.
 */
export function threadOf(way: Sharing, status: ClaimStatus, history: readonly Line[]): ThreadStep[] {
  const told = history.map(({ at, event }) => ({ status: ledTo(event), at }));
  const behind = told.filter((step, n) => told.findIndex(({ status }) => status === step.status) === n);
  const now = behind.findIndex((step) => step.status === status);
  const passed = now < 0 ? behind : behind.slice(0, now + 1);
  const place = ways[way].indexOf(status);
  const waits = status === 'waiting' ? ways[way].slice(1) : [];
  const ahead = place >= 0 ? ways[way].slice(place + 1) : waits;
  const last = passed.length - 1;
  return [
    ...passed.map(({ status: step, at }, n): ThreadStep => ({
      status: step,
      at,
      state: n < last || (ended.has(status) && ahead.length === 0) ? 'done' : 'now',
    })),
    ...ahead.map((step): ThreadStep => ({ status: step, at: undefined, state: 'todo' })),
  ];
}
