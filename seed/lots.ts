import type { CreateListing } from '../gateway/modules/sharing/listing.inputs.ts';

/** Something that a workshop of the demonstration offers by quantity; times are counted in days from the present one. */
export interface SeedListing extends Partial<CreateListing> {
  workshop: string;
  kind: CreateListing['kind'];
  name: string;
  measure: CreateListing['measure'];
  facts: CreateListing['facts'];
  /** On which day it begins, at the first opening from then on, and how many hours it lasts. */
  begins?: number;
  lasts?: number;
  /** How many days before it begins, or from the present one, it is decided. */
  decided?: number;
  /** The network offers it: the workshop is where it is based. */
  byNetwork?: boolean;
}

const everyone = (cents: number, from = 0) => ({ for: 'everyone' as const, from, cents });

/** Materials that workshops pass on. */
export const lots = {
  birch: {
    workshop: 'BLO',
    kind: 'material',
    name: 'Chutes de contreplaqué de bouleau, 3 mm',
    description: 'Plaques propres d’environ 300 × 200 mm, restes de découpe laser. Empilées par lots de cinq.',
    measure: 'piece',
    quantity: 40,
    minimum: 5,
    step: 5,
    facts: [
      { name: 'material', text: 'plywood' },
      { name: 'form', text: 'offcut' },
      { name: 'thickness', number: 3 },
      { name: 'width', number: 200 },
      { name: 'length', number: 300 },
      { name: 'condition', text: 'good' },
      { name: 'origin', text: 'offcut' },
      { name: 'handing', text: 'pick_up' },
    ],
  },
  pmma: {
    workshop: 'ORL',
    kind: 'material',
    name: 'PMMA coulé transparent, 5 mm',
    description: 'Film de protection sur les deux faces.',
    measure: 'm2',
    quantity: 3.2,
    minimum: 0.2,
    step: 0.1,
    prices: [everyone(1_800), { for: 'member', from: 0, cents: 900 }],
    facts: [
      { name: 'material', text: 'pmma' },
      { name: 'grade', text: 'coulé, XT exclu' },
      { name: 'form', text: 'sheet' },
      { name: 'thickness', number: 5 },
      { name: 'condition', text: 'new' },
      { name: 'origin', text: 'surplus' },
      { name: 'handing', text: 'either' },
    ],
  },
  pla: {
    workshop: 'TOU',
    kind: 'material',
    name: 'Bobines de PLA noir, 1,75 mm',
    measure: 'spool',
    quantity: 6,
    prices: [everyone(1_200)],
    facts: [
      { name: 'material', text: 'pla' },
      { name: 'form', text: 'spool' },
      { name: 'weight', number: 1 },
      { name: 'condition', text: 'new' },
      { name: 'origin', text: 'surplus' },
      { name: 'handing', text: 'delivery' },
    ],
  },
  brass: {
    workshop: 'VEN',
    kind: 'material',
    name: 'Laiton en barre, diamètre 12 mm',
    measure: 'metre',
    quantity: 14,
    minimum: 0.5,
    step: 0.5,
    prices: [everyone(750), everyone(600, 5)],
    audience: 'network',
    facts: [
      { name: 'material', text: 'brass' },
      { name: 'grade', text: 'CuZn39Pb3' },
      { name: 'form', text: 'bar' },
      { name: 'diameter', number: 12 },
      { name: 'origin', text: 'surplus' },
      { name: 'handing', text: 'pick_up' },
    ],
  },
  felt: {
    workshop: 'BOU',
    kind: 'material',
    name: 'Feutre de laine recyclée, 4 mm',
    description: 'Gris chiné, en laize de 1,5 m.',
    measure: 'm2',
    quantity: 9,
    minimum: 0.5,
    step: 0.5,
    automatic: true,
    facts: [
      { name: 'material', text: 'felt' },
      { name: 'form', text: 'other' },
      { name: 'thickness', number: 4 },
      { name: 'condition', text: 'good' },
      { name: 'origin', text: 'recycled' },
      { name: 'handing', text: 'pick_up' },
    ],
  },
} as const satisfies Record<string, SeedListing>;

/** Training sessions. */
export const sessions = {
  resin: {
    workshop: 'TOU',
    kind: 'training',
    name: 'Impression résine, prise en main',
    measure: 'seat',
    quantity: 4,
    begins: -6,
    lasts: 3,
    prices: [everyone(6_000), { for: 'member', from: 0, cents: 3_000 }],
    facts: [
      { name: 'programme', text: 'Sécurité et gants, préparation du fichier, impression, lavage et cuisson.' },
      { name: 'skill', text: 'Impression résine' },
      { name: 'level', number: 1 },
      { name: 'trainer', text: 'Claire Dubois' },
      { name: 'hours', number: 3 },
    ],
  },
  laser: {
    workshop: 'BLO',
    kind: 'training',
    name: 'Découpe laser, niveau 1',
    description: 'Apportez un fichier à découper\u00A0: on finit par votre pièce.',
    measure: 'seat',
    quantity: 6,
    threshold: 3,
    decided: 2,
    begins: 9,
    lasts: 3,
    prices: [
      everyone(9_000),
      { for: 'member', from: 0, cents: 4_500 },
      { for: 'person', from: 0, cents: 6_000 },
      { for: 'job_seeker', from: 0, cents: 0 },
    ],
    facts: [
      {
        name: 'programme',
        text: 'Risques et extraction des fumées.\nMatières admises et interdites.\nRéglages, première découpe, entretien.',
      },
      { name: 'skill', text: 'Laser niveau 1' },
      { name: 'level', number: 1 },
      { name: 'trainer', text: 'Lou Perrin' },
      { name: 'hours', number: 3 },
      { name: 'room', text: 'Salle des machines' },
    ],
  },
  milling: {
    workshop: 'ORL',
    kind: 'training',
    name: 'Fraisage numérique, préparer son fichier',
    measure: 'seat',
    quantity: 8,
    threshold: 4,
    decided: 3,
    begins: 15,
    lasts: 4,
    prices: [everyone(12_000), { for: 'member', from: 0, cents: 6_000 }],
    facts: [
      { name: 'programme', text: 'Du dessin aux parcours d’outil\u00A0: brut, origine, passes, brides.' },
      { name: 'skill', text: 'Fraisage numérique' },
      { name: 'level', number: 1 },
      { name: 'trainer', text: 'Inès Morel' },
      { name: 'hours', number: 4 },
      { name: 'room', text: 'Salle de CAO' },
    ],
  },
} as const satisfies Record<string, SeedListing>;

/** Purchases made together. */
export const purchases = {
  plywood: {
    workshop: 'ORL',
    kind: 'purchase',
    name: 'Contreplaqué de bouleau 4 mm, une palette',
    measure: 'sheet',
    quantity: 40,
    threshold: 20,
    decided: -10,
    prices: [everyone(3_400), everyone(2_900, 20)],
    facts: [
      { name: 'supplier', text: 'Bois du Val' },
      { name: 'material', text: 'plywood' },
      { name: 'transport', number: 9_000 },
      { name: 'split', text: 'quantity' },
    ],
  },
  spools: {
    workshop: 'BLO',
    kind: 'purchase',
    name: 'PLA blanc, bobines de 1 kg',
    description: 'Le devis vaut jusqu’à la fin du mois. On se partage un seul transport, livré à Blois.',
    measure: 'spool',
    quantity: null,
    threshold: 40,
    decided: 12,
    prices: [everyone(2_000), everyone(1_650, 40), everyone(1_490, 80)],
    facts: [
      { name: 'supplier', text: 'Filaments de Loire' },
      { name: 'material', text: 'pla' },
      { name: 'transport', number: 6_000 },
      { name: 'split', text: 'quantity' },
    ],
  },
} as const satisfies Record<string, SeedListing>;
