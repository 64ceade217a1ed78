import type { MaterialId, ProcessId } from '../schema/taxonomy.ts';
import type { ArchetypeAnswers, Audience, Pricing } from '../schema/vocabulary.ts';
import type { Use } from '../schema/kinds.ts';

/** The demonstration network: invented people, workshops and machines in real towns of the Centre-Val de Loire. */

/** One password for every demonstration account; the start prints it. */
export const demonstrationPassword = 'bleu de travail 2026';

export const network = {
  code: 'CVL',
  name: 'Réseau des ateliers du Centre-Val de Loire',
  description:
    'Dix ateliers mettent en commun leurs machines, leurs compétences et leur temps. Réseau de démonstration : personnes, machines et échanges sont inventés.',
  departements: ['18', '28', '36', '37', '41', '45'],
};

type Hours = readonly (readonly [days: readonly number[], from: string, to: string])[];
const week: Hours = [
  [[2, 3, 4, 5], '09:00', '12:30'],
  [[2, 3, 4, 5], '13:30', '18:30'],
  [[6], '10:00', '17:00'],
];
const office: Hours = [[[1, 2, 3, 4, 5], '08:30', '18:00']];
const evenings: Hours = [
  [[3, 5], '14:00', '20:00'],
  [[6], '10:00', '18:00'],
];

export interface SeedMachine {
  /** Three letters in its inventory code. */
  sort: string;
  name: string;
  maker: string;
  model: string;
  description?: string;
  process: ProcessId;
  envelope?: readonly [x: number, y: number, z?: number];
  /** Material and its greatest thickness in millimetres; null where thickness does not matter. */
  materials: readonly (readonly [MaterialId, number | null])[];
  tolerance?: 'f' | 'm' | 'c' | 'v';
  lot?: readonly [min: number, max: number];
  ratePerHour?: number;
  leadDays?: number;
  use: Use;
  pricing?: readonly [Pricing, cents: number];
  deposit?: number;
  audience?: Audience;
  automatic?: boolean;
  accreditation?: string;
  buffers?: readonly [prepare: number, clean: number, transport: number];
  checklist?: readonly string[];
  shelves: readonly string[];
}

export interface SeedWorkshop {
  code: string;
  name: string;
  town: string;
  address: string;
  hours: Hours;
  description: string;
  answers: ArchetypeAnswers;
  manager: string;
  members?: readonly string[];
  machines: readonly SeedMachine[];
}

const wood: SeedMachine['materials'] = [
  ['plywood', 5],
  ['mdf', 5],
  ['pmma_cast', 6],
  ['cardboard', 4],
  ['leather', 3],
];
const laser = {
  sort: 'LAS',
  process: 'co2_cut',
  use: 'on_site',
  accreditation: 'Laser niveau 1',
  buffers: [0, 15, 0],
} as const;
const printer = {
  sort: 'IMP',
  process: 'fff',
  tolerance: 'c',
  ratePerHour: 1,
  use: 'on_site',
  buffers: [10, 10, 0],
} as const;
const filament: SeedMachine['materials'] = [
  ['pla', null],
  ['petg', null],
];

export const workshops: readonly SeedWorkshop[] = [
  {
    code: 'BLO',
    name: 'La Boîte à copeaux',
    town: '41000',
    address: '39 allée des Essais',
    hours: week,
    description:
      'Atelier associatif au bord de la Loire. Découpe laser, bois et numérisation ; l’accueil aide à préparer les fichiers.',
    answers: { origin: 'association', public: 'mixed', pricing: 'mixed', equipment: 'complete', model: 'fragile' },
    manager: 'Lou Perrin',
    members: ['Samira Benali'],
    machines: [
      {
        ...laser,
        name: 'Découpeuse laser CO₂ 40 W',
        maker: 'Epilog',
        model: 'Legend 36EXT',
        envelope: [914, 609, 305],
        materials: wood,
        tolerance: 'm',
        lot: [1, 200],
        ratePerHour: 12,
        leadDays: 2,
        pricing: ['hourly', 1800],
        shelves: ['Salle machines, poste 3'],
      },
      {
        sort: 'SCA',
        name: 'Scanner 3D de table',
        maker: 'Shining 3D',
        model: 'EinScan-SE',
        process: 'scan_3d',
        envelope: [200, 200, 200],
        materials: [],
        use: 'both',
        pricing: ['free', 0],
        deposit: 30_000,
        checklist: [
          'Scanner, n° de série lisible',
          'Table tournante',
          'Mire de calibrage',
          'Bloc secteur et câble',
          'Trépied',
          'Housse',
        ],
        buffers: [0, 30, 30],
        shelves: ['Étagère B, rayon 2'],
      },
      {
        sort: 'THE',
        name: 'Thermoformeuse de table',
        maker: 'Mayku',
        model: 'Formbox',
        process: 'vacuum_form',
        envelope: [200, 200, 160],
        materials: [
          ['hips', 2],
          ['petg', 1],
        ],
        use: 'both',
        checklist: ['Plateau', 'Joint', 'Tuyau d’aspiration'],
        buffers: [0, 15, 30],
        shelves: ['Étagère A, rayon 1'],
      },
      {
        ...printer,
        name: 'Imprimante 3D à filament',
        maker: 'Prusa',
        model: 'MK4S',
        envelope: [250, 210, 220],
        materials: filament,
        pricing: ['hourly', 200],
        automatic: true,
        shelves: ['Banc 1', 'Banc 2'],
      },
    ],
  },
  {
    code: 'VEN',
    name: 'Atelier du Loir',
    town: '41100',
    address: '12 rue du Change',
    hours: evenings,
    description: 'Atelier municipal. Couture, broderie et petite impression ; ouvert à tous le mercredi.',
    answers: { origin: 'public', public: 'general', pricing: 'free', equipment: 'basic', model: 'unbalanced' },
    manager: 'Yanis Kaddour',
    machines: [
      {
        sort: 'BRO',
        name: 'Brodeuse numérique dix aiguilles',
        maker: 'Brother',
        model: 'PR1055X',
        process: 'embroidery',
        envelope: [360, 200],
        materials: [
          ['cotton', null],
          ['felt', null],
        ],
        use: 'both',
        pricing: ['hourly', 600],
        checklist: ['Cadres (4)', 'Canettes (10)', 'Pédale'],
        buffers: [15, 15, 30],
        shelves: ['Salle textile'],
      },
      {
        ...printer,
        name: 'Imprimante 3D à filament',
        maker: 'Creality',
        model: 'Ender-3 V3',
        envelope: [220, 220, 250],
        materials: filament,
        shelves: ['Médiathèque, table 2'],
      },
      {
        sort: 'VIN',
        name: 'Découpe vinyle',
        maker: 'Roland',
        model: 'GS-24',
        process: 'vinyl_cut',
        envelope: [584, 1500],
        materials: [
          ['vinyl_adhesive', null],
          ['vinyl_heat_transfer', null],
        ],
        use: 'both',
        checklist: ['Lames (3)', 'Porte-lame', 'Câble USB'],
        shelves: ['Étagère textile'],
      },
    ],
  },
  {
    code: 'ORL',
    name: 'Le Laminoir',
    town: '45000',
    address: '1 bis avenue du Canal',
    hours: office,
    description:
      'Atelier de prototypage professionnel : tôle, usinage, petites séries. Un opérateur accompagne chaque machine.',
    answers: {
      origin: 'company',
      public: 'professional',
      pricing: 'paid',
      equipment: 'high_performance',
      model: 'balanced',
    },
    manager: 'Karim Ouali',
    members: ['Inès Morel'],
    machines: [
      {
        sort: 'FIB',
        name: 'Découpeuse laser fibre 1 kW',
        maker: 'Bodor',
        model: 'i5',
        process: 'fiber_cut',
        envelope: [1300, 900],
        materials: [
          ['aluminium', 4],
          ['steel', 6],
          ['stainless', 3],
        ],
        tolerance: 'm',
        lot: [1, 500],
        ratePerHour: 20,
        leadDays: 4,
        use: 'on_site',
        pricing: ['hourly', 6500],
        audience: 'organisations',
        accreditation: 'Laser niveau 2',
        buffers: [15, 15, 0],
        shelves: ['Hall, poste 1'],
      },
      {
        sort: 'FRA',
        name: 'Grande fraiseuse à bois',
        maker: 'ShopBot',
        model: 'PRSalpha 96',
        process: 'router_3ax',
        envelope: [2440, 1220, 150],
        materials: [
          ['plywood', 40],
          ['mdf', 40],
          ['solid_wood', 80],
          ['foam', 120],
        ],
        tolerance: 'm',
        lot: [1, 100],
        ratePerHour: 3,
        leadDays: 3,
        use: 'on_site',
        pricing: ['hourly', 3200],
        accreditation: 'Fraisage niveau 1',
        buffers: [15, 30, 0],
        shelves: ['Hall, poste 4'],
      },
      {
        sort: 'CNC',
        name: 'Fraiseuse métal trois axes',
        maker: 'Haas',
        model: 'TM-1P',
        process: 'mill_3ax',
        envelope: [762, 305, 406],
        materials: [
          ['aluminium', null],
          ['steel', null],
          ['pom', null],
        ],
        tolerance: 'f',
        lot: [1, 200],
        ratePerHour: 2,
        leadDays: 5,
        use: 'on_site',
        pricing: ['hourly', 5500],
        audience: 'organisations',
        accreditation: 'Fraisage niveau 2',
        buffers: [30, 30, 0],
        shelves: ['Hall, poste 2'],
      },
      {
        sort: 'PLI',
        name: 'Plieuse manuelle',
        maker: 'Jouanel',
        model: 'PL 1000',
        process: 'bend',
        envelope: [1000, 1000],
        materials: [
          ['aluminium', 2],
          ['steel', 1],
        ],
        tolerance: 'c',
        lot: [1, 200],
        ratePerHour: 15,
        leadDays: 2,
        use: 'on_site',
        pricing: ['hourly', 2500],
        shelves: ['Hall, poste 6'],
      },
    ],
  },
  {
    code: 'TOU',
    name: 'Atelier des Deux-Rives',
    town: '37000',
    address: '8 quai des Bateliers',
    hours: week,
    description: 'Laboratoire d’innovation du territoire : lasers, électronique, composites.',
    answers: {
      origin: 'public',
      public: 'professional',
      pricing: 'mixed',
      equipment: 'high_performance',
      model: 'fragile',
    },
    manager: 'Claire Dubois',
    machines: [
      {
        ...laser,
        name: 'Découpeuse laser CO₂ 100 W',
        maker: 'Perfect Laser',
        model: '1390',
        envelope: [1300, 900],
        materials: [
          ['plywood', 12],
          ['pmma_cast', 15],
          ['mdf', 10],
          ['cardboard', 6],
        ],
        tolerance: 'm',
        lot: [1, 500],
        ratePerHour: 15,
        leadDays: 2,
        pricing: ['hourly', 2200],
        accreditation: 'Laser niveau 2',
        shelves: ['Atelier 2'],
      },
      {
        sort: 'MAR',
        name: 'Marqueuse fibre 20 W',
        maker: 'Gravotech',
        model: 'WeLase',
        process: 'laser_engrave',
        envelope: [110, 110],
        materials: [
          ['aluminium', null],
          ['stainless', null],
          ['brass', null],
        ],
        use: 'on_site',
        pricing: ['hourly', 1200],
        shelves: ['Atelier 2'],
      },
      {
        sort: 'PCB',
        name: 'Graveuse de circuits',
        maker: 'Bantam Tools',
        model: 'Desktop PCB',
        process: 'pcb_mill',
        envelope: [140, 114],
        materials: [['fr4', 1.6]],
        tolerance: 'f',
        lot: [1, 20],
        ratePerHour: 1,
        leadDays: 3,
        use: 'on_site',
        pricing: ['hourly', 1000],
        shelves: ['Labo électronique'],
      },
    ],
  },
  {
    code: 'CHD',
    name: 'L’Atelier dunois',
    town: '28200',
    address: '3 place du 18-Octobre',
    hours: evenings,
    description: 'Tiers-lieu avec un coin laser et un coin textile.',
    answers: { origin: 'public', public: 'general', pricing: 'paid', equipment: 'basic', model: 'unbalanced' },
    manager: 'Hugo Lambert',
    machines: [
      {
        ...laser,
        name: 'Découpeuse laser CO₂ 60 W',
        maker: 'Gravotech',
        model: 'LS100',
        envelope: [610, 305],
        materials: [
          ['plywood', 8],
          ['pmma_cast', 8],
          ['leather', 4],
        ],
        tolerance: 'm',
        lot: [1, 100],
        ratePerHour: 10,
        leadDays: 3,
        pricing: ['hourly', 1400],
        shelves: ['Fond de salle'],
      },
      {
        sort: 'XTO',
        name: 'Graveuse portative',
        maker: 'xTool',
        model: 'F1 Ultra',
        process: 'laser_engrave',
        envelope: [220, 220],
        materials: [
          ['plywood', 3],
          ['leather', 2],
          ['al_anodised', null],
        ],
        use: 'take_away',
        checklist: ['Capot', 'Clé de sécurité', 'Extracteur', 'Lunettes (2)'],
        deposit: 50_000,
        buffers: [0, 15, 45],
        shelves: ['Armoire 1'],
      },
    ],
  },
  {
    code: 'AMB',
    name: 'Le Copeau',
    town: '37400',
    address: '21 rue des Tanneurs',
    hours: week,
    description: 'Association de menuiserie numérique : on y apprend et on y fait ensemble.',
    answers: { origin: 'association', public: 'general', pricing: 'paid', equipment: 'basic', model: 'unbalanced' },
    manager: 'Maud Girard',
    machines: [
      {
        ...laser,
        name: 'Découpeuse laser CO₂ 60 W',
        maker: 'Trotec',
        model: 'Speedy 100',
        envelope: [610, 305, 170],
        materials: [
          ['plywood', 6],
          ['leather', 4],
          ['cardboard', 5],
        ],
        tolerance: 'm',
        lot: [1, 150],
        ratePerHour: 14,
        leadDays: 2,
        pricing: ['hourly', 1600],
        shelves: ['Mezzanine'],
      },
      {
        sort: 'FRA',
        name: 'Fraiseuse à bois de table',
        maker: 'Stepcraft',
        model: 'D.840',
        process: 'router_3ax',
        envelope: [600, 840, 140],
        materials: [
          ['plywood', 20],
          ['solid_wood', 40],
        ],
        tolerance: 'm',
        lot: [1, 40],
        ratePerHour: 2,
        leadDays: 4,
        use: 'on_site',
        pricing: ['hourly', 1500],
        accreditation: 'Fraisage niveau 1',
        shelves: ['Rez-de-chaussée'],
      },
    ],
  },
  {
    code: 'CHA',
    name: 'L’Établi beauceron',
    town: '28000',
    address: '5 rue de la Ferronnerie',
    hours: office,
    description: 'Atelier de métallerie et d’usinage, deux opérateurs, séries jusqu’à 200 pièces.',
    answers: {
      origin: 'company',
      public: 'professional',
      pricing: 'paid',
      equipment: 'high_performance',
      model: 'balanced',
    },
    manager: 'Bruno Petit',
    machines: [
      {
        ...laser,
        name: 'Découpeuse laser CO₂ 80 W',
        maker: 'Trotec',
        model: 'Speedy 400',
        envelope: [1000, 610, 305],
        materials: [
          ['plywood', 10],
          ['pmma_cast', 12],
        ],
        tolerance: 'm',
        lot: [1, 300],
        ratePerHour: 18,
        leadDays: 3,
        pricing: ['hourly', 2500],
        shelves: ['Bureau d’études'],
      },
      {
        sort: 'FIB',
        name: 'Découpeuse laser fibre 500 W',
        maker: 'Amada',
        model: 'LC-1212',
        process: 'fiber_cut',
        envelope: [1200, 1200],
        materials: [
          ['aluminium', 3],
          ['steel', 4],
        ],
        tolerance: 'm',
        lot: [1, 200],
        ratePerHour: 12,
        leadDays: 6,
        use: 'on_site',
        pricing: ['hourly', 6000],
        audience: 'organisations',
        accreditation: 'Laser niveau 2',
        buffers: [15, 15, 0],
        shelves: ['Hall 1'],
      },
    ],
  },
  {
    code: 'VIE',
    name: 'Le Compas',
    town: '18100',
    address: '14 rue de l’Abricot',
    hours: week,
    description: 'Atelier de lycée ouvert aux entreprises : jet d’eau, tournage, métrologie.',
    answers: { origin: 'public', public: 'mixed', pricing: 'mixed', equipment: 'complete', model: 'fragile' },
    manager: 'Nadia Rossi',
    machines: [
      {
        sort: 'JET',
        name: 'Découpe jet d’eau',
        maker: 'Wazer',
        model: 'Desktop',
        process: 'waterjet',
        envelope: [305, 460],
        materials: [
          ['aluminium', 12],
          ['steel', 6],
          ['glass', 9],
          ['stone', 10],
        ],
        tolerance: 'm',
        lot: [1, 80],
        ratePerHour: 2,
        leadDays: 5,
        use: 'on_site',
        pricing: ['hourly', 3000],
        buffers: [15, 30, 0],
        shelves: ['Atelier bas'],
      },
      {
        sort: 'TOR',
        name: 'Tour parallèle à commande numérique',
        maker: 'Cazeneuve',
        model: 'Optica 360',
        process: 'lathe',
        envelope: [320, 320, 650],
        materials: [
          ['aluminium', null],
          ['steel', null],
          ['brass', null],
        ],
        tolerance: 'f',
        lot: [1, 100],
        ratePerHour: 3,
        leadDays: 6,
        use: 'on_site',
        pricing: ['hourly', 4000],
        accreditation: 'Tournage niveau 1',
        shelves: ['Atelier bas'],
      },
    ],
  },
  {
    code: 'BOU',
    name: 'La Forge numérique',
    town: '18000',
    address: '2 impasse des Forgerons',
    hours: week,
    description: 'Impression 3D de série et résine, scanners, prêt de matériel aux associations.',
    answers: { origin: 'association', public: 'mixed', pricing: 'mixed', equipment: 'complete', model: 'fragile' },
    manager: 'Adèle Fontaine',
    machines: [
      {
        ...printer,
        name: 'Ferme d’imprimantes à filament',
        maker: 'Bambu Lab',
        model: 'X1 Carbon',
        envelope: [256, 256, 256],
        materials: [...filament, ['abs', null], ['pa', null]],
        lot: [1, 500],
        ratePerHour: 2,
        leadDays: 2,
        pricing: ['hourly', 300],
        shelves: ['Rack 1', 'Rack 2', 'Rack 3', 'Rack 4'],
      },
      {
        sort: 'RES',
        name: 'Imprimante résine',
        maker: 'Formlabs',
        model: 'Form 3+',
        process: 'sla_dlp',
        envelope: [145, 145, 193],
        materials: [
          ['resin_standard', null],
          ['resin_tough', null],
        ],
        tolerance: 'm',
        lot: [1, 50],
        ratePerHour: 1,
        leadDays: 3,
        use: 'on_site',
        pricing: ['hourly', 800],
        accreditation: 'Résine niveau 1',
        buffers: [10, 30, 0],
        shelves: ['Salle blanche'],
      },
      {
        sort: 'SCA',
        name: 'Scanner 3D portatif',
        maker: 'Creaform',
        model: 'Peel 3',
        process: 'scan_3d',
        materials: [],
        use: 'take_away',
        pricing: ['daily', 6000],
        deposit: 100_000,
        audience: 'network',
        checklist: ['Scanner', 'Câble et bloc secteur', 'Cibles (200)', 'Plaque d’étalonnage', 'Valise'],
        buffers: [0, 60, 60],
        shelves: ['Coffre 2'],
      },
    ],
  },
  {
    code: 'LOC',
    name: 'L’Équerre',
    town: '37600',
    address: '7 rue Balzac',
    hours: evenings,
    description: 'Espace de formation aux outils numériques du bois et du cuir.',
    answers: { origin: 'association', public: 'general', pricing: 'paid', equipment: 'basic', model: 'unbalanced' },
    manager: 'Paul Renaud',
    machines: [
      {
        ...laser,
        name: 'Découpeuse laser CO₂ 40 W',
        maker: 'Epilog',
        model: 'Helix 24',
        envelope: [610, 457, 216],
        materials: [
          ['plywood', 5],
          ['leather', 4],
        ],
        tolerance: 'm',
        lot: [1, 60],
        ratePerHour: 8,
        leadDays: 4,
        pricing: ['hourly', 1500],
        shelves: ['Salle du haut'],
      },
      {
        sort: 'COU',
        name: 'Machine à coudre triple entraînement',
        maker: 'Juki',
        model: 'DU-1181N',
        process: 'sewing',
        materials: [
          ['leather', null],
          ['textile', null],
        ],
        use: 'on_site',
        pricing: ['daily', 2000],
        shelves: ['Salle du bas'],
      },
    ],
  },
];

/** Persons who hold no role in a workshop. */
export const people = {
  head: 'Hélène Marchand',
  coordinator: 'Tom Leroy',
  firm: 'Ana Ferrandon',
  admin: 'Maya Chevalier',
};

export const firm = { name: 'Cycles Ferrandon', town: '41100', siret: '73282932000074' };
