import { writeSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/**
 * Ends the run with one plain line, `N passed, N failed`, over all projects. A file that could not be loaded and an error
 * outside any test count as a failure each. Written as the process leaves, so that nothing comes after it.
 */
export default class Totals implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]) {
    const count = { passed: 0, failed: errors.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      if (module.errors().length > 0) count.failed += 1;
      for (const suite of module.children.allSuites()) count.failed += suite.errors().length;
      for (const test of module.children.allTests()) count[test.result().state] += 1;
    }
    const left = count.skipped + count.pending;
    const line = `${count.passed} passed, ${count.failed} failed${left ? `, ${left} skipped` : ''}\n`;
    process.once('exit', () => writeSync(1, line));
  }
}
