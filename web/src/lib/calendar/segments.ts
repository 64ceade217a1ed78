/** What an hour of a machine is, once all its units are looked at. */
export type SegmentKind =
  'free' | 'booked' | 'held' | 'preparation' | 'cleaning' | 'maintenance' | 'late' | 'closed' | 'past' | 'chosen';

export type Span = { from: number; until: number };
export type Busy = Span & {
  unitId: string;
  kind: Exclude<SegmentKind, 'free' | 'closed' | 'past' | 'chosen'>;
  holdUntil?: number | undefined;
  label?: string | undefined;
  href?: string | undefined;
};
export type Segment = Span & {
  kind: SegmentKind;
  /** Units free in it. */
  free: number;
  holdUntil?: number | undefined;
  /** For those concerned: the loan and who has it. */
  label?: string | undefined;
  href?: string | undefined;
};

export type Machine = {
  unitIds: readonly string[];
  open: readonly Span[];
  busy: readonly Busy[];
  now: number;
  chosen?: Span | undefined;
};

const covers = ({ from, until }: Span, at: number) => from <= at && at < until;

function kindAt(machine: Machine, at: number): Omit<Segment, 'from' | 'until'> {
  const { unitIds, open, busy, now, chosen } = machine;
  if (chosen && covers(chosen, at)) return { kind: 'chosen', free: 0 };
  const standing = busy.filter((block) => covers(block, at));
  const free = unitIds.filter((id) => !standing.some(({ unitId }) => unitId === id)).length;
  const isOpen = open.some((span) => covers(span, at));
  if (free > 0) return { kind: !isOpen ? 'closed' : at < now ? 'past' : 'free', free };
  const [first, ...others] = standing;
  if (!first) return { kind: 'closed', free: 0 };
  const same = others.every(({ kind }) => kind === first.kind);
  const { holdUntil, label, href } = first;
  return others.length === 0
    ? { kind: first.kind, free: 0, holdUntil, label, href }
    : { kind: same ? first.kind : 'booked', free: 0 };
}

const alike = (a: Segment, b: Segment) =>
  a.kind === b.kind &&
  a.label === b.label &&
  a.href === b.href &&
  a.holdUntil === b.holdUntil &&
  (a.kind !== 'free' || a.free === b.free);

/** The stretches of a window, in order and without gaps: each with one kind, neighbours always different. */
export function segmentsOf(machine: Machine, window: Span): Segment[] {
  const edges = [window, machine.chosen, { from: machine.now, until: machine.now }, ...machine.open, ...machine.busy]
    .flatMap((span) => (span ? [span.from, span.until] : []))
    .filter((edge) => window.from <= edge && edge <= window.until);
  const cuts = [...new Set(edges)].sort((a, b) => a - b);
  const segments: Segment[] = [];
  for (const [n, from] of cuts.slice(0, -1).entries()) {
    const next: Segment = { from, until: cuts[n + 1]!, ...kindAt(machine, from) };
    const last = segments.at(-1);
    if (last && alike(last, next)) last.until = next.until;
    else segments.push(next);
  }
  return segments;
}

export type DayState = 'free' | 'some' | 'taken' | 'closed' | 'past';

/** One word for a day of a month. */
export function stateOf(segments: readonly Segment[]): DayState {
  const long = (kind: SegmentKind) =>
    segments.filter((segment) => segment.kind === kind).reduce((sum, { from, until }) => sum + until - from, 0);
  const free = long('free');
  const taken = segments.filter(({ kind }) => !['free', 'closed', 'past', 'chosen'].includes(kind)).length > 0;
  if (free > 0) return taken ? 'some' : 'free';
  if (taken) return 'taken';
  return long('past') > 0 ? 'past' : 'closed';
}
