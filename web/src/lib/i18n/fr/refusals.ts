import { dateOf, textOf, type FieldRules, type Refusals } from '../wording.ts';
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
  'catalogue.unitInUse': 'Cet exemplaire est réservé ou sorti. Attendez son retour, ou annulez ses prêts.',
  'catalogue.unitRemoved': 'Cet exemplaire a été retiré.',
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
  'borrowing.accreditation': (params) => {
    const name = textOf(params, 'accreditation') || textOf(params, 'name');
    return `${name ? `Il manque l’habilitation ${name}` : 'Une habilitation manque'}. Demandez à l’atelier comment l’obtenir.`;
  },
  'borrowing.closedMove': 'Ce prêt a avancé entre-temps. La page montre où il en est.',
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
  'borrowing.wholeBasket': (params) =>
    `Rien n’a été demandé, puisque vous voulez tout ou rien\u00A0: «\u00A0${textOf(params, 'machine')}\u00A0» ne convient pas. Sa ligne dit pourquoi.`,
  'borrowing.basketFull': 'Un panier tient 20 lignes. Envoyez celles-ci, puis continuez.',
  'borrowing.basketEmpty': 'Aucune ligne du panier n’a de dates. Choisissez quand, puis demandez.',
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
