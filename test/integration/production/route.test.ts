import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { Usage } from '../../../gateway/commands/command.ts';
import { routeCommand } from '../../../gateway/commands/route.ts';
import { useApp } from '../../support/app.ts';
import { lab } from '../../support/exchange.ts';

const world = useApp();
const folder = mkdtempSync(join(tmpdir(), 'maillage-route-'));
const file = (name: string, value: unknown) => {
  const path = join(folder, name);
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
};

interface Answer {
  id: string;
  ranked: { lab: { city: string }; distanceKm: number | null; verdict: string; score: number; reasons: object[] }[];
  excluded: Record<string, number>;
  nearMisses: { lab: { city: string }; requirement: string }[];
  refused?: { reason: string };
}

async function route(...args: string[]) {
  const printed: string[] = [];
  const said: string[] = [];
  const kit = {
    app: world.app,
    clock: world.clock.read,
    print: (t: string) => printed.push(t),
    say: (t: string) => said.push(t),
  };
  const code = await routeCommand.run(args, kit);
  return { code, said, answers: JSON.parse(printed.join('\n')) as Answer[] };
}

beforeAll(async () => {
  await lab('Blois');
  await lab('Tours', { can: { maxThicknessMm: 3 } });
  await lab('Brest', { can: { process: 'fff', material: 'pla' } });
});

const plate = {
  id: 'a',
  processes: ['laser cutting'],
  material: 'plywood 5 mm',
  quantity: 4,
  dimensions_mm: [200, 100, 5],
};

test('ranks each request of a file, and says who was removed by what', async () => {
  const { code, answers, said } = await route(
    file('two.json', [plate, { ...plate, id: 'b', processes: ['weaving'] }]),
    '--near',
    'Blois',
  );
  expect(code).toBe(1);
  expect(answers.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(answers[0]!.ranked.map(({ lab: { city }, distanceKm, verdict }) => [city, distanceKm, verdict])).toEqual([
    ['Blois', 0, 'yes'],
  ]);
  expect(answers[0]!.excluded).toEqual({ process: 1, thickness: 1 });
  expect(answers[0]!.nearMisses).toMatchObject([{ lab: { city: 'Tours' }, requirement: 'thickness' }]);
  expect(answers[1]).toMatchObject({ ranked: [], refused: { reason: 'process_unknown' } });
  expect(said.at(-1)).toMatch(/^1 requests in \d+ ms$/);
});

test('takes one object, no place, and a day', async () => {
  const { code, answers } = await route(file('one.json', plate), '--by', '2026-12-12');
  expect(code).toBe(0);
  expect(answers[0]!.ranked[0]).toMatchObject({ distanceKm: null, reasons: expect.anything() as object[] });
  expect(answers[0]!.ranked[0]!.reasons).toContainEqual(
    expect.objectContaining({ requirement: 'deadline', verdict: 'yes' }),
  );
});

test.each([
  ['no file', [] as string[], /Name one file/],
  ['a missing file', [join(folder, 'none.json')], /cannot be read/],
  ['what is no JSON', [file('bad.json', '{ "id": ')], /is not JSON/],
  ['an unknown place', [file('ok.json', plate), '--near', 'Nulle-Part-les-Bains'], /No place answers/],
  ['a day that is none', [file('ok2.json', plate), '--by', '2026-02-31'], /is not a day/],
  ['an unknown option', [file('ok3.json', plate), '--far'], /--far/],
])('refuses %s in words', async (_what, args, words) => {
  const refusal = await route(...args).then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(refusal).toBeInstanceOf(Usage);
  expect((refusal as Usage).message).toMatch(words);
});
