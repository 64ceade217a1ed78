import type { Served } from './ground.ts';
import { quantile } from './load.ts';
import { atLeast, atMost, type Bar, type Line } from './report.ts';

/** What was measured against what was asked. */
export function judge(lines: readonly Line[], grounds: readonly Served[], crowd: number): Bar[] {
  const bars: Bar[] = [];
  const of = (subject: string) => lines.filter((line) => line.subject === subject);
  for (const { copies, ratio } of of('search page'))
    bars.push(atLeast(`search beside the driver, ${copies} × S`, ratio!, 0.6, ' ×'));
  for (const subject of new Set(lines.map((line) => line.subject))) {
    const [small, large] = of(subject);
    if (small && large && !subject.startsWith('ranking'))
      bars.push(atMost(`${subject}, ${large.copies} × the data`, large.product.p50 / small.product.p50, 1.3, ' ×'));
  }
  const capabilities = grounds.at(-1)!.world.capabilities.toLocaleString('en-GB');
  const ranking = of('ranking of a request').at(-1)?.product.p95;
  if (ranking !== undefined)
    bars.push(atMost(`a request ranked over ${capabilities} capabilities, p95`, ranking, 25, ' ms'));
  for (const { copies, product, bare } of of('booking a free slot'))
    bars.push(atMost(`booking beside the bare transaction, ${copies} × S`, product.p50 / bare!.p50, 2, ' ×'));
  for (const subject of ['booking a seat', 'taking of a lot', 'pledging'])
    for (const { copies, product, bare } of of(subject))
      bars.push(atMost(`${subject} beside the bare transaction, ${copies} × S`, product.p50 / bare!.p50, 2, ' ×'));
  for (const { copies, ratio } of of('what is shared, near'))
    bars.push(atLeast(`what is shared beside the driver, ${copies} × S`, ratio!, 0.6, ' ×'));
  for (const { copies, waits } of grounds)
    if (waits.length > 0)
      bars.push(atMost(`${crowd} contenders on a slot, p95, ${copies} × S`, quantile(waits, 0.95), 500, ' ms'));
  for (const { copies, gateway } of grounds)
    bars.push(atMost(`memory of the gateway afterwards, ${copies} × S`, gateway.residentMb(), 350, ' MB'));
  return bars;
}
