import type { Clock } from '../../platform/clock.ts';
import { transaction } from '../../platform/database.ts';
import type { NewId } from '../../platform/ids.ts';
import type { Period } from '../../platform/intervals.ts';
import { notFound } from '../../platform/refusal.ts';
import { ResourceRecord } from '../catalogue/resource.entity.ts';
import { asPerson, type Viewer } from '../identity/viewer.ts';
import { type Basket, BasketRecord, type KeptLine } from './basket.entity.ts';
import type { BasketLineInput } from './basket.inputs.ts';
import { demandDates, isReady, putIn, type ReadyLine } from './basket.rules.ts';
import type { Quote, QuoteService } from './quote.service.ts';

interface Deps {
  clock: Clock;
  newId: NewId;
  quotes: QuoteService;
}

/** What a person means to ask for, kept on the server: it follows them from one device to the next. */
export class BasketService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async mine(viewer: Viewer): Promise<Basket> {
    const basket = await BasketRecord.findById(asPerson(viewer).id).lean();
    return this.#look(viewer, basket?.lines ?? []);
  }

  /** How many lines there are; none for a visitor, whose browser keeps them. */
  async count(viewer: Viewer): Promise<number> {
    if (viewer.kind !== 'person') return 0;
    return (await BasketRecord.findById(viewer.id, { 'lines.id': 1 }).lean())?.lines.length ?? 0;
  }

  /** Lines kept elsewhere, looked at as a basket: that of a visitor is in their browser. */
  look(viewer: Viewer, lines: readonly BasketLineInput[]): Promise<Basket> {
    return this.#look(
      viewer,
      lines.map((line, n) => ({ ...line, id: String(n) })),
    );
  }

  /** Puts lines in. The same machine at the same time in the same way stays one line. */
  add(viewer: Viewer, lines: readonly BasketLineInput[]): Promise<Basket> {
    const more = lines.map((line) => ({ ...line, id: this.#deps.newId() }));
    return this.#change(viewer, async (kept) => {
      for (const { resourceId } of more)
        if (!(await ResourceRecord.exists({ _id: resourceId, status: 'published' }))) throw notFound('resource');
      return putIn(kept, more);
    });
  }

  changeLine(viewer: Viewer, id: string, { from, until, use, quantity, note }: BasketLineInput): Promise<Basket> {
    demandDates({ ...(from && { from }), ...(until && { until }) });
    return this.#change(viewer, (kept) => {
      const line = kept.find((one) => one.id === id);
      if (!line) throw notFound('line');
      const dated = { ...(from && { from }), ...(until && { until }) };
      const after = { id, resourceId: line.resourceId, ...dated, use, quantity, note };
      return Promise.resolve(kept.map((one) => (one.id === id ? after : one)));
    });
  }

  /** Takes a line out; one that is out already stays so. */
  removeLine(viewer: Viewer, id: string): Promise<Basket> {
    return this.#change(viewer, (kept) => Promise.resolve(kept.filter((line) => line.id !== id)));
  }

  /** One period for all of it. */
  setPeriod(viewer: Viewer, period: Period): Promise<Basket> {
    demandDates(period);
    return this.#change(viewer, (kept) => Promise.resolve(kept.map((line) => ({ ...line, ...period }))));
  }

  async #change(viewer: Viewer, change: (kept: KeptLine[]) => Promise<KeptLine[]>): Promise<Basket> {
    const { id } = asPerson(viewer);
    await BasketRecord.updateOne({ _id: id }, { $set: { updatedAt: this.#deps.clock() } }, { upsert: true });
    const lines = await transaction(async () => {
      const basket = await BasketRecord.findById(id).lean();
      const after = await change(basket?.lines ?? []);
      await BasketRecord.updateOne({ _id: id }, { $set: { lines: after, updatedAt: this.#deps.clock() } });
      return after;
    });
    return this.#look(viewer, lines);
  }

  async #look(viewer: Viewer, lines: readonly KeptLine[]): Promise<Basket> {
    const ids = [...new Set(lines.map(({ resourceId }) => resourceId))];
    const lent = await ResourceRecord.find({ _id: { $in: ids }, status: 'published' }, { _id: 1 }).lean();
    const ready = lines.filter(isReady).filter(({ resourceId }) => lent.some(({ _id }) => _id === resourceId));
    const quotes = await this.#quotes(viewer, ready);
    const shown = lines.map((line) => {
      const quote = quotes.get(line.id);
      return quote ? { ...line, quote } : line;
    });
    const sum = (figure: (quote: NonNullable<ReturnType<typeof quotes.get>>, units: number) => number) =>
      lines.reduce((total, { id, quantity }) => total + (quotes.has(id) ? figure(quotes.get(id)!, quantity) : 0), 0);
    return {
      lines: shown,
      totalCents: sum(({ price }, units) => price.totalCents * units),
      depositCents: sum(({ price }, units) => price.depositCents * units),
      possible: lines.length > 0 && lines.every(({ id }) => quotes.get(id)?.possible),
    };
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
