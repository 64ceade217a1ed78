import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { visitor } from '../../../gateway/modules/identity/viewer.ts';
import { WorkshopRecord } from '../../../gateway/modules/workshop/workshop.entity.ts';
import { transaction } from '../../../gateway/platform/database.ts';
import { useApp } from '../../support/app.ts';
import { workshop } from '../../support/world.ts';

const world = useApp();

const names = async () => {
  const { workshops } = await world.get<{ workshops: { nodes: { name: string }[]; totalCount: number } }>(
    visitor,
    '{ workshops(first: 50, sort: name) { totalCount nodes { name } } }',
  );
  expect(workshops.nodes).toHaveLength(workshops.totalCount);
  return workshops.nodes.map(({ name }) => name);
};

describe('changes that end in another order than they began', () => {
  beforeEach(async () => {
    await WorkshopRecord.deleteMany({});
    for (const name of ['b', 'd']) await workshop('Blois', { name, nameKey: name });
  });

  /** Runs `meanwhile` once the transaction has written, before it ends. */
  async function whileOpen(write: () => Promise<unknown>, meanwhile: () => Promise<unknown>) {
    let wrote = () => {};
    const written = new Promise<void>((resolve) => (wrote = resolve));
    let end = () => {};
    const ended = new Promise<void>((resolve) => (end = resolve));
    const whole = transaction(async () => {
      await write();
      wrote();
      await ended;
    });
    await Promise.race([written, whole]);
    try {
      await meanwhile();
    } finally {
      end();
    }
    await whole;
  }
  const renamed = (from: string, to: string) =>
    WorkshopRecord.updateOne({ name: from }, { $set: { name: to, nameKey: to } });

  test('what was written first and ended last shows, though a directory was asked in between', async () => {
    await whileOpen(
      () => renamed('d', 'a'),
      async () => {
        await sleep(5);
        await renamed('b', 'c').catch(() => renamed('b', 'c'));
        expect(await names()).toEqual(['c', 'd']);
      },
    );
    expect(await names()).toEqual(['a', 'c']);
  });

  test('a deletion that has not ended yet hides nothing, and once ended it shows', async () => {
    await whileOpen(
      () => WorkshopRecord.deleteOne({ name: 'b' }),
      async () => expect(await names()).toEqual(['b', 'd']),
    );
    expect(await names()).toEqual(['d']);
  });

  test('thirty at once all end, and all show', async () => {
    const made = Array.from({ length: 30 }, (_, n) => `atelier ${String(n).padStart(2, '0')}`);
    for (const name of made) await workshop('Blois', { name, nameKey: name });
    await Promise.all(
      made.map(async (name) => {
        await transaction(() => renamed(name, `z ${name}`));
        expect(await names()).toContain(`z ${name}`);
      }),
    );
    expect(await names()).toEqual(['b', 'd', ...made.map((name) => `z ${name}`)]);
  });
});
