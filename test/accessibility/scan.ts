import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What may differ between two themes of the same markup: they change colours and nothing else. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

const widths = [1280, 360] as const;
const themes = ['light', 'dark'] as const;

/** Until fonts, map and hydration are done; a page that listens for live updates is never idle. */
const settleMs = 400;
/** Until a page whose width or theme has just changed is drawn again. */
const redrawMs = 60;

async function axe(page: Page, build: (axe: AxeBuilder) => AxeBuilder): Promise<string[]> {
  const { violations } = await build(new AxeBuilder({ page }).setLegacyMode(true)).analyze();
  return violations.map(({ id, nodes }) => `axe ${id}: ${nodes[0]?.html.slice(0, 160)} (${nodes.length})`);
}

const shapeOf = (page: Page) =>
  page.evaluate(() => ({
    lang: document.documentElement.lang,
    titles: document.querySelectorAll('h1').length,
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    raw: /\bundefined\b|\bNaN\b|\[object Object\]|Invalid Date/.exec(document.body.innerText)?.[0],
  }));

async function shapeFaults(page: Page, lang: string): Promise<string[]> {
  const seen = await shapeOf(page);
  return [
    ...(seen.lang === lang ? [] : [`speaks ${seen.lang}`]),
    ...(seen.titles === 1 ? [] : [`has ${seen.titles} first titles`]),
    ...(seen.wide > 0 ? [`is ${seen.wide} px too wide`] : []),
    ...(seen.raw ? [`shows ${seen.raw}`] : []),
  ];
}

/** The page as it stands, at both widths and in both themes: all rules in the light one, those of colour in the dark. */
export async function scan(page: Page, lang: string): Promise<string[]> {
  const faults: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: width > 400 ? 900 : 760 });
    for (const colorScheme of themes) {
      await page.emulateMedia({ colorScheme });
      await page.waitForTimeout(redrawMs);
      const found = await (colorScheme === 'light'
        ? axe(page, (one) => one.withTags(tags))
        : axe(page, (one) => one.withRules(rulesOfColour)));
      if (colorScheme === 'light') found.push(...(await shapeFaults(page, lang)));
      faults.push(...found.map((fault) => `${width} ${colorScheme}: ${fault}`));
    }
  }
  return faults;
}

/** Everything that a part of the page keeps folded is unfolded; false where nothing was. */
export const unfold = (page: Page, part: 'main' | 'header'): Promise<boolean> =>
  page.evaluate((within) => {
    const folded = document.querySelectorAll<HTMLDetailsElement>(`${within} details:not([open])`);
    for (const one of folded) one.open = true;
    return folded.length > 0;
  }, part);

/** The menus of the header, open over the page that they hide a part of. */
export async function scanMenus(page: Page): Promise<string[]> {
  if (!(await unfold(page, 'header'))) return [];
  const found = await axe(page, (one) => one.include('header').withTags(tags));
  return found.map((fault) => `with its menus open: ${fault}`);
}

/** Sends a form with its required fields emptied, past the browser's own check, and waits for the answer in the page. */
export async function refuse(page: Page, form: string): Promise<void> {
  await page
    .locator(form)
    .first()
    .evaluate((one: HTMLFormElement) => {
      one.noValidate = true;
      for (const field of one.querySelectorAll<HTMLInputElement>('input[required], textarea[required]')) {
        if (field.type === 'checkbox' || field.type === 'radio') field.checked = false;
        else field.value = '';
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
      one.requestSubmit();
    });
  await page.locator('main :is([data-fault], [aria-invalid="true"])').first().waitFor({ timeout: 10_000 });
  await page.waitForTimeout(redrawMs);
}

export const settled = (page: Page): Promise<void> => page.waitForTimeout(settleMs);
