/** The browser of the stories: found where machines have one, installed where this one lets us. */
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { aptInstall } from './apt.mjs';
import { Trouble } from './say.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** @param {string} path */
function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** CHROME_PATH, then the PATH, then the one that Playwright keeps. @returns {Promise<string | undefined>} */
export async function findChromium() {
  if (process.env.CHROME_PATH) {
    if (runs(process.env.CHROME_PATH)) return process.env.CHROME_PATH;
    throw new Trouble(`CHROME_PATH names no program: ${process.env.CHROME_PATH}`);
  }
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name))).find(runs);
  if (onPath) return onPath;
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  if (runs(mac)) return mac;
  const { chromium } = await import('playwright-core');
  return runs(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

/** @returns {Promise<string>} */
export async function ensureChromium() {
  const found = await findChromium();
  if (found) return found;
  if (existsSync('/etc/debian_version')) await aptInstall('chromium', 'fonts-dejavu-core');
  const installed = await findChromium();
  if (installed) return installed;
  throw new Trouble(
    'The browser stories need Chromium, and none was found.',
    `Install Chrome or Chromium, or run \`npx playwright-core install chromium\`, or name one: CHROME_PATH=/path/to/chromium npm test
The other tests run without it: npm test -- unit integration`,
  );
}
