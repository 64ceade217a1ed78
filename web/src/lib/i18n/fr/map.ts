import { fr as plural } from '../plural.ts';

export const map = {
  label: 'Carte',
  caption: 'La liste porte tout ce que montre la carte.',
  help: 'Flèches pour se déplacer, plus et moins pour changer d’échelle.',
  searchHere: 'Chercher dans cette zone',
  closer: 'Rapprocher',
  farther: 'Éloigner',
  whole: 'Revoir l’ensemble',
  failed: 'La carte n’a pas pu s’ouvrir. La liste suffit.',
  territories: 'Aller vers',
  jump: (name: string, count: number) => `${name}\u00A0: ${count} ${plural(count, 'atelier', 'ateliers')}`,
  territory: {
    metro: 'Métropole',
    '971': 'Guadeloupe',
    '972': 'Martinique',
    '973': 'Guyane',
    '974': 'La Réunion',
    '975': 'Saint-Pierre-et-Miquelon',
    '976': 'Mayotte',
    '977': 'Saint-Barthélemy',
    '978': 'Saint-Martin',
    '986': 'Wallis-et-Futuna',
    '987': 'Polynésie française',
    '988': 'Nouvelle-Calédonie',
  },
};
