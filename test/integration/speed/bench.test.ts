import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { worded } from '../../bench/report.ts';
import { runBench } from '../../bench/run.ts';
import { freshDatabase } from '../../support/database.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'maillage-bench-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

test('a bench of a few workshops plants its worlds, agrees with the driver, and judges every subject', async () => {
  const report = await runBench({
    ...{ mongoUri: freshDatabase(), dataDir, gateway: 'sources' },
    ...{ workshops: 6, copies: [1, 2], rounds: 1, roundMs: 100, lanes: 2, crowd: 20 },
    ...{ wants: () => true, say: () => undefined },
  });
  expect(report.worlds[1]).toMatchObject({ workshops: 6, machines: 48, units: 72 });
  expect(report.worlds[2]).toMatchObject({ workshops: 12, machines: 96, units: 144 });
  expect(report.worlds[1]).toMatchObject({ listings: 24, claims: 192 });
  expect(report.worlds[2]!.bookings).toBe(2 * report.worlds[1]!.bookings);
  const subjects = ['search page', 'directory, near', 'directory, all', 'availability', 'booking a free slot'];
  const shared = ['what is shared, near', 'booking a seat', 'taking of a lot', 'pledging'];
  for (const subject of [...subjects, ...shared, 'ranking of a request', 'ranking, asked by the form'])
    for (const copies of [1, 2]) {
      const line = report.lines.find((one) => one.subject === subject && one.copies === copies);
      expect(line?.product.perSecond, `${subject}, ${copies}`).toBeGreaterThan(0);
      expect(line?.ratio, `${subject}, ${copies}`).toBeGreaterThan(0);
    }
  expect(report.bars.filter(({ value }) => !(value > 0))).toEqual([]);
  expect(worded(report)).toContain('| bar ');
}, 120_000);
