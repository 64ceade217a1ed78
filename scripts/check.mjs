/** `npm run check`: types, lint, format and the printed schema. Runs all of them and reports every fault. */
import { inRoot, root } from './folders.mjs';
import { run } from './processes.mjs';
import { explain, say, step } from './say.mjs';
import { ensureInstalled } from './session.mjs';

const node = (/** @type {string[]} */ args, cwd = root) => run(process.execPath, args, { cwd });
const bin = (/** @type {string} */ path) => inRoot(`node_modules/${path}`);

/** @type {[string, () => Promise<unknown>][]} */
const checks = [
  // First, since the types of the web read what the schema prints; it must find the committed one already true.
  [
    'The printed schema is the committed one',
    async () => {
      await node(['--import', '@oxc-node/core/register', 'schema/print.ts', '--check']);
    },
  ],
  [
    'Types of the operations',
    async () => {
      await node(['schema/codegen.mjs']);
      await node([bin('@sveltejs/kit/svelte-kit.js'), 'sync'], inRoot('web'));
    },
  ],
  [
    'Types of the gateway, scripts and tests',
    async () => void (await node([bin('@typescript/native/bin/tsc'), '--noEmit', '--pretty', 'false'])),
  ],
  [
    'Types of the web',
    async () =>
      void (await node([
        bin('svelte-check/bin/svelte-check'),
        '--workspace',
        'web',
        '--tsconfig',
        'tsconfig.json',
        '--tsgo',
        '--output',
        'human',
      ])),
  ],
  ['Lint', async () => void (await node([bin('eslint/bin/eslint.js'), '--max-warnings', '0', '.']))],
  ['Format', async () => void (await node([bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']))],
];

let failed = 0;
try {
  await ensureInstalled();
  for (const [name, work] of checks)
    await step(name, work).catch((error) => {
      failed += 1;
      explain(error);
    });
} catch (error) {
  failed += 1;
  explain(error);
}
say(failed ? `\n${failed} of ${checks.length} checks failed.` : `\n${checks.length} checks passed.`);
process.exitCode = failed ? 1 : 0;
