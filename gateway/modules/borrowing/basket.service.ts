import { kinds, sharings } from '../../../schema/kinds.ts';
import type { Clock } from '../../platform/clock.ts';
import { transaction } from '../../platform/database.ts';
import type { NewId } from '../../platform/ids.ts';
import type { Period } from '../../platform/intervals.ts';
import { notFound } from '../../platform/refusal.ts';
import { ResourceRecord } from '../catalogue/resource.entity.ts';
import { asPerson, type Viewer } from '../identity/viewer.ts';
import type { ClaimQuoteService } from '../sharing/claim-quote.service.ts';
import { ListingRecord } from '../sharing/listing.entity.ts';
import { type Basket, type BasketPart, BasketRecord, type KeptPart } from './basket.entity.ts';
import type { BasketLineInput, BasketPartInput } from './basket.inputs.ts';
import { type Chosen, demandDates, demandRoom, isReady, putIn, putPart, type ReadyLine } from './basket.rules.ts';
import type { Quote, QuoteService } from './quote.service.ts';

interface Deps {
  clock: Clock;
  newId: NewId;
  quotes: QuoteService;
  claimQuotes: ClaimQuoteService;
}

const nothing: Chosen = { lines: [], parts: [] };

/** What a person means to ask for, kept on the server: it follows them from one device to the next. */
export class BasketService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async mine(viewer: Viewer): Promise<Basket> {
    return this.#look(viewer, { ...nothing, ...(await BasketRecord.findById(asPerson(viewer).id).lean()) });
  }

  /** How many lines and parts there are; none for a visitor, whose browser keeps them. */
  async count(viewer: Viewer): Promise<number> {
    if (viewer.kind !== 'person') return 0;
    const ids = { 'lines.id': 1, 'parts.id': 1 };
    const kept: Chosen = { ...nothing, ...(await BasketRecord.findById(viewer.id, ids).lean()) };
    return kept.lines.length + kept.parts.length;
  }

  /** What is kept elsewhere, looked at as a basket: that of a visitor is in their browser. */
  look(viewer: Viewer, lines: readonly BasketLineInput[], parts: readonly BasketPartInput[]): Promise<Basket> {
    return this.#look(viewer, {
      lines: lines.map((line, n) => ({ ...line, id: String(n) })),
      parts: parts.map((part, n) => ({ ...part, id: `p${n}` })),
    });
  }

  /** Puts lines in. The same machine at the same time in the same way stays one line. */
  add(viewer: Viewer, lines: readonly BasketLineInput[]): Promise<Basket> {
    const more = lines.map((line) => ({ ...line, id: this.#deps.newId() }));
    return this.#change(viewer, async (kept) => {
      for (const { resourceId } of more)
        if (!(await ResourceRecord.exists({ _id: resourceId, status: 'published' }))) throw notFound('resource');
      return { ...kept, lines: putIn(kept.lines, more) };
    });
  }

  /** Puts a part in, or changes that of the same thing. Refuses what is not offered, or not by way of a basket. */
  addPart(viewer: Viewer, { listingId, quantity, as, note }: BasketPartInput): Promise<Basket> {
    const part: KeptPart = { id: this.#deps.newId(), listingId, quantity, ...(as && { as }), note: note.trim() };
    return this.#change(viewer, async (kept) => {
      const listing = await ListingRecord.findById(listingId, { kind: 1, status: 1 }).lean();
      const isOffered = listing && listing.status !== 'draft' && sharings[kinds[listing.kind].sharing].basket;
      if (!isOffered) throw notFound('listing');
      return { ...kept, parts: putPart(kept.parts, part) };
    });
  }

  changeLine(viewer: Viewer, id: string, { from, until, use, quantity, note }: BasketLineInput): Promise<Basket> {
    demandDates({ ...(from && { from }), ...(until && { until }) });
    return this.#change(viewer, (kept) => {
      const line = kept.lines.find((one) => one.id === id);
      if (!line) throw notFound('line');
      const dated = { ...(from && { from }), ...(until && { until }) };
      const after = { id, resourceId: line.resourceId, ...dated, use, quantity, note };
      return Promise.resolve({ ...kept, lines: kept.lines.map((one) => (one.id === id ? after : one)) });
    });
  }

  /** Takes a line or a part out; one that is out already stays so. */
  removeLine(viewer: Viewer, id: string): Promise<Basket> {
    const others = <T extends { id: string }>(kept: readonly T[]) => kept.filter((one) => one.id !== id);
    return this.#change(viewer, ({ lines, parts }) => Promise.resolve({ lines: others(lines), parts: others(parts) }));
  }

  /** One period for all that takes time. */
  setPeriod(viewer: Viewer, period: Period): Promise<Basket> {
    demandDates(period);
    return this.#change(viewer, (kept) =>
      Promise.resolve({ ...kept, lines: kept.lines.map((line) => ({ ...line, ...period })) }),
    );
  }

  async #change(viewer: Viewer, change: (kept: Chosen) => Promise<Chosen>): Promise<Basket> {
    const { id } = asPerson(viewer);
    await BasketRecord.updateOne({ _id: id }, { $set: { updatedAt: this.#deps.clock() } }, { upsert: true });
    const chosen = await transaction(async () => {
      const { lines, parts }: Chosen = { ...nothing, ...(await BasketRecord.findById(id).lean()) };
      const after = await change({ lines, parts });
      demandRoom(after);
      await BasketRecord.updateOne({ _id: id }, { $set: { ...after, updatedAt: this.#deps.clock() } });
      return after;
    });
    return this.#look(viewer, chosen);
  }

  async #look(viewer: Viewer, { lines, parts: kept }: Chosen): Promise<Basket> {
    const ids = [...new Set(lines.map(({ resourceId }) => resourceId))];
    const lent = await ResourceRecord.find({ _id: { $in: ids }, status: 'published' }, { _id: 1 }).lean();
    const ready = lines.filter(isReady).filter(({ resourceId }) => lent.some(({ _id }) => _id === resourceId));
    const quotes = await this.#quotes(viewer, ready);
    const parts = await this.#parts(viewer, kept);
    const shown = lines.map((line) => {
      const quote = quotes.get(line.id);
      return quote ? { ...line, quote } : line;
    });
    const sum = (figure: (quote: NonNullable<ReturnType<typeof quotes.get>>, units: number) => number) =>
      lines.reduce((total, { id, quantity }) => total + (quotes.has(id) ? figure(quotes.get(id)!, quantity) : 0), 0);
    return {
      lines: shown,
      parts,
      totalCents:
        sum(({ price }, units) => price.totalCents * units) +
        parts.reduce((total, { totalCents }) => total + totalCents, 0),
      depositCents: sum(({ price }, units) => price.depositCents * units),
      possible:
        lines.length + parts.length > 0 &&
        lines.every(({ id }) => quotes.get(id)?.possible) &&
        parts.every(({ possible }) => possible),
    };
  }

  /** Each part with what it comes to, or what stands in its way. */
  async #parts(viewer: Viewer, kept: readonly KeptPart[]): Promise<BasketPart[]> {
    const quotes = await this.#deps.claimQuotes.lookAll(viewer, kept);
    return kept.map((part, n) => {
      const quote = quotes[n];
      const { refusal } = quote ?? {};
      return {
        ...part,
        possible: quote !== undefined && !refusal,
        totalCents: quote?.totalCents ?? 0,
        ...(refusal && { refusal: refusal.key, refusalParams: refusal.params }),
      };
    });
  }

  async #quotes(viewer: Viewer, ready: readonly ReadyLine[]) {
    const wishes = ready.map(({ resourceId, from, until, use, quantity }) => ({
      resourceId,
      from,
      until,
      use,
      units: quantity,
    }));
    const quotes = wishes.length > 0 ? await this.#deps.quotes.quoteAll(viewer, wishes) : [];
    const shown = ({ conditions, price, holdUntil, closures }: Quote) => ({
      conditions,
      price,
      ...(holdUntil && { holdUntil }),
      closures,
      possible: conditions.every(({ met }) => met),
    });
    return new Map(ready.map(({ id }, n) => [id, shown(quotes[n]!)]));
  }
}
