import { defineConfig } from 'tsdown';

/** The gateway as the product runs it: the server, and the program behind the command lines. */
export default defineConfig({
  entry: {
    worker: 'gateway/worker.ts',
    main: 'gateway/main.ts',
    cli: 'gateway/cli.ts',
    checker: 'gateway/modules/files/check/worker.ts',
  },
  format: 'esm',
  platform: 'node',
  target: 'node20',
  outDir: 'build/gateway',
  dts: false,
  sourcemap: true,
  clean: true,
});
