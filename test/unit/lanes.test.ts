import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Lanes } from '../../gateway/platform/lanes.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const wait = (ms: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** Some who want the same things, each busy for a while; gives the order in which they began, and how many at once. */
async function line(size: number, busyMs: (n: number) => number, keysOf: (n: number) => string[]) {
  const lanes = new Lanes();
  const began: number[] = [];
  let [inside, most] = [0, 0];
  const all = Array.from({ length: size }, async (_, n) => {
    const { leave } = await lanes.enter(keysOf(n));
    began.push(n);
    most = Math.max(most, ++inside);
    await wait(busyMs(n));
    inside--;
    leave();
  });
  await vi.advanceTimersByTimeAsync(600_000);
  await Promise.all(all);
  return { began, most };
}

const everyone = Array.from({ length: 40 }, (_, n) => n);

test('a long line that moves keeps its order and its one at a time, however slow each is', async () => {
  const { began, most } = await line(
    40,
    () => 1_000,
    () => ['lot'],
  );
  expect(began).toEqual(everyone);
  expect(most).toBe(1);
});

test('nobody waits for one who is stuck longer than a line may stand still', async () => {
  const { began, most } = await line(
    3,
    (n) => (n === 0 ? 60_000 : 100),
    () => ['lot'],
  );
  expect(began).toEqual([0, 1, 2]);
  expect(most).toBe(3);
});

test('those who want several things in opposite orders never wait for each other', async () => {
  const { began, most } = await line(
    40,
    () => 100,
    (n) => (n % 2 ? ['lot', 'laser'] : ['laser', 'lot']),
  );
  expect(began).toEqual(everyone);
  expect(most).toBe(1);
});

test('who wants something else goes at once', async () => {
  const { most } = await line(
    4,
    () => 100,
    (n) => [`lot ${n}`],
  );
  expect(most).toBe(4);
});
