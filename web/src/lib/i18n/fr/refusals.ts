import { type LentKind, lentKind } from '$schema/kinds.ts';
import { dateOf, textOf, type FieldRules, type Refusals, wordReason } from '../wording.ts';
import { calendarFaults } from './agenda.ts';

/** Why a file is refused, by what was found in it. */
const fileFaults: Record<string, string> = {
  empty: 'Ce fichier est vide. Choisissez-en un autre.',
  unknown: 'Le contenu de ce fichier n’est pas reconnu. Son nom ne suffit pas.',
  kind: 'Ce genre de fichier ne se prend pas ici.',
  broken: 'Ce fichier est abîmé ou incomplet. Enregistrez-le de nouveau, puis renvoyez-le.',
  tooComplex: 'Ce fichier est trop complexe à vérifier. Simplifiez-le ou découpez-le.',
  dangerous: 'Ce fichier contient ce qui pourrait nuire à qui l’ouvre. Il n’est pas gardé.',
  image: 'Cette photo ne se lit pas\u00A0: JPEG, PNG, WebP ou AVIF entier.',
  heic: 'Photo au format HEIC, qui ne se lit pas ici. Dans les réglages de l’appareil photo, choisissez le format le plus compatible, ou exportez-la en JPEG.',
};

/** Why something stays on the list, by what it is. */
const inUse: Record<LentKind, string> = {
  equipment: 'Cet exemplaire est réservé ou sorti. Attendez son retour, ou annulez ses prêts.',
  trainer: 'Des interventions sont convenues ou demandées. Attendez qu’elles aient eu lieu, ou annulez-les.',
};

/** Every foreseen "no": what, why, what to do. */
export const refusals: Refusals = {
  'web.failed': 'La demande n’a pas abouti. Rien n’a été enregistré deux fois. Réessayez.',
  'account.wrong': 'Adresse ou mot de passe inexact. Vérifiez les deux, ou recevez un lien de connexion.',
  'account.exists': 'Ce compte n’a pas pu être créé. Essayez de vous connecter.',
  'account.email': 'Cette adresse e-mail est incomplète. Exemple\u00A0: prenom@atelier.fr.',
  'account.name': 'Indiquez votre nom.',
  'account.shortPassword': 'Mot de passe trop court\u00A0: 12 caractères au moins.',
  'account.commonPassword': 'Mot de passe trop facile à deviner. Choisissez une phrase à vous.',
  'account.wrongPassword': 'Mot de passe inexact.',
  'account.badLink': 'Ce lien a expiré ou a déjà servi. Demandez-en un autre.',
  'account.notVerified': 'Adresse pas encore confirmée. Un nouvel e-mail vient de partir\u00A0: ouvrez son lien.',
  'platform.signIn': 'Connectez-vous pour continuer. Ce que vous avez saisi est gardé.',
  'platform.forbidden': 'Votre rôle ne permet pas cette action. Rien n’a été changé.',
  'platform.notFound': 'Introuvable\u00A0: déplacé, retiré, ou réservé à d’autres.',
  'platform.invalid': 'Certains champs sont à revoir. Rien n’a été enregistré.',
  'platform.unavailable': 'Le service ne répond pas. Votre saisie est gardée\u00A0: réessayez dans une minute.',
  'platform.limited': 'Trop d’essais en peu de temps. Attendez une minute, puis réessayez.',
  'platform.keyReused': 'Ce formulaire a déjà servi à autre chose. Rechargez la page et recommencez.',
  'platform.badCursor': 'Cette page de résultats n’existe plus. Revenez à la première.',
  'identity.verifyEmail': 'Confirmez d’abord votre adresse\u00A0: un lien vous a été envoyé par e-mail.',
  'identity.siret': 'Ce SIRET n’existe pas\u00A0: 14 chiffres dont le dernier contrôle les autres.',
  'identity.actingFor': 'Vous n’avez pas de rôle dans cette organisation. Choisissez-en une autre en haut de page.',
  'identity.invitationOver': 'Cette invitation a expiré ou a déjà servi. Demandez-en une autre.',
  'identity.invitationForOther':
    'Cette invitation est pour une autre adresse. Connectez-vous avec celle qui l’a reçue.',
  'identity.lastManager': 'C’est la dernière personne responsable. Nommez-en une autre d’abord.',
  'identity.alreadyMember': 'Cette personne a déjà ce rôle.',
  'network.alreadyAsked': 'L’adhésion est déjà demandée ou acquise.',
  'network.codeTaken': 'Ce code de réseau est pris. Choisissez-en un autre.',
  'network.closedMove': 'Cette adhésion a avancé entre-temps. La page montre où elle en est.',
  'workshop.codeTaken': 'Ces trois lettres sont à un autre atelier. Choisissez-en d’autres.',
  'workshop.hours': 'Horaires à revoir\u00A0: deux plages se chevauchent, ou l’une finit avant de commencer.',
  'workshop.closure': 'Fermeture à revoir\u00A0: la fin vient avant le début, ou une date n’existe pas.',
  'workshop.place':
    'Ce lieu est introuvable. Indiquez une commune, un code postal, ou «\u00A0latitude, longitude\u00A0».',
  'privacy.password': 'Mot de passe inexact. Le compte n’a pas été supprimé. Essayez à nouveau.',
  'privacy.last_manager': (params) =>
    `Vous êtes la dernière personne responsable de ${textOf(params, 'name')}. Nommez-en une autre, puis recommencez.`,
  'privacy.open_loan': (params) =>
    `Le prêt ${textOf(params, 'name')} est encore ouvert. Rendez la machine ou annulez la demande, puis recommencez.`,
  'privacy.open_part': (params) =>
    `La part ${textOf(params, 'name')} est encore ouverte. Annulez-la ou recevez-la, puis recommencez.`,
  'privacy.open_request': (params) =>
    `La demande ${textOf(params, 'name')} est encore en cours. Attendez sa fin ou retirez-la, puis recommencez.`,
  'workshop.importFile':
    'Fichier refusé\u00A0: CSV, JSON ou GeoJSON, 5\u00A0Mo au plus. Depuis un tableur, enregistrez en CSV.',
  'workshop.importTicket': 'L’envoi a pris trop de temps. Choisissez le fichier à nouveau.',
  'workshop.importMatching': 'Une colonne nécessaire n’est pas choisie. Choisissez-la, puis vérifiez à nouveau.',
  'workshop.importEmpty': 'Aucune ligne de ce fichier ne peut être importée. Corrigez-le, puis renvoyez-le.',
  'workshop.importState': 'Cet import a avancé entre-temps. La page montre où il en est.',
  'finding.tooMany': ({ most }) =>
    `Vous gardez déjà ${String(most)} recherches. Supprimez-en une pour en garder une autre.`,
  'finding.tooWide': ({ most }) =>
    `Plus de ${String(most)} machines répondent déjà\u00A0: précisez la recherche pour être prévenu de ce qui est nouveau.`,
  'catalogue.process': 'Ce procédé n’est pas dans la liste.',
  'catalogue.material': 'Cette matière n’est pas dans la liste.',
  'catalogue.banned':
    'Cette matière ne passe jamais sur ce procédé\u00A0: elle dégage un gaz dangereux. Retirez la ligne.',
  'catalogue.booked': (params, format) => {
    const [from, until] = [dateOf(params, 'from'), dateOf(params, 'until')];
    const others = Number(params.others ?? 0);
    const first = from && until ? ` ${format.period(from, until)}` : '';
    return `Déjà réservé${first}${others > 0 ? `, et ${others} autre${others > 1 ? 's' : ''} fois` : ''}. Rien n’a changé\u00A0: annulez ce prêt, ou choisissez d’autres dates.`;
  },
  'catalogue.codeTaken': (params) =>
    `Le code ${textOf(params, 'code')} est déjà sur une autre machine de l’atelier. Choisissez-en un autre.`,
  'catalogue.tooManyUnits': (params) => `Un équipement a ${textOf(params, 'most')} exemplaires au plus.`,
  'catalogue.unitInUse': (params) => inUse[lentKind(textOf(params, 'kind'))],
  'catalogue.unitRemoved': 'Cet exemplaire a été retiré.',
  'catalogue.trainerPerson': 'Cette personne ne fait pas partie de l’atelier. Invitez-la d’abord dans son équipe.',
  'catalogue.lastUnit': 'C’est le dernier exemplaire. Retirez l’équipement entier.',
  'calendar.taken': (params, format) => {
    const [from, until] = [dateOf(params, 'nextFrom'), dateOf(params, 'nextUntil')];
    const free =
      from && until ? ` Libre ensuite\u00A0: ${format.period(from, until)}.` : ' Choisissez un autre créneau.';
    return `Ce créneau vient d’être pris.${free}`;
  },
  'calendar.outOfService': (params, format) => {
    const until = dateOf(params, 'until');
    return until
      ? `Cette machine est hors service jusqu’au ${format.dateTime(until)}. Choisissez une date après.`
      : 'Cette machine est hors service. Choisissez-en une autre.';
  },
  'calendar.period': 'La fin doit venir après le début.',
  'calendar.past': 'Ce moment est passé. Choisissez une date à venir.',
  'calendar.notice': (params, format) => {
    const earliest = dateOf(params, 'earliest');
    return earliest
      ? `L’atelier demande un délai. Premier créneau possible\u00A0: ${format.dateTime(earliest)}.`
      : 'L’atelier demande un délai plus long. Choisissez une date plus tardive.';
  },
  'calendar.tooLong': 'C’est plus long que ce que l’atelier permet. Raccourcissez le prêt.',
  'calendar.closed': 'L’atelier est fermé à cette heure. Choisissez un moment où il est ouvert.',
  'agenda.unreadable': (params) =>
    `Ce fichier n’est pas lu\u00A0: ${calendarFaults[textOf(params, 'reason')] ?? calendarFaults.broken}. Rien n’a été bloqué.`,
  'agenda.address': 'Cette adresse n’est pas celle d’un agenda. Elle commence par https:// ou webcal://.',
  'agenda.unreachable': (params) =>
    `L’agenda n’a pas pu être lu\u00A0: ${calendarFaults[textOf(params, 'reason')] ?? calendarFaults.unreachable}. Rien n’a été bloqué.`,
  'agenda.tooManyFeeds': (params) => `Vous avez ${textOf(params, 'most')} adresses au plus. Retirez-en une d’abord.`,
  'agenda.tooManyCalendars': (params) =>
    `Un atelier a ${textOf(params, 'most')} agendas au plus. Retirez-en un d’abord.`,
  'borrowing.audience':
    'Cette machine n’est prêtée qu’aux adhérents du réseau. Agissez au nom de votre atelier, ou écrivez-lui.',
  'borrowing.ownMachine': 'Cette machine est à votre atelier. Pour l’occuper, mettez-la hors service.',
  'borrowing.accreditation': (params, format) => {
    const name = textOf(params, 'accreditation') || textOf(params, 'name');
    const missing = name ? `Il manque l’habilitation ${name}` : 'Une habilitation manque';
    const next = dateOf(params, 'trainingFrom');
    return next
      ? `${missing}. Prochaine formation\u00A0: ${format.shortDate(next)}, ${textOf(params, 'trainingWorkshop')}, ${textOf(params, 'trainingCity')}.`
      : `${missing}. Demandez à l’atelier comment l’obtenir.`;
  },
  'training.machine': 'Un des équipements choisis n’est pas à votre atelier. Retirez-le de la formation.',
  'training.taken': (params, format) => {
    const [from, until] = [dateOf(params, 'nextFrom'), dateOf(params, 'nextUntil')];
    const machine = textOf(params, 'machine') || 'Un équipement';
    return from && until
      ? `${machine} est déjà pris à ces dates. Libre ensuite\u00A0: ${format.period(from, until)}.`
      : `${machine} est déjà pris à ces dates. Choisissez-en d’autres.`;
  },
  'borrowing.closedMove': 'Ce prêt a avancé entre-temps. La page montre où il en est.',
  'borrowing.noPlace': 'Agissez pour un atelier ou une entreprise\u202F: on ne se déplace pas sans adresse.',
  'borrowing.beyondRadius': (params, format) =>
    `C’est à ${format.number(Number(params.km))}\u00A0km par la route, pour ${format.number(Number(params.radius))}\u00A0km au plus. Cherchez plus près de chez vous.`,
  'borrowing.unitOut': 'Cet exemplaire n’est pas encore rentré. Choisissez-en un autre.',
  'borrowing.checklist': 'Chaque élément de la liste doit être coché ou noté manquant.',
  'borrowing.terms': 'Lisez et acceptez les conditions du prêt.',
  'borrowing.use': 'Cette machine ne s’utilise pas ainsi. Choisissez l’usage permis.',
  'borrowing.extension': 'La nouvelle fin doit venir après l’ancienne.',
  'borrowing.extensionTaken': (params, format) => {
    const latest = dateOf(params, 'latest');
    return latest
      ? `Quelqu’un d’autre l’attend. Vous pouvez la garder jusqu’au ${format.dateTime(latest)}, pas plus.`
      : 'Quelqu’un d’autre l’attend juste après. Rendez-la à l’heure prévue.';
  },
  'borrowing.reason': 'Dites pourquoi en une phrase. L’autre partie la lira.',
  'borrowing.notYet': 'Il est trop tôt pour cette étape. Attendez le début du prêt.',
  'borrowing.wholeBasket': (params, format) =>
    `Rien n’a été demandé, puisque vous voulez tout ou rien. «\u00A0${textOf(params, 'machine')}\u00A0» ne convient pas\u00A0: ${wordReason(refusals, params, format)} Changez ou retirez cette ligne, le reste attend dans le panier.`,
  'borrowing.basketFull': 'Un panier tient 20 lignes. Envoyez celles-ci, puis continuez.',
  'borrowing.basketEmpty': 'Aucune ligne du panier n’a de dates. Choisissez quand, puis demandez.',
  'borrowing.basketMoved': 'Ce panier a déjà été envoyé, ou a changé entre-temps. Rien n’a été demandé deux fois.',
  'borrowing.recurrence': 'Cette répétition ne donne aucune date. Choisissez une fin plus tardive.',
  'production.closedMove': 'Cette demande a avancé entre-temps. La page montre où elle en est.',
  'production.draftIncomplete': 'Il manque de quoi chercher un atelier. Complétez les champs signalés.',
  'production.offerOver': (params, format) => {
    const at = dateOf(params, 'expiredAt');
    return at
      ? `L’offre a expiré à ${format.time(at)}\u202F; un autre atelier l’a reçue.`
      : 'L’offre a expiré\u202F; un autre atelier l’a reçue.';
  },
  'production.alreadyAwarded': 'Un autre atelier a accepté. Rien n’a été réservé chez vous.',
  'production.noMachineTime': (params, format) => {
    const [machine, earliest] = [textOf(params, 'machine'), dateOf(params, 'earliest')];
    const done = earliest ? ` Elle aurait fini ${format.dateTime(earliest)}.` : '';
    return `${machine || 'La machine'} n’a pas assez de temps libre avant la date.${done} Libérez du temps, ou passez.`;
  },
  'production.deadlinePast': 'La date voulue est passée. Choisissez une date à venir.',
  'production.place': 'Ce lieu de livraison est introuvable. Indiquez une commune ou un code postal.',
  'production.secrecy': 'Acceptez d’abord l’engagement de confidentialité.',
  'sharing.tooMuch': (params) =>
    Number(params.left) === 0
      ? 'Il ne reste rien. Rien n’a été pris. Attendez, ou cherchez ailleurs.'
      : `Il reste ${textOf(params, 'left')}, vous en demandez ${textOf(params, 'asked')}. Demandez-en moins.`,
  'sharing.step': (params) =>
    `Quantité à revoir\u00A0: ${textOf(params, 'minimum')} au moins, puis par ${textOf(params, 'step')}.`,
  'sharing.over': 'Les demandes sont closes. Rien n’a été pris. Voyez ce qui est encore proposé.',
  'sharing.own': 'C’est votre atelier qui le propose. Agissez pour une autre organisation, ou retirez l’offre.',
  'sharing.closedMove': 'Cela a avancé entre-temps. La page montre où cela en est.',
  'sharing.reason': 'Dites pourquoi\u00A0: les personnes concernées le liront.',
  'sharing.incomplete': 'Il manque de quoi publier. Remplissez le champ indiqué.',
  'sharing.past': 'Cette date est passée. Choisissez-en une à venir.',
  'sharing.priceBreaks': (params) =>
    `Prix à revoir, ligne ${textOf(params, 'row')}\u00A0: à partir de ${textOf(params, 'from')}, le prix doit être plus bas qu’à la ligne d’avant, et le même pour tous.`,
  'purchase.promised':
    'Des parts sont déjà promises à ce prix. Pour changer prix, transport, partage ou fournisseur, annulez cet achat et proposez-en un autre\u00A0: chacun est prévenu et libre.',
  'sharing.uncollected': (params) =>
    Number(params.parts) === 1
      ? 'Une part n’est pas encore retirée. Attendez, ou dites pourquoi vous terminez.'
      : `${textOf(params, 'parts')} parts ne sont pas encore retirées. Attendez, ou dites pourquoi vous terminez.`,
  'jobs.workshopOnly': 'Seul un atelier promet une part d’un poste. Agissez pour le vôtre.',
  'jobs.halves': (params) =>
    `${textOf(params, 'halves')} demi-journées font ${textOf(params, 'percent')}\u00A0% de la semaine. Écrivez ce pourcentage, ou changez les demi-journées.`,
  'jobs.season': (params) =>
    `Cette saison tient au plus ${textOf(params, 'most')}\u00A0% de l’année. Promettez moins, ou allongez-la.`,
  'jobs.closedMove': 'Ce n’est plus possible\u00A0: les choses ont avancé. La page montre où elles en sont.',
  'jobs.reason': 'Dites pourquoi\u00A0: la personne le lira.',
  'jobs.notOpen': 'Ce poste ne prend pas de candidatures en ce moment.',
  'jobs.applied': 'Vous avez déjà postulé. Votre candidature est dans la page Mes candidatures.',
  'jobs.slots': (params) => `Proposez de un à ${textOf(params, 'most')} horaires à venir.`,
  'jobs.swap':
    'Cet échange ne se fait pas\u00A0: chacun doit avoir la demi-journée qu’il cède, et pas celle qu’il reçoit.',
  'material.closedMove': 'Cette recherche n’est plus ouverte. La page montre où elle en est.',
  'material.tooMany': (params) => `Il y en a déjà ${textOf(params, 'most')}, le plus possible. Fermez-en d’abord.`,
  'material.own': 'C’est votre atelier qui cherche. Agissez pour un autre, ou fermez la recherche.',
  'purchase.tooMuch': (params) =>
    `C’est plus que ce qui est commandé\u00A0: il reste ${textOf(params, 'left')} à recevoir. Rien n’a été noté.`,
  'files.tooLarge': (params) =>
    `Fichier trop lourd\u00A0: ${Math.round(Number(params.most) / 1_000_000)}\u00A0Mo au plus.`,
  'files.tooMany': (params) => `Il y en a déjà ${textOf(params, 'most')}, le plus possible. Retirez-en un d’abord.`,
  'files.ticketOver': 'Le temps pour ce fichier est écoulé. Recommencez.',
  'files.signed': 'Cette photo fait partie du document signé, ou a été prise par quelqu’un d’autre\u00A0: elle reste.',
  'files.refused': (params) => fileFaults[textOf(params, 'fault')] ?? fileFaults.broken!,
  'production.process': 'Ce procédé n’est pas dans la liste.',
};

export const fieldRules: FieldRules = {
  isEmail: 'Adresse e-mail incomplète.',
  isNotEmpty: 'À remplir.',
  required: 'À remplir.',
  minLength: 'Trop court.',
  maxLength: 'Trop long.',
  length: 'Longueur à revoir.',
  min: 'Trop petit.',
  max: 'Trop grand.',
  isInt: 'Un nombre entier est attendu.',
  isNumber: 'Un nombre est attendu.',
  isPositive: 'Un nombre plus grand que zéro est attendu.',
  isUrl: 'Adresse web incomplète.',
  isIn: 'Choisissez dans la liste.',
  isEnum: 'Choisissez dans la liste.',
  arrayMinSize: 'Il en faut au moins un.',
  arrayMaxSize: 'Il y en a trop.',
  isDate: 'Date illisible. Exemple\u00A0: 25/11/2026.',
  other: 'À revoir.',
};
