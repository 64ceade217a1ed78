import { expect, test } from 'vitest';
import { Checker } from '../../../gateway/modules/files/check/checker.ts';
import { inspect } from '../../../gateway/modules/files/check/inspect.ts';
import { fileKindNames } from '../../../schema/files.ts';

const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><path d="M0 0"/></svg>');

test('a file is judged in a thread as it would be here, several wait their turn', async () => {
  const checker = new Checker();
  const [apart, here] = [await checker.check(svg, fileKindNames), await inspect(svg, fileKindNames)];
  expect({ ...apart, kept: [] }).toEqual({ ...here, kept: [] });
  const many = await Promise.all([1, 2, 3].map(() => checker.check(svg, ['pdf'])));
  expect(many).toEqual(Array.from({ length: 3 }, () => ({ ok: false, fault: 'kind' })));
});

test('a thread that takes too long is ended, its file refused, and the next one judged', async () => {
  const hurried = new Checker(1);
  for (let n = 0; n < 3; n++)
    expect(await hurried.check(svg, fileKindNames)).toEqual({ ok: false, fault: 'tooComplex' });
});
