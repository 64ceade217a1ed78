import ICAL from 'ical.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { borrowedLine, busyLine, counterLines, lentLine } from '../../gateway/modules/agenda/feed-events.ts';
import { type FeedEvent, feedText } from '../../gateway/modules/agenda/feed.rules.ts';
import { feedWords } from '../../gateway/modules/agenda/feed.words.ts';
import type { Booking } from '../../gateway/modules/calendar/booking.entity.ts';
import type { Loan } from '../../gateway/modules/borrowing/loan.entity.ts';

const instant = (iso: string) => new Date(iso);
const event = (more: Partial<FeedEvent> = {}): FeedEvent => ({
  uid: 'loan-1',
  from: instant('2026-11-24T08:00:00Z'),
  until: instant('2026-11-24T12:00:00Z'),
  title: 'Scanner',
  sequence: 0,
  changedAt: instant('2026-11-20T08:00:00Z'),
  ...more,
});
const written = (events: FeedEvent[], timeZone = 'Europe/Paris') =>
  feedText({ name: 'Échanges', language: 'fr', timeZone, events });
const read = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as never)
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component));

describe('what another calendar program reads in a feed', () => {
  test.each([
    ['the night when clocks go back in Paris', '2026-10-24T23:30:00Z', '2026-10-25T02:30:00Z', 'Europe/Paris'],
    ['the hour that happens twice, its second time', '2026-10-25T01:15:00Z', '2026-10-25T01:45:00Z', 'Europe/Paris'],
    ['the night when clocks jump forward', '2027-03-28T00:30:00Z', '2027-03-28T01:30:00Z', 'Europe/Paris'],
    ['a morning in La Réunion', '2026-11-24T04:00:00Z', '2026-11-24T08:00:00Z', 'Indian/Reunion'],
    ['an evening in Martinique', '2026-11-24T22:00:00Z', '2026-11-25T01:00:00Z', 'America/Martinique'],
    ['a day in Nouméa', '2026-11-23T21:00:00Z', '2026-11-24T06:00:00Z', 'Pacific/Noumea'],
  ])('%s is the same two instants', (_name, from, until, zone) => {
    const [one] = read(written([event({ from: instant(from), until: instant(until) })], zone));
    expect([one!.startDate.toJSDate(), one!.endDate.toJSDate()]).toEqual([instant(from), instant(until)]);
  });

  test('any words come back as they were written, line by line of 75 bytes', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 200 }).map((text) => text.replace(/[\p{Cc}\p{Cs}]/gu, ''));
    fc.assert(
      fc.property(words, words, (title, text) => {
        const ics = written([event({ title: `S${title}`, text: `D${text}` })]);
        const [one] = read(ics);
        expect(one!.summary).toBe(`S${title}`);
        expect(one!.description).toBe(`D${text}`);
        for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      }),
      { numRuns: 100 },
    );
  });

  test('the same events give the same bytes, and a change another SEQUENCE', () => {
    expect(written([event()])).toBe(written([event()]));
    const [one] = read(written([event({ sequence: 4 })]));
    expect(one!.sequence).toBe(4);
    expect(one!.uid).toBe('loan-1@maillage');
    expect(one!.component.getFirstPropertyValue('last-modified')?.toString()).toBe('2026-11-20T08:00:00Z');
  });
});

const loan = (more: Partial<Loan> = {}) =>
  ({
    _id: 'l1',
    code: 'BP-2026-0001',
    status: 'accepted',
    from: instant('2026-11-24T08:00:00Z'),
    until: instant('2026-11-24T12:00:00Z'),
    revision: 2,
    askedAt: instant('2026-11-20T08:00:00Z'),
    history: [{ at: instant('2026-11-21T08:00:00Z'), event: 'accept', by: 'lender' }],
    ...more,
  }) as Loan;
const named = (more: Partial<Loan> = {}) => ({
  loan: loan(more),
  machine: 'Scanner',
  unitCode: 'BOI-01',
  lender: 'La Boîte',
  borrower: 'Les Copeaux',
  place: '1 rue des Essais, 41000 Blois',
});
const words = feedWords.fr;

describe('the lines of a feed', () => {
  test('a borrower is reminded an hour before fetching and an hour before returning', () => {
    const line = borrowedLine(named(), words, 'https://m.example');
    const [one] = read(written([line]));
    const triggers = one!.component
      .getAllSubcomponents('valarm')
      .map((alarm) => (alarm.getFirstPropertyValue('trigger') as ICAL.Duration).toSeconds());
    expect(triggers).toEqual([-3600, 3 * 3600]);
    expect(one!.location).toBe('1 rue des Essais, 41000 Blois');
  });

  test('a request is tentative, and nobody is sent to the counter for it', () => {
    const asked = named({ status: 'asked' });
    expect(lentLine(asked, words, '')).toMatchObject({
      tentative: true,
      title: 'À confirmer\u00A0: Scanner, prêt à Les Copeaux',
    });
    expect(counterLines(asked, words, '')).toEqual([]);
  });

  test('a hand-over and a return keep their ids when the loan moves', () => {
    const ids = (more: Partial<Loan>) => counterLines(named(more), words, '').map(({ uid }) => uid);
    expect(ids({ until: instant('2026-11-25T12:00:00Z') })).toEqual(ids({}));
  });

  test('a machine that others have says nothing but that it is taken, preparation included', () => {
    const booking = {
      _id: '6743e1000000000000000000',
      subjectId: 'l1',
      from: instant('2026-11-24T08:00:00Z'),
      until: instant('2026-11-24T12:00:00Z'),
      blockFrom: instant('2026-11-24T07:30:00Z'),
      blockUntil: instant('2026-11-24T12:30:00Z'),
    } as Booking;
    const text = written([busyLine(booking, undefined, words.equipment)]);
    expect(text).toContain('SUMMARY:Occupé');
    expect(text).not.toMatch(/Copeaux|BP-|\bl1\b/);
    expect(read(text)[0]!.startDate.toJSDate()).toEqual(booking.blockFrom);
  });
});
