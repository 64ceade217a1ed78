import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const resolve = {
  alias: [
    // graphql 16 has a "module" field and no "exports": without this Vite takes index.mjs where Node takes index.js,
    // and the two sets of classes refuse each other's schemas.
    { find: /^graphql$/, replacement: 'graphql/index.js' },
    { find: /^\$schema\//, replacement: here('./schema/') },
    { find: /^\$lib\//, replacement: here('./web/src/lib/') },
  ],
};

const setupFiles = ['reflect-metadata'];

export default defineConfig({
  test: {
    reporters: ['default', './test/support/totals.ts'],
    projects: [
      {
        resolve,
        test: { name: 'unit', include: ['test/unit/**/*.test.ts'], setupFiles, sequence: { groupOrder: 0 } },
      },
      {
        resolve,
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          setupFiles,
          globalSetup: ['./test/support/replica-set.ts'],
          testTimeout: 20_000,
          hookTimeout: 30_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        resolve,
        test: {
          name: 'audit',
          include: ['test/audit/**/*.test.ts'],
          setupFiles,
          globalSetup: ['./test/support/replica-set.ts'],
          testTimeout: 600_000,
          hookTimeout: 90_000,
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
      {
        resolve,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          setupFiles,
          globalSetup: ['./test/support/replica-set.ts'],
          testTimeout: 60_000,
          hookTimeout: 90_000,
          fileParallelism: false,
          // A browser on a busy machine: a story is told again once where nobody watches, and the end of the run names it.
          retry: process.env.CI ? 1 : 0,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
