import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { en } from '$lib/i18n/en.ts';
import { fr } from '$lib/i18n/fr.ts';
import { rgaa, rgaaResult } from '../../schema/rgaa.ts';
import { inRoot } from '../../scripts/folders.mjs';
import { pathOf, routeFor, routeOf, tours } from '../accessibility/pages.ts';
import { corpus, haveCorpora } from '../support/corpora.ts';

test('every page of the site is on a tour that looks at its accessibility', () => {
  const files = readdirSync(inRoot('web/src/routes'), { recursive: true, encoding: 'utf8' });
  const routes = files
    .filter((file) => file.endsWith('+page.svelte'))
    .map((file) => routeOf(file.replaceAll('\\', '/')));
  expect(routes.length).toBeGreaterThan(40);
  const seen = Object.values(tours).flatMap((stops) => stops.map((stop) => routeFor(pathOf(stop), routes)));
  expect(routes.filter((route) => !seen.includes(route))).toEqual([]);
});

describe('the RGAA', () => {
  const answers = Object.entries(rgaa);

  test('has 106 criteria, each answered once', () => {
    expect(answers.length).toBe(106);
    const { criteria, conforms, fails, none } = rgaaResult();
    expect(conforms + fails.length + none).toBe(criteria);
  });

  test.skipIf(!haveCorpora)('has the criteria of its authors’ own file', () => {
    const { topics } = JSON.parse(corpus('a11y/rgaa_4.1.2_criteres.json')) as {
      topics: { number: number; criteria: { criterium: { number: number } }[] }[];
    };
    const ids = topics.flatMap(({ number, criteria }) =>
      criteria.map(({ criterium }) => `${number}.${criterium.number}`),
    );
    expect(Object.keys(rgaa)).toEqual(ids);
  });

  test.each(answers)('%s is answered by something that exists', (_id, answer) => {
    if (answer.state === 'watched') return;
    expect(answer.how).toMatch(/\S{2}/);
    if (answer.state !== 'conforms') return;
    const [file, name] = answer.proof;
    expect(existsSync(inRoot(file)), file).toBe(true);
    if (name) expect(readFileSync(inRoot(file), 'utf8')).toContain(name);
    else expect(file).not.toContain('.test.');
  });

  test('what fails is told in both languages, and nothing else is', () => {
    const { fails } = rgaaResult();
    for (const words of [fr, en]) expect(Object.keys(words.pages.access.fails)).toEqual(fails);
  });
});

/** Tokens of one block of the style sheet, by name. */
function tokensOf(opening: string): Record<string, string> {
  const css = readFileSync(inRoot('web/src/tokens.css'), 'utf8');
  const from = css.indexOf(opening);
  expect(from, opening).toBeGreaterThanOrEqual(0);
  const block = css.slice(from, css.indexOf('\n}', from));
  const tokens: Record<string, string> = {};
  for (const [, name, value] of block.matchAll(/--([\w-]+):\s*(#[\da-f]{6})\b/g)) tokens[name!] = value!;
  return tokens;
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

test('lines, marks and the ring of focus stand out from what they lie on by 3 to 1, in both themes', () => {
  const light = tokensOf(':root {');
  const dark = { ...light, ...tokensOf("[data-theme='dark'] {") };
  const grounds = ['ground', 'surface', 'raised'];
  const marks = ['line-strong', 'contour', 'focus', 'ok', 'warn', 'bad', 'info', 'idle', 'primary-text', 'brass'];
  const pairs = [
    ...marks.flatMap((mark) => grounds.map((ground) => [mark, ground] as const)),
    ['focus-on-band', 'band'],
    ['band-line', 'band'],
    ['map-line', 'map-land'],
    ['map-pin', 'map-land'],
    ['map-pin', 'map-covered'],
  ] as const;
  for (const [theme, tokens] of Object.entries({ light, dark }))
    for (const [mark, ground] of pairs)
      expect(contrast(tokens[mark]!, tokens[ground]!), `${mark} on ${ground}, ${theme}`).toBeGreaterThanOrEqual(3);
});
