/**
 * `npm run bench [-- SUBJECT… --size 500 --copies 1,10 --rounds 5 --ms 2000 --lanes 4 --json --strict --write]`: measures the built
 * product beside the bare driver, on worlds that it plants in a database of its own. Words choose subjects; `--strict` ends with 1
 * when a bar is missed; `--write` keeps the table in the README.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot, root } from './folders.mjs';
import { foreground } from './processes.mjs';
import { explain, keepStdoutClean, step } from './say.mjs';
import { ensureBuilt, ensureInstalled } from './session.mjs';

keepStdoutClean();
const dataDir = mkdtempSync(join(tmpdir(), 'maillage-bench-'));

try {
  await ensureInstalled();
  await ensureBuilt();
  const { startMongo } = await import('./mongo.mjs');
  const mongo = await step('Start MongoDB', () => startMongo({ dataDir, name: 'bench' }));
  try {
    const program = ['--import', '@oxc-node/core/register', inRoot('test/bench/main.ts'), ...process.argv.slice(2)];
    const env = { MONGODB_URI: `mongodb://127.0.0.1:${mongo.port}/bench?replicaSet=rs0`, DATA_DIR: dataDir };
    process.exitCode = await foreground(program, { cwd: root, env });
  } finally {
    await mongo.stop();
  }
} catch (error) {
  explain(error);
  process.exitCode = 1;
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
