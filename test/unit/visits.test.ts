import { describe, expect, test } from 'vitest';
import { en } from '$lib/i18n/en.ts';
import { formatFor } from '$lib/i18n/format.ts';
import { fr } from '$lib/i18n/fr.ts';
import { journeyOf, wordsOf } from '$lib/borrowing/kinds.ts';
import { turnOf } from '$lib/borrowing/turn.ts';
import type { LoanSeen } from '$lib/borrowing/loan.ts';
import { borrowedLine, counterLines, lentLine } from '../../gateway/modules/agenda/feed-events.ts';
import { feedWords } from '../../gateway/modules/agenda/feed.words.ts';
import { openMoves } from '../../gateway/modules/borrowing/borrowing.rules.ts';
import type { Loan } from '../../gateway/modules/borrowing/loan.entity.ts';
import { slipSheet } from '../../gateway/modules/counter/slip.rules.ts';
import { mails } from '../../gateway/modules/notice/mails.ts';
import {
  type LoanEvent,
  loanMoveNames,
  loanMoves,
  loanSides,
  loanStatuses,
  type LoanStep,
} from '../../schema/loans.ts';
import { paper } from '../../schema/paper.ts';

const locales = ['fr', 'en'] as const;
const messages = { fr, en };
/** Words of things: wrong for somebody, in either language. */
const ofThings =
  /\b(la|cette|une|the|this|a) machine\b|équipement|exemplaire|appareil|\bprêt(é|er)?\b|emprunt|\brendre\b|\brendu|\bremis|retour|\bloan\b|\blend|\blent\b|\bborrow|\bunit\b|equipment|hand-over|handed|\breturn/i;

/** Steps that a visit can take: those of the counter are not among them, nor what would take them back. */
const counter = new Set<string>(['take_back', 'undo_take_back', 'undo_hand_over', 'hand_over']);
const visitMoves = loanMoveNames.filter(
  (move) => (loanMoves[move] as LoanStep).travels !== false && !counter.has(move),
);
const visitEvents: LoanEvent[] = ['ask', 'book', ...visitMoves];

const from = new Date('2026-11-24T08:00:00Z');
const loan = (more: Partial<Loan> = {}) =>
  ({
    _id: 'l1',
    code: 'VF-2026-0001',
    kind: 'trainer',
    status: 'accepted',
    use: 'take_away',
    from,
    until: new Date('2026-11-24T12:00:00Z'),
    revision: 2,
    askedAt: new Date('2026-11-20T08:00:00Z'),
    holdUntil: new Date('2026-11-22T08:00:00Z'),
    note: 'Découpe laser',
    terms: { conditions: 'Huit personnes au plus.' },
    price: { totalCents: 22_900, depositCents: 0 },
    travel: { city: 'Tours', km: 69, minutes: 85, cents: 6_900 },
    consents: [],
    history: [{ at: new Date('2026-11-21T08:00:00Z'), event: 'accept', by: 'lender' }],
    ...more,
  }) as unknown as Loan;
const textsOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsOf)
      : [];

test('what a visit goes through is what its rules let it go through', () => {
  const states = new Set(journeyOf('trainer').path.map(([status]) => status));
  for (const status of loanStatuses)
    for (const actor of [...loanSides, 'system'] as const)
      for (const move of openMoves({ kind: 'trainer', status, from, until: from }, actor, new Date('2027-01-01')))
        if (states.has(status)) expect(loanMoves[move].to).not.toBe('out');
  expect(states).not.toContain('out');
});

describe.each(locales)('in %s', (locale) => {
  const params = {
    kind: 'trainer',
    loan: 'l1',
    code: 'VF-2026-0001',
    machine: 'Ana',
    lender: 'Blois',
    borrower: 'Tours',
    person: 'Lou',
    city: 'Blois',
    zone: 'Europe/Paris',
    note: 'Bonjour',
    from: '2026-11-24T08:00:00.000Z',
    until: '2026-11-24T12:00:00.000Z',
    holdUntil: '2026-11-22T08:00:00.000Z',
    wanted: null,
  };

  test.each([...visitEvents, 'hand_over_soon' as const, 'hand_over_today' as const, 'basket_broken' as const])(
    'the mail of %s speaks of somebody, not of a thing',
    (event) => {
      const { subject, lines, button } = mails[`borrowing.${event}`][locale](params);
      expect([subject, ...lines, button?.label].join('\n')).not.toMatch(ofThings);
      expect(`${subject} ${lines.join(' ')}`).toMatch(/Ana|Tours/);
    },
  );

  test('every line of its notifications, statuses, steps and journal does too', () => {
    const words = wordsOf(messages[locale], 'trainer');
    const { events } = messages[locale].happenings;
    const said = visitEvents.flatMap((event) => [
      messages[locale].notices.byKind.trainer[`borrowing.${event}`] ?? events[`borrowing.${event}`],
      words.event[event],
    ]);
    const statuses = loanStatuses.filter((status) => status !== 'out').map((status) => words.status[status]);
    const moves = visitMoves.filter((move) => !move.startsWith('undo')).map((move) => words.move[move]);
    for (const text of [...said, ...statuses, ...moves, ...textsOf(words.ticket), ...textsOf(words.need)])
      expect(text).not.toMatch(ofThings);
  });

  test('whose turn it is reads so in every state, on both sides', () => {
    const t = messages[locale];
    for (const status of loanStatuses.filter((one) => one !== 'out'))
      for (const side of loanSides)
        for (const can of [[], ['visit'], ['agree'], ['accept']]) {
          const seen = {
            ...loan(),
            status,
            side,
            can,
            turns: [side],
            from: params.from,
            until: params.until,
            holdUntil: params.holdUntil,
            borrower: { name: 'Tours' },
            lender: { name: 'Blois', address: '', city: 'Blois' },
            person: { name: 'Lou' },
            consents: [{ party: { name: 'Ana' } }],
          } as unknown as LoanSeen;
          const { title, text } = turnOf(t, formatFor(locale), seen, params.from, params.from);
          expect(`${title} ${text}`).not.toMatch(ofThings);
        }
  });

  test('its sheet has the road, one pair of signatures, and neither unit nor deposit nor list', () => {
    const facts = {
      loan: loan(),
      machine: 'Ana',
      unit: 'BOI-VF-01',
      checklist: ['Câble'],
      lender: { name: 'Blois', address: '' },
      borrower: 'Tours',
      person: 'Lou',
      link: 'https://m.example/q/VF-2026-0001',
    };
    const format = { language: locale, when: String, money: String, zone: '', madeAt: from };
    const sheet = slipSheet(facts, paper[locale].trainer, format);
    const text = textsOf(sheet).join('\n');
    expect(text).not.toMatch(ofThings);
    expect(text).not.toContain('BOI-VF-01');
    expect(text).toContain('69 km');
    expect(sheet.blocks.filter(({ kind }) => kind === 'signatures')).toHaveLength(1);
    expect(sheet.blocks.some(({ kind }) => kind === 'checks')).toBe(false);
  });

  test('a calendar says who comes where, and sends nobody to a counter', () => {
    const named = { loan: loan(), machine: 'Ana', unitCode: 'X', lender: 'Blois', borrower: 'Tours', place: 'Tours' };
    const lines = [borrowedLine(named, feedWords[locale], ''), lentLine(named, feedWords[locale], '')];
    for (const { title, text, alarms } of lines)
      expect(textsOf({ title, text, alarms }).join('\n')).not.toMatch(ofThings);
    expect(lines[0]!.alarms).toHaveLength(1);
    expect(counterLines(named, feedWords[locale], '')).toEqual([]);
  });
});
