/** `npm run check`: types, lint, format, dead code, import cycles and the printed schema. Runs all of them and reports every fault. */
import { inRoot, root } from './folders.mjs';
import { run } from './processes.mjs';
import { explain, say, step } from './say.mjs';
import { ensureInstalled } from './session.mjs';

const node = (/** @type {string[]} */ args, cwd = root) => run(process.execPath, args, { cwd });
const bin = (/** @type {string} */ path) => inRoot(`node_modules/${path}`);

/** The committed schema must be true before anything is printed from it; the types of the web read what is. @type {[string, () => Promise<unknown>][]} */
const first = [
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
];

/** @type {[string, () => Promise<unknown>][]} */
const beside = [
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
  [
    'Nothing unused: files, exports, packages',
    async () => void (await node([bin('knip/bin/knip.js'), '--no-progress'])),
  ],
  [
    'No import cycle',
    async () =>
      void (await node([bin('oxlint/bin/oxlint'), '--import-plugin', '-A', 'all', '-D', 'import/no-cycle', '.'])),
  ],
  ['Format', async () => void (await node([bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']))],
];

/** @type {[string, unknown][]} */
const faults = [];
const attempt = (/** @type {[string, () => Promise<unknown>]} */ [name, work]) =>
  step(name, work).catch((error) => void faults.push([name, error]));
try {
  await ensureInstalled();
  for (const one of first) await attempt(one);
  await Promise.all(beside.map(attempt));
} catch (error) {
  faults.push(['Install', error]);
}
for (const [name, error] of faults) {
  say(`\n✗ ${name}`);
  explain(error);
}
const all = first.length + beside.length;
say(faults.length ? `\n${faults.length} of ${all} checks failed.` : `\n${all} checks passed.`);
process.exitCode = faults.length ? 1 : 0;
