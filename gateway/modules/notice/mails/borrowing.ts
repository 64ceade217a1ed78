import type { LoanEvent } from '../../../../schema/loans.ts';
import type { MailText, MailWords } from '../mails.ts';
import { about, byKind, saidEn, saidFr } from './loan-words.ts';
import { visitMails } from './visiting.ts';
import { said } from './words.ts';

/** Mails about borrowing. Each goes to the side that did not act; to both when time did. */
const lending = {
  'borrowing.ask': about(
    (l) => ({
      subject: `${l.machine}\u00a0: répondez avant ${l.hold}`,
      lines: [
        `${l.borrower} demande ${l.machine}, ${l.period}. La demande vient de ${l.person}.`,
        saidFr(l),
        `Le créneau lui est tenu jusqu’au ${l.hold}. Sans réponse, il est de nouveau libre.`,
      ],
    }),
    (l) => ({
      subject: `${l.machine}: answer by ${l.hold}`,
      lines: [
        `${l.borrower} asks for ${l.machine}, ${l.period}. ${l.person} made the request.`,
        saidEn(l),
        `The slot is held until ${l.hold}. Without an answer, it is free again.`,
      ],
    }),
  ),
  'borrowing.book': about(
    (l) => ({
      subject: `Réservé\u00a0: ${l.machine}, ${l.from}`,
      lines: [
        `${l.borrower} a réservé ${l.machine}, ${l.period}, chez ${l.lender}.`,
        saidFr(l),
        'Le bon est prêt à imprimer.',
      ],
    }),
    (l) => ({
      subject: `Booked: ${l.machine}, ${l.from}`,
      lines: [
        `${l.borrower} booked ${l.machine}, ${l.period}, at ${l.lender}.`,
        saidEn(l),
        'The slip is ready to print.',
      ],
    }),
  ),
  'borrowing.agree': about(
    (l) => ({
      subject: `Un accord sur deux\u00a0: ${l.machine}, ${l.from}`,
      lines: [
        `Un premier accord est donné pour ${l.machine}, ${l.period}. Il en manque un autre avant le ${l.hold}.`,
        saidFr(l),
      ],
    }),
    (l) => ({
      subject: `One of two agrees: ${l.machine}, ${l.from}`,
      lines: [`A first agreement is given for ${l.machine}, ${l.period}. Another is needed by ${l.hold}.`, saidEn(l)],
    }),
  ),
  'borrowing.visit': about(
    (l) => ({
      subject: `Visite faite\u00a0: ${l.machine}`,
      lines: [`La visite de ${l.machine} chez ${l.borrower}, ${l.period}, a eu lieu.`, saidFr(l)],
    }),
    (l) => ({
      subject: `Visit done: ${l.machine}`,
      lines: [`The visit of ${l.machine} to ${l.borrower}, ${l.period}, took place.`, saidEn(l)],
    }),
  ),
  'borrowing.accept': about(
    (l) => ({
      subject: `Accepté\u00a0: ${l.machine}, ${l.from}`,
      lines: [`${l.lender} vous prête ${l.machine}, ${l.period}.`, saidFr(l), 'Le bon est prêt à imprimer.'],
    }),
    (l) => ({
      subject: `Accepted: ${l.machine}, ${l.from}`,
      lines: [`${l.lender} lends you ${l.machine}, ${l.period}.`, saidEn(l), 'The slip is ready to print.'],
    }),
  ),
  'borrowing.decline': about(
    (l) => ({
      subject: `Refusé\u00a0: ${l.machine}, ${l.from}`,
      lines: [
        `${l.lender} ne peut pas prêter ${l.machine}, ${l.period}.`,
        saidFr(l),
        'Rien n’est réservé. Cherchez un autre créneau ou un autre atelier.',
      ],
    }),
    (l) => ({
      subject: `Declined: ${l.machine}, ${l.from}`,
      lines: [
        `${l.lender} cannot lend ${l.machine}, ${l.period}.`,
        saidEn(l),
        'Nothing is booked. Look for another slot or another workshop.',
      ],
    }),
  ),
  'borrowing.lapse': about(
    (l) => ({
      subject: `Demande sans réponse\u00a0: ${l.machine}`,
      lines: [
        `La demande de ${l.borrower} à ${l.lender} n’a pas eu de réponse avant ${l.hold}.`,
        `Le créneau est de nouveau libre\u00a0: ${l.period}.`,
      ],
    }),
    (l) => ({
      subject: `Request without an answer: ${l.machine}`,
      lines: [
        `The request of ${l.borrower} to ${l.lender} had no answer by ${l.hold}.`,
        `The slot is free again: ${l.period}.`,
      ],
    }),
  ),
  'borrowing.cancel': about(
    (l) => ({
      subject: `Annulé par l’emprunteur\u00a0: ${l.machine}`,
      lines: [`${l.borrower} ne prend plus ${l.machine}, ${l.period}.`, saidFr(l), 'Le créneau est de nouveau libre.'],
    }),
    (l) => ({
      subject: `Cancelled by the borrower: ${l.machine}`,
      lines: [`${l.borrower} no longer takes ${l.machine}, ${l.period}.`, saidEn(l), 'The slot is free again.'],
    }),
  ),
  'borrowing.withdraw': about(
    (l) => ({
      subject: `Annulé par l’atelier\u00a0: ${l.machine}`,
      lines: [
        `${l.lender} ne peut plus prêter ${l.machine}, ${l.period}.`,
        saidFr(l),
        'Rien n’est dû. Cherchez un autre créneau ou un autre atelier.',
      ],
    }),
    (l) => ({
      subject: `Cancelled by the workshop: ${l.machine}`,
      lines: [
        `${l.lender} can no longer lend ${l.machine}, ${l.period}.`,
        saidEn(l),
        'Nothing is owed. Look for another slot or another workshop.',
      ],
    }),
  ),
  'borrowing.hand_over': about(
    (l) => ({
      subject: `Remis\u00a0: ${l.machine}`,
      lines: [`${l.lender} vous a remis ${l.machine}.`, `À rendre\u00a0: ${l.until}.`],
    }),
    (l) => ({
      subject: `Handed over: ${l.machine}`,
      lines: [`${l.lender} handed you ${l.machine}.`, `Due back: ${l.until}.`],
    }),
  ),
  'borrowing.no_show': about(
    (l) => ({
      subject: `Personne n’est venu\u00a0: ${l.machine}`,
      lines: [`${l.lender} vous attendait ${l.from}.`, 'Le prêt est clos, le créneau est libre.'],
    }),
    (l) => ({
      subject: `Nobody came: ${l.machine}`,
      lines: [`${l.lender} expected you ${l.from}.`, 'The loan is closed and the slot is free.'],
    }),
  ),
  'borrowing.take_back': about(
    (l) => ({
      subject: `Retour reçu\u00a0: ${l.machine}`,
      lines: [`${l.lender} a repris ${l.machine}.`, 'Le prêt sera clos après contrôle.'],
    }),
    (l) => ({
      subject: `Return received: ${l.machine}`,
      lines: [`${l.lender} took ${l.machine} back.`, 'The loan will be closed after a check.'],
    }),
  ),
  'borrowing.report_trouble': about(
    (l) => ({
      subject: `Écart noté au retour\u00a0: ${l.machine}`,
      lines: [`${l.lender} a noté un écart au retour.`, saidFr(l)],
    }),
    (l) => ({
      subject: `Problem noted at return: ${l.machine}`,
      lines: [`${l.lender} noted a problem at the return.`, saidEn(l)],
    }),
  ),
  'borrowing.close': about(
    (l) => ({ subject: `Clos\u00a0: ${l.machine}`, lines: [`${l.lender} a clos le prêt.`, saidFr(l)] }),
    (l) => ({ subject: `Closed: ${l.machine}`, lines: [`${l.lender} closed the loan.`, saidEn(l)] }),
  ),
  'borrowing.settle': about(
    (l) => ({
      subject: `Clos\u00a0: ${l.machine}`,
      lines: ['Rien n’a été signalé depuis le retour. Le prêt est clos.'],
    }),
    (l) => ({ subject: `Closed: ${l.machine}`, lines: ['Nothing was reported since the return. The loan is closed.'] }),
  ),
  'borrowing.undo_accept': about(
    (l) => ({
      subject: `Acceptation annulée\u00a0: ${l.machine}`,
      lines: [
        `${l.lender} avait accepté par erreur. La demande de ${l.borrower} attend de nouveau une réponse.`,
        `Le créneau est tenu jusqu’au ${l.hold}\u00a0: ${l.period}.`,
      ],
    }),
    (l) => ({
      subject: `Acceptance undone: ${l.machine}`,
      lines: [
        `${l.lender} had accepted by mistake. The request of ${l.borrower} waits for an answer again.`,
        `The slot is held until ${l.hold}: ${l.period}.`,
      ],
    }),
  ),
  'borrowing.undo_decline': about(
    (l) => ({
      subject: `Refus annulé\u00a0: ${l.machine}`,
      lines: [
        `${l.lender} avait refusé par erreur. La demande de ${l.borrower} attend de nouveau une réponse.`,
        `Le créneau est tenu jusqu’au ${l.hold}\u00a0: ${l.period}.`,
      ],
    }),
    (l) => ({
      subject: `Refusal undone: ${l.machine}`,
      lines: [
        `${l.lender} had declined by mistake. The request of ${l.borrower} waits for an answer again.`,
        `The slot is held until ${l.hold}: ${l.period}.`,
      ],
    }),
  ),
  'borrowing.undo_hand_over': about(
    (l) => ({
      subject: `Remise annulée\u00a0: ${l.machine}`,
      lines: [`${l.lender} avait noté la remise par erreur. Le prêt reste convenu\u00a0: ${l.period}.`],
    }),
    (l) => ({
      subject: `Hand-over undone: ${l.machine}`,
      lines: [`${l.lender} had noted the hand-over by mistake. The loan stands: ${l.period}.`],
    }),
  ),
  'borrowing.undo_take_back': about(
    (l) => ({
      subject: `Retour annulé\u00a0: ${l.machine}`,
      lines: [`${l.lender} avait noté le retour par erreur. ${l.machine} reste à rendre ${l.until}.`],
    }),
    (l) => ({
      subject: `Return undone: ${l.machine}`,
      lines: [`${l.lender} had noted the return by mistake. ${l.machine} is still due ${l.until}.`],
    }),
  ),
  'borrowing.undo_no_show': about(
    (l) => ({
      subject: `Le prêt tient toujours\u00a0: ${l.machine}`,
      lines: [`${l.lender} avait noté par erreur que personne n’était venu. Le prêt reste convenu\u00a0: ${l.period}.`],
    }),
    (l) => ({
      subject: `The loan stands: ${l.machine}`,
      lines: [`${l.lender} had noted by mistake that nobody came. The loan stands: ${l.period}.`],
    }),
  ),
  'borrowing.undo_close': about(
    (l) => ({
      subject: `Rouvert\u00a0: ${l.machine}`,
      lines: [`${l.lender} avait clos le prêt par erreur. Le retour est de nouveau à contrôler.`],
    }),
    (l) => ({
      subject: `Open again: ${l.machine}`,
      lines: [`${l.lender} had closed the loan by mistake. The return is to be checked again.`],
    }),
  ),
  'borrowing.ask_extension': about(
    (l) => ({
      subject: `Prolongation demandée\u00a0: ${l.machine}`,
      lines: [`${l.borrower} demande à garder ${l.machine} jusqu’au ${l.wanted}.`, saidFr(l)],
    }),
    (l) => ({
      subject: `Extension asked for: ${l.machine}`,
      lines: [`${l.borrower} asks to keep ${l.machine} until ${l.wanted}.`, saidEn(l)],
    }),
  ),
  'borrowing.grant_extension': about(
    (l) => ({ subject: `Prolongé\u00a0: ${l.machine}`, lines: [`Nouvelle fin du prêt\u00a0: ${l.until}.`] }),
    (l) => ({ subject: `Extended: ${l.machine}`, lines: [`New end of the loan: ${l.until}.`] }),
  ),
  'borrowing.agree_extension': about(
    (l) => ({
      subject: `Prolongation acceptée\u00a0: ${l.machine}`,
      lines: [`Vous pouvez garder ${l.machine} jusqu’au ${l.until}.`, saidFr(l)],
    }),
    (l) => ({
      subject: `Extension accepted: ${l.machine}`,
      lines: [`You can keep ${l.machine} until ${l.until}.`, saidEn(l)],
    }),
  ),
  'borrowing.decline_extension': about(
    (l) => ({
      subject: `Prolongation refusée\u00a0: ${l.machine}`,
      lines: [`La fin ne change pas\u00a0: ${l.until}.`, saidFr(l)],
    }),
    (l) => ({
      subject: `Extension declined: ${l.machine}`,
      lines: [`The end does not change: ${l.until}.`, saidEn(l)],
    }),
  ),
  'borrowing.lapse_extension': about(
    (l) => ({
      subject: `Prolongation sans réponse\u00a0: ${l.machine}`,
      lines: [`La fin ne change pas\u00a0: ${l.until}.`],
    }),
    (l) => ({ subject: `Extension without an answer: ${l.machine}`, lines: [`The end does not change: ${l.until}.`] }),
  ),
  'borrowing.hand_over_soon': about(
    (l) => ({
      subject: `Remise ${l.from}\u00a0: ${l.machine}`,
      lines: [
        `${l.person} (${l.borrower}) vient prendre ${l.machine} chez ${l.lender}, à ${l.city}.`,
        `Le prêt dure jusqu’au ${l.until}.`,
      ],
    }),
    (l) => ({
      subject: `Hand-over ${l.from}: ${l.machine}`,
      lines: [
        `${l.person} (${l.borrower}) comes for ${l.machine} at ${l.lender}, ${l.city}.`,
        `The loan lasts until ${l.until}.`,
      ],
    }),
  ),
  'borrowing.return_soon': about(
    (l) => ({
      subject: `À rendre ${l.until}\u00a0: ${l.machine}`,
      lines: [
        `${l.lender} attend ${l.machine} ${l.until}, à ${l.city}.`,
        'Besoin de plus de temps\u202f? Demandez une prolongation depuis la page du prêt.',
      ],
    }),
    (l) => ({
      subject: `Due ${l.until}: ${l.machine}`,
      lines: [
        `${l.lender} expects ${l.machine} back ${l.until}, in ${l.city}.`,
        'Need more time? Ask for an extension on the page of the loan.',
      ],
    }),
  ),
  'borrowing.hand_over_today': about(
    (l) => ({
      subject: `Aujourd’hui\u00a0: remise de ${l.machine}`,
      lines: [
        `${l.person} (${l.borrower}) vient prendre ${l.machine} chez ${l.lender}, à ${l.city}, ${l.from}.`,
        `Le prêt dure jusqu’au ${l.until}.`,
      ],
    }),
    (l) => ({
      subject: `Today: hand-over of ${l.machine}`,
      lines: [
        `${l.person} (${l.borrower}) comes for ${l.machine} at ${l.lender}, ${l.city}, ${l.from}.`,
        `The loan lasts until ${l.until}.`,
      ],
    }),
  ),
  'borrowing.return_today': about(
    (l) => ({
      subject: `À rendre aujourd’hui\u00a0: ${l.machine}`,
      lines: [`${l.lender} attend ${l.machine} ${l.until}, à ${l.city}.`],
    }),
    (l) => ({
      subject: `Due today: ${l.machine}`,
      lines: [`${l.lender} expects ${l.machine} back ${l.until}, in ${l.city}.`],
    }),
  ),
  'borrowing.late': about(
    (l) => ({
      subject: `En retard\u00a0: ${l.machine}`,
      lines: [
        `${l.machine} était à rendre ${l.until} chez ${l.lender}. ${l.borrower} l’a encore.`,
        'La machine reste indisponible jusqu’à son retour.',
      ],
    }),
    (l) => ({
      subject: `Late: ${l.machine}`,
      lines: [
        `${l.machine} was due ${l.until} at ${l.lender}. ${l.borrower} still has it.`,
        'The machine is unavailable until it is back.',
      ],
    }),
  ),
  'borrowing.next_late': about(
    (l) => ({
      subject: `Le prêt de ${l.from} peut être retardé\u00a0: ${l.machine}`,
      lines: [
        `${l.machine} n’est pas encore rentré chez ${l.lender}. ${l.borrower} l’attend ${l.from}.`,
        'L’atelier peut remettre un autre exemplaire, ou annuler à temps.',
      ],
    }),
    (l) => ({
      subject: `The loan of ${l.from} may be delayed: ${l.machine}`,
      lines: [
        `${l.machine} is not back at ${l.lender} yet. ${l.borrower} expects it ${l.from}.`,
        'The workshop can hand over another unit, or cancel in time.',
      ],
    }),
  ),
  'borrowing.accredited': {
    fr: ({ name, workshop }): MailText => ({
      subject: `Habilitation délivrée\u00a0: ${said(name)}`,
      lines: [
        `${said(workshop)} vous a délivré l’habilitation «\u00a0${said(name)}\u00a0».`,
        'Les machines qui la demandent vous sont ouvertes.',
      ],
      button: { label: 'Trouver une machine', path: '/trouver' },
    }),
    en: ({ name, workshop }): MailText => ({
      subject: `Accreditation issued: ${said(name)}`,
      lines: [
        `${said(workshop)} issued you the accreditation “${said(name)}”.`,
        'Machines that ask for it are open to you.',
      ],
      button: { label: 'Find a machine', path: '/trouver' },
    }),
  },
} as const satisfies Record<`borrowing.${LoanEvent}`, MailWords> & Record<string, MailWords>;

/** Mails about borrowing, in the words of what is lent. */
export const borrowingMails = byKind(lending, { trainer: visitMails });
