import { expect } from 'vitest';
import type { Locator, Page } from 'playwright-core';

/** More presses than the longest page has stops: past it, the element is not reached by the keyboard. */
const mostPresses = 160;

/** What is wrong with the place where the focus stands; undefined where the eye finds it. */
const faultOfFocus = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return undefined;
    const name = at.outerHTML.slice(0, 120);
    const outlined = (one: Element | null | undefined) => {
      if (!one) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    };
    // A field of a drawn box is outlined by its box, at most two levels up; a point of the map by the flag it carries.
    const flag = at.getBoundingClientRect().width < 1 ? at.querySelector('.flag, .dot') : null;
    const around = [at, at.nextElementSibling, at.parentElement, at.parentElement?.parentElement, flag];
    if (at.id !== 'contenu' && !around.some(outlined)) return `no outline on ${name}`;
    const { top, bottom, left, right, width, height } = (flag ?? at).getBoundingClientRect();
    if (width < 1 || height < 1) return `nothing to see of ${name}`;
    if (bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth) return `out of sight: ${name}`;
    // WCAG 2.4.11: something of it stands in front.
    const [x, from, to] = [(left + right) / 2, Math.max(top, 0), Math.min(bottom, innerHeight)];
    const seen = [0.2, 0.5, 0.8].some((share) => {
      const front = document.elementFromPoint(Math.min(Math.max(x, 1), innerWidth - 1), from + (to - from) * share);
      return front && (at.contains(front) || front.contains(at) || front.closest('label')?.contains(at));
    });
    return seen ? undefined : `covered: ${name}`;
  });

const isAt = (target: Locator): Promise<boolean> =>
  target.evaluateAll((all) => all.some((one) => one === document.activeElement));

async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  expect(await faultOfFocus(page)).toBeUndefined();
}

/** Presses Tab (or Shift+Tab) until one of these elements has the focus, which must be seen at every stop on the way. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.first().waitFor();
  for (let presses = 0; presses < mostPresses; presses += 1) {
    if (await isAt(target)) return;
    await press(page, key);
  }
  throw new Error(`${mostPresses} presses of ${key} do not reach ${target.toString()}`);
}

/** From the top of a page past its header, by its first stop. */
export async function skipHeader(page: Page): Promise<void> {
  await page.waitForLoadState('load');
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await tabTo(page, page.locator('a[href="#contenu"]'), 'Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('contenu');
}

export async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

export async function pressButton(page: Page, button: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, button);
  await page.keyboard.press(key);
}

/** A choice of a list, by the arrows. */
export async function choose(page: Page, list: Locator, value: string): Promise<void> {
  await tabTo(page, list);
  await page.keyboard.press('Home');
  for (let presses = 0; presses < mostPresses && (await list.inputValue()) !== value; presses += 1)
    await page.keyboard.press('ArrowDown');
  expect(await list.inputValue()).toBe(value);
}

/** A date (and time) as the browser's own field takes it, whichever order its language gives to day and month. */
export async function typeDate(page: Page, field: Locator, value: string): Promise<void> {
  const [year, month, day, hours = '', minutes = ''] = value.split(/[-T:]/) as [string, string, string];
  const half = Number(hours) < 12 ? 'A' : 'P';
  const twelve = String(Number(hours) % 12 || 12).padStart(2, '0');
  const ways = [
    [month, day, year, twelve, minutes, half],
    [day, month, year, hours, minutes, ''],
  ];
  for (const way of ways) {
    await tabTo(page, field);
    for (const [at, part] of way.entries()) {
      if (!part || (at > 2 && !hours)) continue;
      await page.keyboard.type(part);
      // Four digits do not fill the field of the year.
      if (at === 2 && hours) await page.keyboard.press('ArrowRight');
    }
    if ((await field.inputValue()) === value) return;
    for (let back = 0; back < 6; back += 1) await page.keyboard.press('ArrowLeft');
  }
  expect(await field.inputValue()).toBe(value);
}

/** Every stop of a page, from its top to its end and out again: no stop holds the keyboard, and each is seen. */
export async function stopsOf(page: Page): Promise<string[]> {
  const stops: string[] = [];
  const where = () =>
    page.evaluate(() => {
      const at = document.activeElement;
      if (!at || at === document.body) return '';
      const all = [...document.querySelectorAll('*')];
      return `${all.indexOf(at)} ${at.closest('main') ? 'main' : at.closest('header') ? 'header' : ''}`;
    });
  for (let presses = 0; presses < 2 * mostPresses; presses += 1) {
    await press(page, 'Tab');
    const at = await where();
    if (stops.length > 0 && (at === '' || at === stops[0])) return stops;
    if (at !== '' && at !== stops.at(-1)) stops.push(at);
  }
  throw new Error(`The keyboard does not leave ${page.url()}`);
}
