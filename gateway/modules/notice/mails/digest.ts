import type { MailScope } from '../subscription.service.ts';
import type { Locale } from '../../../../schema/vocabulary.ts';
import type { DigestItem } from '../notice.entity.ts';
import { type MailText, mails } from '../mails.ts';
import { datesOf } from './dates.ts';
import { said } from './words.ts';

/** What happened to one thing, in the order of its hours. */
export interface DigestGroup {
  title: string;
  path?: string;
  lines: string[];
}

const titleOf = ({ params }: DigestItem) =>
  [
    said(params.machine as string) || said(params.title as string) || said(params.name as string),
    said(params.code as string),
  ]
    .filter((part) => part !== '')
    .join(', ');

/** The lines of a digest by what they are about: the thing that moved last comes first. */
export function groupsOf(items: readonly DigestItem[], locale: Locale, zone: string): DigestGroup[] {
  const { when } = datesOf(locale, zone);
  const bySubject = new Map<string, DigestItem[]>();
  for (const item of items) {
    const key = `${item.topic}:${item.subjectId}`;
    const before = bySubject.get(key) ?? [];
    bySubject.delete(key);
    bySubject.set(key, [...before, item]);
  }
  return [...bySubject.values()].reverse().map((rows) => {
    const last = rows.at(-1)!;
    const { button }: MailText = mails[last.event][locale](last.params);
    const path = button?.path;
    return {
      title: titleOf(last) || (locale === 'fr' ? 'Autres nouvelles' : 'Other news'),
      ...(path && { path }),
      lines: rows.map(({ event, at, params }) => `${when(at.toISOString())}, ${mails[event][locale](params).subject}`),
    };
  });
}

const plural = (count: number, one: string, many: string) => (count < 2 ? one : many);

/** Words around a digest. */
export const digestWords: Record<
  Locale,
  {
    subject: (digest: 'daily' | 'weekly', count: number) => string;
    lead: (count: number) => string;
    more: (count: number) => string;
    button: string;
    see: string;
  }
> = {
  fr: {
    subject: (digest, count) =>
      `${digest === 'daily' ? 'Votre journée' : 'Votre semaine'}\u00a0: ${count} ${plural(count, 'nouvelle', 'nouvelles')}`,
    lead: (count) => (count < 2 ? 'Voici ce qui vous concerne.' : `Voici ${count} nouvelles qui vous concernent.`),
    more: (count) => `Et ${count} ${plural(count, 'autre', 'autres')}, à lire dans vos notifications.`,
    button: 'Voir mes notifications',
    see: 'Voir',
  },
  en: {
    subject: (digest, count) =>
      `${digest === 'daily' ? 'Your day' : 'Your week'}: ${count} ${plural(count, 'update', 'updates')}`,
    lead: (count) => (count < 2 ? 'Here is what concerns you.' : `Here are ${count} updates that concern you.`),
    more: (count) => `And ${count} more, in your notifications.`,
    button: 'See my notifications',
    see: 'See',
  },
};

/** Words at the foot of a mail that its reader may stop. */
export const footWords: Record<
  Locale,
  { sorts: Record<MailScope, string>; why: (sort: string) => string; settle: string; stop: string }
> = {
  fr: {
    sorts: {
      to_answer: 'ce qui attend votre réponse',
      loans: 'vos prêts et emprunts',
      reminders: 'les rappels de remise et de retour',
      late: 'les retards',
      production: 'vos fabrications',
      seen: 'les demandes vues',
      network: 'la vie du réseau',
      other: 'le reste',
      daily: 'le résumé du jour',
      weekly: 'le résumé de la semaine',
    },
    why: (sort) => `Vous recevez cet e-mail pour ${sort}.`,
    settle: 'Régler mes notifications',
    stop: 'Ne plus recevoir ces e-mails',
  },
  en: {
    sorts: {
      to_answer: 'what waits for your answer',
      loans: 'your loans and borrowings',
      reminders: 'reminders of hand-overs and returns',
      late: 'late machines',
      production: 'your production',
      seen: 'requests seen',
      network: 'the life of the network',
      other: 'the rest',
      daily: 'the daily digest',
      weekly: 'the weekly digest',
    },
    why: (sort) => `You receive this e-mail for ${sort}.`,
    settle: 'Settle my notifications',
    stop: 'Stop these e-mails',
  },
};
