import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type BrowserContextOptions } from 'playwright-core';
import { ensureChromium } from '../../scripts/chromium.mjs';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

const filmed = (film: string) => [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  `--use-file-for-fake-video-capture=${film}`,
];

/** `javaScriptEnabled`, `colorScheme`, `baseURL`, `reducedMotion`… are Playwright's own options. */
export type Visitor = Omit<BrowserContextOptions, 'locale'> & {
  locale?: 'fr-FR' | 'en-GB';
  /** What the camera shows, over and over: a file in Y4M. Whoever is asked for the camera agrees. */
  film?: string;
};

/** A browser of its own, cookies included, for one visitor; `await using` closes it. French, in Paris, on a laptop unless said. */
export async function visitor({ film, ...options }: Visitor = {}): Promise<BrowserContext & AsyncDisposable> {
  const profile = mkdtempSync(join(tmpdir(), 'maillage-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await ensureChromium(),
    headless: true,
    args: film ? [...flags, ...filmed(film)] : flags,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1280, height: 800 },
    ...options,
  });
  return Object.assign(context, {
    async [Symbol.asyncDispose]() {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  });
}
