import type { LoanEvent } from '../../../../schema/loans.ts';
import type { MailWords } from '../mails.ts';
import { de } from '../../../platform/french.ts';
import { about, saidEn, saidFr } from './loan-words.ts';

const free = { fr: 'Le temps et la route sont de nouveau libres.', en: 'The time and the road are free again.' };
const elsewhere = {
  fr: 'Rien n’est réservé. Cherchez une autre date ou une autre personne.',
  en: 'Nothing is booked. Look for another date or another person.',
};

/** Mails about somebody who comes to the borrower: `machine` is their name. */
export const visitMails = {
  'borrowing.ask': about(
    (l) => ({
      subject: `Intervention ${de(l.machine)}\u00a0: répondez avant ${l.hold}`,
      lines: [
        `${l.borrower} demande une intervention ${de(l.machine)}, ${l.period}. La demande vient ${de(l.person)}.`,
        saidFr(l),
        `Le temps et la route sont tenus jusqu’au ${l.hold}. Sans réponse, ils sont de nouveau libres.`,
      ],
    }),
    (l) => ({
      subject: `Visit of ${l.machine}: answer by ${l.hold}`,
      lines: [
        `${l.borrower} asks ${l.machine} to come, ${l.period}. ${l.person} made the request.`,
        saidEn(l),
        `The time and the road are held until ${l.hold}. Without an answer, they are free again.`,
      ],
    }),
  ),
  'borrowing.book': about(
    (l) => ({
      subject: `Convenu\u00a0: intervention ${de(l.machine)}, ${l.from}`,
      lines: [`${l.machine} intervient chez ${l.borrower}, ${l.period}.`, saidFr(l), 'La fiche est prête à imprimer.'],
    }),
    (l) => ({
      subject: `Agreed: visit of ${l.machine}, ${l.from}`,
      lines: [`${l.machine} comes to ${l.borrower}, ${l.period}.`, saidEn(l), 'The sheet is ready to print.'],
    }),
  ),
  'borrowing.agree': about(
    (l) => ({
      subject: `Un accord sur deux\u00a0: intervention ${de(l.machine)}, ${l.from}`,
      lines: [
        `Un premier accord est donné pour l’intervention ${de(l.machine)}, ${l.period}. Il en manque un autre avant le ${l.hold}.`,
        saidFr(l),
      ],
    }),
    (l) => ({
      subject: `One of two agrees: visit of ${l.machine}, ${l.from}`,
      lines: [
        `A first agreement is given for the visit of ${l.machine}, ${l.period}. Another is needed by ${l.hold}.`,
        saidEn(l),
      ],
    }),
  ),
  'borrowing.accept': about(
    (l) => ({
      subject: `Accepté\u00a0: intervention ${de(l.machine)}, ${l.from}`,
      lines: [`${l.machine} vient chez vous, ${l.period}.`, saidFr(l), 'La fiche est prête à imprimer.'],
    }),
    (l) => ({
      subject: `Accepted: visit of ${l.machine}, ${l.from}`,
      lines: [`${l.machine} comes to you, ${l.period}.`, saidEn(l), 'The sheet is ready to print.'],
    }),
  ),
  'borrowing.decline': about(
    (l) => ({
      subject: `Refusé\u00a0: intervention ${de(l.machine)}, ${l.from}`,
      lines: [`${l.machine} ne peut pas venir, ${l.period}.`, saidFr(l), elsewhere.fr],
    }),
    (l) => ({
      subject: `Declined: visit of ${l.machine}, ${l.from}`,
      lines: [`${l.machine} cannot come, ${l.period}.`, saidEn(l), elsewhere.en],
    }),
  ),
  'borrowing.lapse': about(
    (l) => ({
      subject: `Demande sans réponse\u00a0: intervention ${de(l.machine)}`,
      lines: [`La demande ${de(l.borrower)} n’a pas eu de réponse avant ${l.hold}.`, `${free.fr} C’était ${l.period}.`],
    }),
    (l) => ({
      subject: `Request without an answer: visit of ${l.machine}`,
      lines: [`The request of ${l.borrower} had no answer by ${l.hold}.`, `${free.en} It was ${l.period}.`],
    }),
  ),
  'borrowing.cancel': about(
    (l) => ({
      subject: `Annulée par qui accueille\u00a0: intervention ${de(l.machine)}`,
      lines: [`${l.borrower} annule l’intervention ${de(l.machine)}, ${l.period}.`, saidFr(l), free.fr],
    }),
    (l) => ({
      subject: `Cancelled by the host: visit of ${l.machine}`,
      lines: [`${l.borrower} cancelled the visit of ${l.machine}, ${l.period}.`, saidEn(l), free.en],
    }),
  ),
  'borrowing.withdraw': about(
    (l) => ({
      subject: `Annulée\u00a0: intervention ${de(l.machine)}`,
      lines: [
        `${l.machine} ne peut plus venir, ${l.period}.`,
        saidFr(l),
        'Rien n’est dû. Cherchez une autre date ou une autre personne.',
      ],
    }),
    (l) => ({
      subject: `Cancelled: visit of ${l.machine}`,
      lines: [
        `${l.machine} can no longer come, ${l.period}.`,
        saidEn(l),
        'Nothing is owed. Look for another date or another person.',
      ],
    }),
  ),
  'borrowing.no_show': about(
    (l) => ({
      subject: `N’a pas eu lieu\u00a0: intervention ${de(l.machine)}`,
      lines: [`L’intervention ${de(l.machine)}, ${l.from}, est notée comme n’ayant pas eu lieu.`, saidFr(l)],
    }),
    (l) => ({
      subject: `Did not take place: visit of ${l.machine}`,
      lines: [`The visit of ${l.machine}, ${l.from}, is noted as not having taken place.`, saidEn(l)],
    }),
  ),
  'borrowing.visit': about(
    (l) => ({
      subject: `Intervention faite\u00a0: ${l.machine}`,
      lines: [`L’intervention ${de(l.machine)} chez ${l.borrower}, ${l.period}, a eu lieu.`, saidFr(l)],
    }),
    (l) => ({
      subject: `Visit done: ${l.machine}`,
      lines: [`The visit of ${l.machine} to ${l.borrower}, ${l.period}, took place.`, saidEn(l)],
    }),
  ),
  'borrowing.report_trouble': about(
    (l) => ({
      subject: `Problème noté\u00a0: intervention ${de(l.machine)}`,
      lines: [`${l.lender} a noté un problème sur l’intervention ${de(l.machine)}.`, saidFr(l)],
    }),
    (l) => ({
      subject: `Problem noted: visit of ${l.machine}`,
      lines: [`${l.lender} noted a problem about the visit of ${l.machine}.`, saidEn(l)],
    }),
  ),
  'borrowing.close': about(
    (l) => ({
      subject: `Intervention terminée\u00a0: ${l.machine}`,
      lines: [`L’intervention ${de(l.machine)} chez ${l.borrower} est terminée.`, saidFr(l)],
    }),
    (l) => ({
      subject: `Visit over: ${l.machine}`,
      lines: [`The visit of ${l.machine} to ${l.borrower} is over.`, saidEn(l)],
    }),
  ),
  'borrowing.settle': about(
    (l) => ({
      subject: `Intervention terminée\u00a0: ${l.machine}`,
      lines: ['Rien n’a été signalé depuis. L’intervention est terminée.'],
    }),
    (l) => ({ subject: `Visit over: ${l.machine}`, lines: ['Nothing was reported since. The visit is over.'] }),
  ),
  'borrowing.undo_accept': about(
    (l) => ({
      subject: `Acceptation annulée\u00a0: intervention ${de(l.machine)}`,
      lines: [
        `L’accord avait été donné par erreur. La demande ${de(l.borrower)} attend de nouveau une réponse.`,
        `Le temps est tenu jusqu’au ${l.hold}\u00a0: ${l.period}.`,
      ],
    }),
    (l) => ({
      subject: `Acceptance undone: visit of ${l.machine}`,
      lines: [
        `It was accepted by mistake. The request of ${l.borrower} waits for an answer again.`,
        `The time is held until ${l.hold}: ${l.period}.`,
      ],
    }),
  ),
  'borrowing.undo_decline': about(
    (l) => ({
      subject: `Refus annulé\u00a0: intervention ${de(l.machine)}`,
      lines: [
        `Le refus était une erreur. La demande ${de(l.borrower)} attend de nouveau une réponse.`,
        `Le temps est tenu jusqu’au ${l.hold}\u00a0: ${l.period}.`,
      ],
    }),
    (l) => ({
      subject: `Refusal undone: visit of ${l.machine}`,
      lines: [
        `It was declined by mistake. The request of ${l.borrower} waits for an answer again.`,
        `The time is held until ${l.hold}: ${l.period}.`,
      ],
    }),
  ),
  'borrowing.undo_no_show': about(
    (l) => ({
      subject: `L’intervention tient toujours\u00a0: ${l.machine}`,
      lines: [`Elle avait été notée par erreur comme n’ayant pas eu lieu\u00a0: ${l.period}.`],
    }),
    (l) => ({
      subject: `The visit stands: ${l.machine}`,
      lines: [`It had been noted by mistake as not having taken place: ${l.period}.`],
    }),
  ),
  'borrowing.undo_close': about(
    (l) => ({
      subject: `Intervention rouverte\u00a0: ${l.machine}`,
      lines: [`${l.lender} l’avait terminée par erreur.`],
    }),
    (l) => ({ subject: `Visit open again: ${l.machine}`, lines: [`${l.lender} had closed it by mistake.`] }),
  ),
  'borrowing.hand_over_soon': about(
    (l) => ({
      subject: `Intervention ${l.from}\u00a0: ${l.machine}`,
      lines: [`${l.machine} intervient chez ${l.borrower}, ${l.period}. ${l.person} accueille.`],
    }),
    (l) => ({
      subject: `Visit ${l.from}: ${l.machine}`,
      lines: [`${l.machine} comes to ${l.borrower}, ${l.period}. ${l.person} welcomes them.`],
    }),
  ),
  'borrowing.hand_over_today': about(
    (l) => ({
      subject: `Aujourd’hui\u00a0: intervention ${de(l.machine)}`,
      lines: [`${l.machine} intervient chez ${l.borrower}, ${l.period}. ${l.person} accueille.`],
    }),
    (l) => ({
      subject: `Today: visit of ${l.machine}`,
      lines: [`${l.machine} comes to ${l.borrower}, ${l.period}. ${l.person} welcomes them.`],
    }),
  ),
} as const satisfies Partial<Record<`borrowing.${LoanEvent}` | `borrowing.hand_over_${string}`, MailWords>>;
