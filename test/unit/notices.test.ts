import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { compose } from '../../gateway/modules/notice/compose.ts';
import { groupsOf } from '../../gateway/modules/notice/mails/digest.ts';
import type { DigestItem, OutgoingMail } from '../../gateway/modules/notice/notice.entity.ts';
import { mailToken, readMailToken } from '../../gateway/modules/notice/subscription.service.ts';
import {
  deliveryOf,
  nextDigest,
  outOfQuiet,
  usualPreferences,
  wantsReminder,
} from '../../gateway/modules/notice/timing.rules.ts';
import { readdirSync } from 'node:fs';
import { pageOf } from '../../web/src/lib/notice/pages.ts';
import { topics } from '../../schema/vocabulary.ts';
import { happeningKeys } from '../../schema/events.ts';
import { noticeChannels, noticeTypeOf, noticeTypes, urgentEvents } from '../../schema/notices.ts';

const zones = ['Europe/Paris', 'Indian/Reunion', 'America/Guadeloupe', 'Pacific/Noumea', 'America/New_York'];
const HOUR = 3_600_000;
const local = (instant: Date, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
const clockOf = (instant: Date, zone: string) =>
  local(instant, zone).toPlainTime().toString({ smallestUnit: 'minute' });
const time = fc
  .integer({ min: 0, max: 1_439 })
  .map((at) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`);
/** A year in which clocks change both ways, to the minute. */
const instant = fc
  .integer({ min: 0, max: 366 * 24 * 60 })
  .map((minutes) => new Date(Date.UTC(2026, 0, 1) + minutes * 60_000));
const aroundChanges = fc
  .tuple(fc.constantFrom('2026-03-29T00:00:00Z', '2026-10-25T00:00:00Z'), fc.integer({ min: -1_440, max: 1_440 }))
  .map(([day, minutes]) => new Date(Date.parse(day) + minutes * 60_000));
const quietAt = ({ from, to }: { from: string; to: string }, at: string) =>
  from < to ? from <= at && at < to : from !== to && (from <= at || at < to);
/** Whether clocks jump forward to this instant: an end that they skip is over then, whatever they say. */
const skips = (instant: Date, zone: string) => {
  const before = new Date(instant.getTime() - 60_000);
  return local(instant, zone).offsetNanoseconds > local(before, zone).offsetNanoseconds;
};

describe('quiet hours', () => {
  test('a mail leaves at once outside them, else at their end: never within, never a day late, over midnight and both changes of clocks', () => {
    fc.assert(
      fc.property(fc.oneof(instant, aroundChanges), time, time, fc.constantFrom(...zones), (now, from, to, zone) => {
        const quiet = { from, to };
        const leaves = outOfQuiet(quiet, zone, now);
        if (!skips(leaves, zone)) expect(quietAt(quiet, clockOf(leaves, zone))).toBe(false);
        expect(leaves.getTime()).toBeGreaterThanOrEqual(now.getTime());
        expect(leaves.getTime() - now.getTime()).toBeLessThanOrEqual(25 * HOUR);
        if (!quietAt(quiet, clockOf(now, zone))) expect(leaves).toEqual(now);
      }),
      { numRuns: 2_000 },
    );
  });

  test('from nine in the evening, a mail of ten leaves at half past seven the next morning', () => {
    const quiet = { from: '21:00', to: '07:30' };
    expect(outOfQuiet(quiet, 'Europe/Paris', new Date('2026-11-23T21:00:00Z'))).toEqual(
      new Date('2026-11-24T06:30:00Z'),
    );
    expect(outOfQuiet(quiet, 'Europe/Paris', new Date('2026-11-24T03:00:00Z'))).toEqual(
      new Date('2026-11-24T06:30:00Z'),
    );
    expect(outOfQuiet(quiet, 'Europe/Paris', new Date('2026-11-24T06:30:00Z'))).toEqual(
      new Date('2026-11-24T06:30:00Z'),
    );
    expect(outOfQuiet(quiet, 'Europe/Paris', new Date('2026-10-24T22:00:00Z'))).toEqual(
      new Date('2026-10-25T06:30:00Z'),
    );
  });

  test('an end that the change of clocks skips is over at the change', () => {
    for (const [from, to] of [
      ['02:01', '02:00'],
      ['02:02', '02:01'],
      ['23:00', '02:59'],
    ] as const)
      expect(outOfQuiet({ from, to }, 'Europe/Paris', new Date('2026-03-29T00:00:00Z'))).toEqual(
        new Date('2026-03-29T01:00:00Z'),
      );
  });

  test('what is urgent does not wait', () => {
    const night = new Date('2026-11-24T02:00:00Z');
    const wishes = { ...usualPreferences, quiet: { from: '21:00', to: '07:30' } };
    for (const event of happeningKeys) {
      const delivery = deliveryOf(event, wishes, night);
      if (delivery.how === 'mail') expect(delivery.at.getTime() === night.getTime()).toBe(urgentEvents.includes(event));
    }
  });
});

describe('digests', () => {
  test('leave after now, within a day or a week, at eight of the morning; the weekly one on a Monday', () => {
    fc.assert(
      fc.property(fc.oneof(instant, aroundChanges), fc.constantFrom(...zones), (now, timeZone) => {
        const wishes = { ...usualPreferences, timeZone };
        const daily = nextDigest('daily', wishes, now);
        const weekly = nextDigest('weekly', wishes, now);
        expect(daily > now && daily.getTime() - now.getTime() <= 25 * HOUR).toBe(true);
        expect(weekly > now && weekly.getTime() - now.getTime() <= (7 * 24 + 1) * HOUR).toBe(true);
        expect(clockOf(daily, timeZone)).toBe('08:00');
        expect([clockOf(weekly, timeZone), local(weekly, timeZone).dayOfWeek]).toEqual(['08:00', 1]);
      }),
    );
  });

  const item = (subjectId: string, minutes: number, event: DigestItem['event'] = 'borrowing.accept'): DigestItem => ({
    event,
    topic: 'loan',
    subjectId,
    at: new Date(Date.UTC(2026, 10, 24, 8, minutes)),
    params: {
      loan: subjectId,
      code: `BP-${subjectId}`,
      machine: `Machine ${subjectId}`,
      lender: 'Blois',
      borrower: 'Tours',
    },
  });

  test('every line stands once, under the thing that it is about, in the order of its hours', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 20 }), (subjects) => {
        const items = subjects.map((subject, at) => item(subject, at));
        const groups = groupsOf(items, 'fr', 'Europe/Paris');
        expect(groups.map(({ title }) => title).sort()).toEqual(
          [...new Set(subjects)].map((subject) => `Machine ${subject}, BP-${subject}`).sort(),
        );
        expect(groups.flatMap(({ lines }) => lines)).toHaveLength(subjects.length);
        expect(groups[0]!.title).toContain(subjects.at(-1));
        for (const { lines } of groups) expect(lines).toEqual([...lines].sort());
      }),
    );
  });

  const digest = (locale: 'fr' | 'en'): OutgoingMail => ({
    _id: 'digest-1',
    to: 'lou@example.org',
    locale,
    event: 'notice.digest',
    personId: 'p1',
    scope: 'daily',
    params: { digest: 'daily', zone: 'Europe/Paris', more: 2 },
    items: [item('a', 0, 'borrowing.ask'), item('b', 5), item('a', 10)],
    status: 'pending',
    attempts: 0,
    nextAt: new Date(0),
  });

  test('reads in the language of the person, as text and as HTML, with its links', () => {
    const fr = compose(digest('fr'), 'https://maillage.example', 'secret');
    expect(fr.subject).toBe('Votre journée\u00a0: 5 nouvelles');
    expect(fr.text).toContain('Machine a, BP-a\n- mar. 24 nov. à 9\u00a0h, Machine a\u00a0: répondez avant');
    expect(fr.text).toContain('Et 2 autres, à lire dans vos notifications.');
    expect(fr.html).toContain('href="https://maillage.example/echanges/b"');
    expect(fr.html).toContain('<meta name="color-scheme" content="light dark">');
    const en = compose(digest('en'), 'https://maillage.example', 'secret');
    expect(en.subject).toBe('Your day: 5 updates');
    expect(en.text).toContain('Tue 24 Nov at 9:00');
    expect(en.html).toContain('lang="en"');
  });

  test('says in its headers how to stop it; a mail about an account does not', () => {
    const { headers } = compose(digest('fr'), 'https://maillage.example', 'secret');
    const token = mailToken('secret', 'p1', 'daily');
    expect(headers).toMatchObject({
      'List-Unsubscribe': `<https://maillage.example/desabonnement/${token}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
    const { personId: _, scope: __, items: ___, ...rest } = digest('fr');
    const account = compose(
      { ...rest, event: 'identity.verify', params: { url: '/v' } },
      'https://maillage.example',
      's',
    );
    expect(account.headers).not.toHaveProperty('List-Unsubscribe');
  });
});

test('a link that stops mails says whose and which, and no other secret makes it', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.constantFrom(...noticeTypes, 'daily' as const, 'weekly' as const), (personId, scope) => {
      const token = mailToken('secret', personId, scope);
      expect(readMailToken('secret', token)).toEqual({ personId, scope });
      expect(readMailToken('other', token)).toBeUndefined();
      expect(readMailToken('secret', token.replace(scope, scope === 'late' ? 'loans' : 'late'))).toBeUndefined();
      expect(readMailToken('secret', `${token}x`)).toBeUndefined();
    }),
  );
  fc.assert(fc.property(fc.string(), (text) => void expect(readMailToken('secret', text)).toBeUndefined()));
});

test('every event is of one sort, and each channel does what it says', () => {
  const now = new Date('2026-11-24T10:00:00Z');
  for (const event of happeningKeys) {
    const type = noticeTypeOf(event);
    expect(noticeTypes).toContain(type);
    for (const channel of noticeChannels) {
      const { how } = deliveryOf(event, { ...usualPreferences, channels: { [type]: channel } }, now);
      expect(how).toBe({ at_once: 'mail', daily: 'digest', weekly: 'digest', in_app: 'none' }[channel]);
    }
  }
});

test('whatever a notification is about, its link opens a page that exists', () => {
  const routes = readdirSync('web/src/routes', { recursive: true, encoding: 'utf8' })
    .filter((path) => /\+(?:page\.svelte|server\.ts)$/.test(path))
    .map((path) => new RegExp(`^/${path.replace(/\/?\+[a-z.]+$/, '').replace(/\[[^\]]+\]/g, '[^/]+')}$`));
  for (const topic of topics) {
    const page = pageOf(topic, 'id');
    expect(
      routes.some((route) => route.test(page)),
      `${topic}: ${page}`,
    ).toBe(true);
  }
});

test('a person is reminded at the lead that they chose, and on the day when they wish', () => {
  const wishes = { ...usualPreferences, remindBefore: 2 as const, remindOnDay: false };
  expect([48, 24, 2, 'day' as const].filter((step) => wantsReminder(wishes, step))).toEqual([2]);
});
