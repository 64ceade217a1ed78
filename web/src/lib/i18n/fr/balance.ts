import { fr as plural } from '../plural.ts';

const hard = '\u00A0';

/** The balance of a workshop, for its board. */
export const balance = {
  title: 'Bilan',
  of: (name: string) => `Bilan de ${name}`,
  lead: 'Ce que l’atelier a prêté, donné et enseigné, et ce qu’il a reçu des autres. Chaque prêt, chaque part compte une fois.',
  period: 'Période',
  between: (from: string, until: string) => `Du ${from} au ${until}`,
  thisYear: 'Cette année',
  lastYear: 'L’an dernier',
  from: 'Du',
  until: 'Au',
  show: 'Voir cette période',
  print: 'Imprimer',
  inMoney: 'Recettes',
  outMoney: 'Dépenses',
  purchases: 'Achats groupés, au fournisseur',
  saved: 'Sauvé de la benne',
  kg: (amount: string) => `${amount}${hard}kg`,
  unweighed: (count: number) =>
    `${count} ${plural(count, 'lot reçu sans poids connu', 'lots reçus sans poids connu')}, non comptés.`,
  sides: {
    given: 'Donné aux autres',
    taken: 'Reçu des autres',
    together: 'Fait ensemble',
  },
  none: {
    given: 'Rien n’est sorti de l’atelier sur cette période.',
    taken: 'Rien n’a été emprunté, reçu ni suivi sur cette période.',
    together: 'Ni achat groupé ni poste partagé sur cette période.',
  },
  lines: {
    given: {
      equipment: 'Machines prêtées',
      trainer: 'Formateurs prêtés',
      material: 'Matières cédées',
      training: 'Places enseignées',
    },
    taken: {
      equipment: 'Machines empruntées',
      trainer: 'Formateurs empruntés',
      material: 'Matières reçues',
      training: 'Places suivies',
    },
    together: { purchase: 'Achats groupés', job: 'Parts de postes' },
  } as Record<'given' | 'taken' | 'together', Record<string, string>>,
  columns: {
    what: 'Quoi',
    parts: 'Fois',
    quantity: 'Combien',
    among: 'Dont à des ateliers',
    money: 'Euros',
  },
  units: {
    hour: (count: number) => plural(count, 'heure sur place', 'heures sur place'),
    day: (count: number) => plural(count, 'jour emporté', 'jours emportés'),
  },
  rules: [
    'Un prêt compte le jour où la machine est remise, pour la durée convenue. Emportée, elle compte en jours de 24 heures.',
    'Une matière compte le jour où elle est reçue, une place le jour de la présence, un achat groupé le jour de la commande.',
    'Une part de poste compte si le poste est pourvu à la fin de la période.',
  ],
  made: (date: string) => `Établi le ${date} par Maillage.`,
};
