import { writeSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/**
 * Ends the run with the names of what failed, or passed only when it was tried again, and one plain line, `N passed,
 * N failed`, over all projects. A file that could not be loaded and an error outside any test count as a failure each. Written
 * as the process leaves, so that nothing comes after it.
 */
export default class Totals implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]) {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    const again: string[] = [];
    const failed: string[] = errors.map((error) => `outside any test: ${firstLine(error)}`);
    for (const module of modules) {
      const file = module.relativeModuleId;
      if (module.errors().length > 0) failed.push(`${file}: ${firstLine(module.errors()[0])}`);
      for (const suite of module.children.allSuites())
        for (const error of suite.errors()) failed.push(`${file} > ${suite.fullName}: ${firstLine(error)}`);
      for (const test of module.children.allTests()) {
        const { state, errors: reasons } = test.result();
        if (state === 'failed') failed.push(`${file} > ${test.fullName}: ${firstLine(reasons[0])}`);
        else count[state] += 1;
        if (test.diagnostic()?.flaky) again.push(`${file} > ${test.fullName}`);
      }
    }
    const left = count.skipped + count.pending;
    const line = `${count.passed} passed, ${failed.length} failed${left ? `, ${left} skipped` : ''}`;
    const lines = [
      ...again.map((each) => `passed at the second try: ${each}`),
      ...failed.map((each) => `failed: ${each}`),
      line,
    ];
    process.once('exit', () => writeSync(1, `${lines.join('\n')}\n`));
  }
}

const firstLine = (error: unknown): string =>
  (error instanceof Object && 'message' in error ? String(error.message) : String(error)).split('\n', 1)[0]!;
