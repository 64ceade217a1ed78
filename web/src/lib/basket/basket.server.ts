import type { RequestEvent } from '@sveltejs/kit';
import { groupLimits, type LoanUse, loanUses } from '$schema/loans.ts';
import { type Public, publics } from '$schema/sharing.ts';
import { instantIn } from '../calendar/zone.server.ts';
import { text, typedFigure } from '../forms/values.ts';
import { graphql } from '../graph/generated/index.ts';

const AddToBasket = graphql(`
  mutation AddToBasket($lines: [BasketLineInput!]!) {
    addToBasket(lines: $lines) {
      possible
    }
  }
`);

const AddPart = graphql(`
  mutation AddPartToBasket($part: BasketPartInput!) {
    addPartToBasket(part: $part) {
      possible
    }
  }
`);

const BasketCount = graphql(`
  query BasketCount {
    basketCount
  }
`);

const UseOf = graphql(`
  query BasketUse($id: ID!) {
    equipment(id: $id) {
      use
    }
  }
`);

/** A line as it travels: instants as the API writes them, or none yet. */
export interface Line {
  resourceId: string;
  from: string | null;
  until: string | null;
  use: LoanUse;
  quantity: number;
  note: string;
}

/** A part as it travels: a quantity in the measure of what it is of. */
export interface KeptPart {
  listingId: string;
  quantity: number;
  as: Public | null;
  note: string;
}

const name = 'panier';
const partsName = 'panier-parts';
const idShape = /^[\w-]{1,64}$/;
const instantShape = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const noteKept = 120;

const instantOr = (value: unknown) => (typeof value === 'string' && instantShape.test(value) ? value : null);

/** What somebody else may have written into the cookie is not believed: what is no line is dropped. */
function lineOf(row: unknown): Line[] {
  if (!Array.isArray(row)) return [];
  const [resourceId, from, until, use, quantity, note] = row as unknown[];
  const known = loanUses.find((one) => one === use);
  if (typeof resourceId !== 'string' || !idShape.test(resourceId) || !known) return [];
  const count = Math.min(groupLimits.quantity, Math.max(1, Math.trunc(Number(quantity)) || 1));
  const said = typeof note === 'string' ? note.slice(0, noteKept) : '';
  return [{ resourceId, from: instantOr(from), until: instantOr(until), use: known, quantity: count, note: said }];
}

function partOf(row: unknown): KeptPart[] {
  if (!Array.isArray(row)) return [];
  const [listingId, quantity, as, note] = row as unknown[];
  const count = Number(quantity);
  if (typeof listingId !== 'string' || !idShape.test(listingId) || !(count > 0)) return [];
  const said = typeof note === 'string' ? note.slice(0, noteKept) : '';
  return [{ listingId, quantity: count, as: publics.find((one) => one === as) ?? null, note: said }];
}

type Cookies = Pick<RequestEvent, 'cookies'>;

function keptIn<T>({ cookies }: Cookies, cookie: string, read: (row: unknown) => T[]): T[] {
  try {
    const rows = JSON.parse(cookies.get(cookie) ?? '[]') as unknown;
    return Array.isArray(rows) ? rows.flatMap(read).slice(0, groupLimits.lines) : [];
  } catch {
    // Not ours: a basket that cannot be read is empty.
    return [];
  }
}

/** The basket of a visitor: in their browser until they sign in. */
export const keptLines = (event: Cookies): Line[] => keptIn(event, name, lineOf);
export const keptParts = (event: Cookies): KeptPart[] => keptIn(event, partsName, partOf);

const lasting = { path: '/', httpOnly: true, sameSite: 'lax', maxAge: 30 * 86_400 } as const;

export function keepParts({ cookies }: Cookies, parts: readonly KeptPart[]): void {
  if (parts.length === 0) return cookies.delete(partsName, { path: '/' });
  const rows = parts
    .slice(0, groupLimits.lines)
    .map(({ listingId, quantity, as, note }) => [listingId, quantity, as, note.slice(0, noteKept)]);
  cookies.set(partsName, JSON.stringify(rows), lasting);
}

export function keepLines({ cookies }: Pick<RequestEvent, 'cookies'>, lines: readonly Line[]): void {
  if (lines.length === 0) return cookies.delete(name, { path: '/' });
  const rows = lines
    .slice(0, groupLimits.lines)
    .map(({ resourceId, from, until, use, quantity, note }) => [
      resourceId,
      from,
      until,
      use,
      quantity,
      note.slice(0, noteKept),
    ]);
  cookies.set(name, JSON.stringify(rows), lasting);
}

const isSame = (a: Line, b: Line) =>
  a.resourceId === b.resourceId && a.from === b.from && a.until === b.until && a.use === b.use;

/** Puts a line into the basket: that of the person on the server, that of a visitor in the browser. */
export async function putIn(event: RequestEvent, line: Line) {
  if (await event.locals.viewer()) return event.locals.graph.mutate(AddToBasket, { lines: [line] });
  const kept = keptLines(event);
  const at = kept.findIndex((one) => isSame(one, line));
  keepLines(event, at < 0 ? [...kept, line] : kept.map((one, n) => (n === at ? line : one)));
  return { fault: undefined };
}

/** Puts a part in; one thing is one part, so that this also changes it. */
export async function putPart(event: RequestEvent, part: KeptPart) {
  if (await event.locals.viewer()) return event.locals.graph.mutate(AddPart, { part });
  const kept = keptParts(event);
  const known = kept.some(({ listingId }) => listingId === part.listingId);
  const changed = kept.map((one) => (one.listingId === part.listingId ? part : one));
  keepParts(event, known ? changed : [...kept, part]);
  return { fault: undefined };
}

/** A part as a form sends it; a quantity that cannot be read is none. */
export function partFrom(form: FormData): KeptPart | undefined {
  const [part] = partOf([
    text(form, 'listing'),
    typedFigure(text(form, 'quantity')),
    text(form, 'as'),
    text(form, 'note'),
  ]);
  return part;
}

/** What was put in before signing in follows the person; a machine that is no longer lent stays behind. */
export async function mergeBasket(event: RequestEvent): Promise<void> {
  const [lines, parts] = [keptLines(event), keptParts(event)];
  if (lines.length + parts.length === 0 || !(await event.locals.viewer())) return;
  const { graph } = event.locals;
  for (const part of parts) {
    const { fault } = await graph.mutate(AddPart, { part });
    if (fault && fault.status >= 500) return;
  }
  keepParts(event, []);
  if (lines.length === 0) return;
  const { fault } = await graph.mutate(AddToBasket, { lines });
  if (fault && fault.status >= 500) return;
  if (fault) for (const line of lines) await graph.mutate(AddToBasket, { lines: [line] });
  keepLines(event, []);
}

export async function basketCount(event: Pick<RequestEvent, 'cookies' | 'locals'>): Promise<number> {
  if (!(await event.locals.viewer())) return keptLines(event).length + keptParts(event).length;
  return (await event.locals.graph.ask(BasketCount)).data?.basketCount ?? 0;
}

/** A line as a button sends it: where it does not say how, on site if the machine allows it. */
export async function newLine({ locals }: Pick<RequestEvent, 'locals'>, form: FormData): Promise<Line | undefined> {
  if (text(form, 'usage') === '') {
    const { data } = await locals.graph.ask(UseOf, { id: text(form, 'machine') });
    form.set('usage', data?.equipment.use === 'take_away' ? 'take_away' : 'on_site');
  }
  return lineFrom(form);
}

/** A line as a form sends it: local times in the zone of the workshop. Dates that say nothing are left for later. */
export function lineFrom(form: FormData): Line | undefined {
  const zone = text(form, 'timeZone') || 'Europe/Paris';
  const instant = (field: string) => instantIn(zone, text(form, field))?.toISOString() ?? null;
  const [from, until] = [instant('du'), instant('au')];
  const [line] = lineOf([
    text(form, 'machine'),
    from,
    until,
    text(form, 'usage'),
    text(form, 'combien'),
    text(form, 'note'),
  ]);
  return line && (!from || !until ? { ...line, from: null, until: null } : line);
}
