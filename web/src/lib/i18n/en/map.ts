import type { Messages } from '../fr.ts';
import { en as plural } from '../plural.ts';

export const map = {
  label: 'Map',
  caption: 'The list carries all that the map shows.',
  help: 'Arrow keys to move, plus and minus to change scale.',
  searchHere: 'Search in this area',
  closer: 'Zoom in',
  farther: 'Zoom out',
  whole: 'See the whole again',
  failed: 'The map could not open. The list is enough.',
  territories: 'Go to',
  jump: (name: string, count: number) => `${name}: ${count} ${plural(count, 'workshop', 'workshops')}`,
  territory: {
    metro: 'Mainland',
    '971': 'Guadeloupe',
    '972': 'Martinique',
    '973': 'French Guiana',
    '974': 'Réunion',
    '975': 'Saint Pierre and Miquelon',
    '976': 'Mayotte',
    '977': 'Saint Barthélemy',
    '978': 'Saint Martin',
    '986': 'Wallis and Futuna',
    '987': 'French Polynesia',
    '988': 'New Caledonia',
  },
} satisfies Messages['map'];
