/**
 * `npm test [-- PROJECT… FILTER…]`: everything on a bare clone; `npm test -- unit` runs one project, other words filter the files.
 * `npm test -- audit` measures the pages (Lighthouse, first load), which wants a quiet machine.
 * `npm run test:lts` runs unit and integration on the Node that is in long-term support (`--lts`).
 */
import { inRoot, root } from './folders.mjs';
import { printSchema } from './build.mjs';
import { foreground } from './processes.mjs';
import { explain, step } from './say.mjs';
import { ensureBuilt, ensureInstalled } from './session.mjs';

const usual = ['unit', 'integration', 'e2e'];
const projects = [...usual, 'audit'];
const lts = process.argv.includes('--lts');
const words = process.argv.slice(2).filter((word) => word !== '--lts');
const chosen = projects.filter((project) => words.includes(project));
const filters = words.filter((word) => !projects.includes(word));
const runs = (/** @type {string[]} */ ...some) => some.some((one) => (chosen.length ? chosen : usual).includes(one));

try {
  await ensureInstalled();
  /** @type {NodeJS.ProcessEnv} */
  const env = {};
  if (runs('integration', 'e2e', 'audit') && !process.env.MONGODB_URI) {
    const { findMongod } = await import('./mongod.mjs');
    await step('Find a MongoDB server', async () => {
      const found = await findMongod();
      env.MONGOD_BINARY = found.path;
      return `${found.version} from ${found.from}`;
    });
  }
  await step('Print the schema and the types', printSchema);
  if (runs('e2e', 'audit')) {
    await ensureBuilt();
    const { ensureChromium } = await import('./chromium.mjs');
    await step('Find Chromium', async () => (env.CHROME_PATH = await ensureChromium()));
  }
  const only = (chosen.length ? chosen : usual).flatMap((project) => ['--project', project]);
  let program = process.execPath;
  if (lts)
    await step('Find the Node in long-term support', async () => {
      const { ensureLts } = await import('./lts.mjs');
      const found = await ensureLts();
      program = found.path;
      return found.version;
    });
  process.exitCode = await foreground([inRoot('node_modules/vitest/vitest.mjs'), 'run', ...only, ...filters], {
    cwd: root,
    env,
    program,
  });
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
