import { over } from '../over.ts';
import { dateOf, type Refusals } from '../wording.ts';
import { borrowing } from './borrowing.ts';

/** Refusals that read otherwise where somebody travels. */
const refusals: Partial<Refusals> = {
  'calendar.taken': (params, format) => {
    const [from, until] = [dateOf(params, 'nextFrom'), dateOf(params, 'nextUntil')];
    const next = from && until ? ` Possible ensuite\u00A0: ${format.period(from, until)}.` : '';
    return params.road === true
      ? `Pas assez de temps pour la route depuis, ou vers, une autre intervention du même jour.${next} Choisissez une autre heure, un autre jour ou une autre personne.`
      : `Une autre intervention vient d’être demandée à ce moment.${next} Choisissez une autre heure ou un autre jour.`;
  },
  'calendar.notice': (params, format) => {
    const earliest = dateOf(params, 'earliest');
    return earliest
      ? `Il faut prévenir plus tôt. Premier moment possible\u00A0: ${format.dateTime(earliest)}.`
      : 'Il faut prévenir plus tôt. Choisissez une date plus tardive.';
  },
  'calendar.tooLong': 'C’est plus long que ce que cette personne propose. Raccourcissez l’intervention.',
  'calendar.closed': 'Hors de ses heures. Choisissez un moment parmi ses disponibilités.',
  'borrowing.audience':
    'Cette personne n’intervient que pour les adhérents du réseau. Agissez au nom de votre atelier, ou écrivez-lui.',
  'borrowing.ownMachine': 'Cette personne est de votre atelier\u00A0: convenez-en directement.',
  'borrowing.closedMove': 'Cette intervention a avancé entre-temps. La page montre où elle en est.',
  'borrowing.terms': 'Lisez et acceptez les conditions de l’intervention.',
};

/** The words of borrowing where somebody comes to the borrower: nothing is handed over, nothing is returned. */
export const visiting = over(borrowing, {
  loan: 'Intervention',
  loanOf: (code) => `Intervention ${code}`,
  status: {
    asked: 'Demandée',
    accepted: 'Convenue',
    returned: 'Intervention faite',
    trouble: 'Problème noté',
    closed: 'Intervention terminée',
    declined: 'Refusée',
    cancelled: 'Annulée',
    no_show: 'N’a pas eu lieu',
  },
  side: { lender: 'Intervient', borrower: 'Accueille' },
  use: { take_away: 'chez vous' },
  useTitle: { take_away: 'Chez vous' },
  move: {
    withdraw: 'Annuler l’intervention',
    no_show: 'Noter qu’elle n’a pas eu lieu',
    report_trouble: 'Noter un problème',
    close: 'Terminer l’intervention',
    settle: 'Terminer',
    visit: 'L’intervention a eu lieu',
  },
  event: {
    agree: 'Premier accord donné',
    visit: 'Intervention faite',
    cancel: 'Annulée par qui accueille',
    withdraw: 'Annulée par qui intervient',
    no_show: 'N’a pas eu lieu',
    report_trouble: 'Problème noté',
    close: 'Intervention terminée',
    settle: 'Intervention terminée, rien à signaler',
    undo_no_show: 'L’intervention tient toujours',
    undo_close: 'Intervention rouverte',
  },
  form: {
    title: 'Demander une intervention',
    note: 'Sujet, public, machines sur place',
    noteHint: 'Lu avant de répondre.',
    look: 'Voir le prix et la route',
    pick: 'Choisissez un début et une fin chez vous pour voir la route, le prix et ce qu’il faut.',
    free: 'Intervention gratuite',
    deposit: 'Caution',
    terms: 'J’accepte les conditions de l’intervention',
    termsNone: 'Accueillir à l’heure, machines prêtes\u202F; prévenir si l’intervention ne peut pas avoir lieu.',
    submit: 'Demander cette intervention',
    book: 'Réserver cette intervention',
    held: (until) => `Réponse avant ${until}. D’ici là, le temps et la route vous sont tenus.`,
    asParty: (name) => `Vous demandez au nom de ${name}.`,
    asSelf: 'Vous demandez pour vous-même.',
  },
  need: {
    own_machine: ['Une personne d’un autre atelier', 'Celle-ci est de chez vous\u00A0: convenez-en directement.', ''],
    use: ['Une intervention chez vous', 'Cette personne ne reçoit pas, elle se déplace.', ''],
    hours: ['Dans ses heures', 'Hors de ses heures. Elles sont sur sa page, semaine par semaine.', ''],
    free: [
      'Libre, route comprise',
      'Déjà prise, ou pas assez de temps de route entre deux interventions. Choisissez une autre heure ou un autre jour.',
      '',
    ],
  },
  needDetail: {
    free: 'Rien ne la prend, ni sur place ni sur la route.',
    hours: { take_away: 'Dans ses heures.' },
  },
  refusals,
  list: {
    from: (name) => `de ${name}`,
    to: (name) => `chez ${name}`,
  },
  page: {
    slip: 'Fiche',
    back: 'Retour à l’intervention',
    slipLink: 'Fiche d’intervention à imprimer',
    whereTitle: 'Où en est cette intervention',
    afterCheck: 'ou seule 3 jours après',
    thread: ['Demandée', 'Convenue', 'En cours', 'Faite', 'Terminée'],
    todo: {
      collect: 'Préparer le lieu, accueillir',
      answer: 'Répondre à la demande',
      handOver: 'Faire la route, intervenir',
      receive: 'Dire que l’intervention a eu lieu',
      close: 'Terminer, ou noter un problème',
    },
    conditions: 'Conditions de l’intervention',
    answers: (person) => `${person} accueille`,
    gone: 'Personne retirée de la liste',
    asked: (until) => `Demande envoyée. Le temps et la route vous sont tenus jusqu’à ${until}.`,
    booked: 'C’est convenu. La fiche est prête à imprimer.',
  },
  turn: {
    answerText: (who, when) =>
      `${who} demande une intervention ${when}. Sans réponse, le temps et la route sont de nouveau libres.`,
    waitAnswerText: (when) =>
      `Le temps et la route vous sont tenus jusqu’à ${when}. Sans réponse, ils redeviennent libres et un e-mail vous prévient.`,
    waitHandOver: (when) => `On vient chez vous ${when}`,
    waitHandOverText: () => 'Préparez le lieu, les machines et les personnes à former. La fiche est à imprimer.',
    lenderWaits: (when) => `Intervention ${when}`,
    lenderWaitsText: (when) => `Départ à prévoir ${when}, le temps de la route.`,
    check: 'Terminer l’intervention',
    checkText: 'Sans problème noté, elle se termine seule trois jours après.',
    waitCheck: (who) => `${who} termine l’intervention`,
    troubleText: 'Entendez-vous avec l’autre partie, puis terminez en disant ce qui a été convenu.',
    waitTrouble: 'Un problème a été noté',
    waitTroubleText: (who) => `${who} vous contacte et termine l’intervention une fois le problème réglé.`,
    closed: 'Cette intervention est terminée',
    cancelled: 'Cette intervention a été annulée',
    no_show: 'L’intervention n’a pas eu lieu',
    overText: 'Le temps et la route sont de nouveau libres.',
    again: 'Voir ses disponibilités',
  },
  ticket: {
    title: 'Fiche d’intervention',
    thing: 'Intervient',
    out: 'Début',
    due: 'Fin',
    lender: 'Intervient',
    borrower: 'Accueille',
    signLender: 'Qui intervient',
    signBorrower: 'Qui accueille',
    print: 'Imprimer la fiche',
  },
});
