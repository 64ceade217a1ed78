import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayPhotograph, mayTakeOff } from '../../../gateway/modules/borrowing/loan-photos.rules.ts';
import { mayWriteFiles, opensFiles } from '../../../gateway/modules/production/part-files.rules.ts';
import { loanStatuses } from '../../../schema/loans.ts';
import { offerStates, requestStates } from '../../../schema/production.ts';
import { isSame, leftOver } from '$lib/files/left.ts';

test('each side photographs each moment until the next document, and nobody else ever does', () => {
  const open = Object.fromEntries(loanStatuses.map((status) => [status, mayPhotograph(status, 'borrower')]));
  expect(open).toEqual({
    ...Object.fromEntries(loanStatuses.map((status) => [status, []])),
    accepted: ['hand_over_photo'],
    out: ['hand_over_photo', 'take_back_photo'],
    returned: ['take_back_photo'],
    trouble: ['take_back_photo'],
  });
  for (const status of loanStatuses) {
    expect(mayPhotograph(status, 'lender')).toEqual(open[status]);
    for (const side of ['lender', 'borrower'] as const) expect(mayPhotograph(status, side, 'trainer')).toEqual([]);
    for (const side of ['system', undefined] as const) expect(mayPhotograph(status, side)).toEqual([]);
  }
});

test('a photo is taken off by who took it, before its document is signed', () => {
  const cases = loanStatuses.flatMap((status) =>
    (['hand_over_photo', 'take_back_photo'] as const)
      .filter((purpose) => mayTakeOff(purpose, status, 'lender', true))
      .map((purpose) => `${status} ${purpose}`),
  );
  expect(cases).toEqual(['accepted hand_over_photo', 'out take_back_photo']);
  for (const status of loanStatuses) {
    expect(mayTakeOff('hand_over_photo', status, 'lender', false)).toBe(false);
    expect(mayTakeOff('hand_over_photo', status, undefined, true)).toBe(false);
  }
});

test('an offer opens files while it waits and while the run that it won lasts, never after', () => {
  const now = new Date('2026-11-23T08:00:00Z');
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.constantFrom(...offerStates),
      fc.constantFrom(...requestStates),
      fc.integer({ min: -5, max: 5 }),
      (open, state, request, minutes) => {
        const expiresAt = new Date(now.getTime() + minutes * 60_000);
        const opens = opensFiles({ open, state, expiresAt }, request, now);
        if (open) expect(opens).toBe(minutes > 0);
        else expect(opens).toBe(state === 'accepted' && ['awarded', 'in_production', 'delivered'].includes(request));
      },
    ),
  );
  expect(requestStates.filter((state) => !mayWriteFiles(state))).toEqual(['delivered', 'done', 'cancelled']);
});

test('what was left of an upload is taken up by the very same file, within a day', () => {
  const one = { name: 'a.png', size: 9, modified: 5 };
  const left = {
    ...one,
    purpose: 'request_file' as const,
    subjectId: 's',
    href: '/files/upload/a',
    ticket: 't',
    at: 0,
  };
  expect(isSame(left, { name: 'a.png', size: 9, lastModified: 5 })).toBe(true);
  for (const other of [{ name: 'b.png' }, { size: 8 }, { lastModified: 6 }])
    expect(isSame(left, { name: 'a.png', size: 9, lastModified: 5, ...other })).toBe(false);
  const store = new Map([['maillage.envois', JSON.stringify([left])]]);
  const before = globalThis.localStorage;
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    value: { getItem: (key: string) => store.get(key) ?? null },
  });
  expect(leftOver(86_399_999)).toEqual([left]);
  expect(leftOver(86_400_000)).toEqual([]);
  store.set('maillage.envois', '{broken');
  expect(leftOver(0)).toEqual([]);
  Object.defineProperty(globalThis, 'localStorage', { configurable: true, value: before });
});
