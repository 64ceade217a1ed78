import { isProcess, normalise, processSpellings } from './taxonomy.ts';

/** What skills are told apart by, in the order in which lists show them. */
export const skillFamilies = {
  digital: { fr: 'Machines numériques', en: 'Digital machines' },
  hand: { fr: 'Métiers et matières', en: 'Trades and materials' },
  electronic: { fr: 'Électronique et code', en: 'Electronics and code' },
  design: { fr: 'Conception', en: 'Design' },
  workshop: { fr: 'Vie de l’atelier', en: 'Running a workshop' },
} as const;
type SkillFamily = keyof typeof skillFamilies;

interface SkillRow {
  fr: string;
  en: string;
  family: SkillFamily;
  /** Other names by which people have called it, with bars between. */
  also?: string;
}

/**
 * What is taught, held and asked for: the one list of machines, sessions, accreditations and trainers. An id that is also
 * one of a process answers to the names of that process as well.
 */
export const skills = {
  laser: {
    fr: 'Laser',
    en: 'Laser',
    family: 'digital',
    also: 'Découpe laser|Laser cutting|Découpeuse laser|Laser CO2',
  },
  additive: { fr: 'Impression 3D', en: '3D printing', family: 'digital', also: 'Imprimante 3D' },
  fff: { fr: 'Impression 3D à filament', en: 'Filament printing', family: 'digital', also: 'FDM|Impression FDM' },
  sla_dlp: { fr: 'Impression résine', en: 'Resin printing', family: 'digital', also: 'Résine|Resin|Imprimante résine' },
  sls: { fr: 'Frittage de poudre', en: 'Powder sintering', family: 'digital', also: 'Poudre|SLS' },
  cnc_milling: {
    fr: 'Fraisage numérique',
    en: 'CNC milling',
    family: 'digital',
    also: 'Fraisage|Fraiseuse|Fraiseuse numérique|Milling|CNC|Défonceuse numérique',
  },
  lathe: { fr: 'Tournage', en: 'Turning', family: 'digital', also: 'Tour|Tour à métaux|Lathe' },
  waterjet: { fr: 'Jet d’eau', en: 'Waterjet cutting', family: 'digital' },
  plasma: { fr: 'Découpe plasma', en: 'Plasma cutting', family: 'digital', also: 'Plasma' },
  vinyl_cut: { fr: 'Découpe vinyle', en: 'Vinyl cutting', family: 'digital', also: 'Vinyle|Vinyl|Plotter' },
  embroidery: { fr: 'Broderie numérique', en: 'Machine embroidery', family: 'digital', also: 'Broderie|Brodeuse' },
  scan_3d: { fr: 'Numérisation 3D', en: '3D scanning', family: 'digital', also: 'Scanner 3D|Scan 3D' },
  uv_print: { fr: 'Impression UV', en: 'UV printing', family: 'digital' },
  robotics: { fr: 'Robotique', en: 'Robotics', family: 'digital', also: 'Bras robot|Robot arm' },

  woodworking: { fr: 'Menuiserie', en: 'Woodworking', family: 'hand', also: 'Travail du bois|Bois|Wood' },
  wood_turning: { fr: 'Tournage sur bois', en: 'Wood turning', family: 'hand', also: 'Tour à bois' },
  metalworking: { fr: 'Travail du métal', en: 'Metalworking', family: 'hand', also: 'Métal|Métallerie' },
  sheet_metal: { fr: 'Tôlerie', en: 'Sheet metal', family: 'hand', also: 'Pliage' },
  weld: { fr: 'Soudage', en: 'Welding', family: 'hand', also: 'Soudure' },
  forge: { fr: 'Forge', en: 'Blacksmithing', family: 'hand' },
  sewing: { fr: 'Couture', en: 'Sewing', family: 'hand', also: 'Machine à coudre' },
  textile_work: { fr: 'Travail du textile', en: 'Textile work', family: 'hand', also: 'Textile' },
  leather: { fr: 'Maroquinerie', en: 'Leatherwork', family: 'hand', also: 'Cuir|Leather' },
  screen_print: { fr: 'Sérigraphie', en: 'Screen printing', family: 'hand' },
  moulding: { fr: 'Moulage', en: 'Moulding', family: 'hand', also: 'Moulage et coulée|Casting' },
  thermoforming: { fr: 'Thermoformage', en: 'Thermoforming', family: 'hand' },
  composites: { fr: 'Composites', en: 'Composites', family: 'hand', also: 'Fibre de verre|Stratification' },
  ceramics: { fr: 'Céramique', en: 'Ceramics', family: 'hand', also: 'Poterie|Pottery' },
  bookbinding: { fr: 'Reliure et papier', en: 'Bookbinding and paper', family: 'hand', also: 'Reliure' },
  finishing: { fr: 'Finition', en: 'Finishing', family: 'hand', also: 'Vernis|Ponçage' },
  bicycle: { fr: 'Réparation de vélos', en: 'Bicycle repair', family: 'hand', also: 'Vélo' },

  electronics: { fr: 'Électronique', en: 'Electronics', family: 'electronic' },
  soldering: { fr: 'Soudure électronique', en: 'Soldering', family: 'electronic', also: 'Fer à souder' },
  pcb_fab: { fr: 'Circuits imprimés', en: 'PCB fabrication', family: 'electronic', also: 'PCB|KiCad' },
  microcontrollers: {
    fr: 'Microcontrôleurs',
    en: 'Microcontrollers',
    family: 'electronic',
    also: 'Arduino|ESP32|Raspberry Pi|Micro:bit',
  },
  programming: { fr: 'Programmation', en: 'Programming', family: 'electronic', also: 'Code|Python|Coding' },
  iot: { fr: 'Objets connectés', en: 'Connected objects', family: 'electronic', also: 'IoT|Domotique|LoRa' },
  repair: {
    fr: 'Réparation d’appareils',
    en: 'Appliance repair',
    family: 'electronic',
    also: 'Repair café|Réparation',
  },

  cad: {
    fr: 'Conception assistée (CAO)',
    en: 'Computer-aided design',
    family: 'design',
    also: 'CAO|CAD|FreeCAD|Fusion 360',
  },
  cam: { fr: 'Programmation d’usinage (FAO)', en: 'Toolpaths (CAM)', family: 'design', also: 'FAO|CAM' },
  vector: { fr: 'Dessin vectoriel', en: 'Vector drawing', family: 'design', also: 'Inkscape|Illustrator' },
  modelling: { fr: 'Modélisation libre', en: 'Free-form modelling', family: 'design', also: 'Blender' },
  product_design: {
    fr: 'Design d’objet',
    en: 'Product design',
    family: 'design',
    also: 'Prototypage|Prototyping',
  },
  metrology: { fr: 'Mesure et contrôle', en: 'Measuring and inspection', family: 'design', also: 'Métrologie' },
  ecodesign: { fr: 'Écoconception', en: 'Ecodesign', family: 'design', also: 'Réemploi' },

  mediation: {
    fr: 'Médiation numérique',
    en: 'Digital mediation',
    family: 'workshop',
    also: 'Médiation|Inclusion numérique',
  },
  teaching: { fr: 'Animation d’ateliers', en: 'Running sessions', family: 'workshop', also: 'Animation|Pédagogie' },
  safety: { fr: 'Sécurité en atelier', en: 'Workshop safety', family: 'workshop', also: 'Sécurité|Safety' },
  maintenance: { fr: 'Entretien des machines', en: 'Machine maintenance', family: 'workshop', also: 'Maintenance' },
  documentation: {
    fr: 'Documentation de projet',
    en: 'Project documentation',
    family: 'workshop',
    also: 'Documentation',
  },
  management: { fr: 'Gestion d’un atelier', en: 'Managing a workshop', family: 'workshop', also: 'Fabmanager' },
  funding: { fr: 'Montage de dossiers', en: 'Funding applications', family: 'workshop', also: 'Financement' },
  ip: { fr: 'Propriété et licences', en: 'Rights and licences', family: 'workshop', also: 'Licences libres' },
} as const satisfies Record<string, SkillRow>;

export type SkillId = keyof typeof skills;
export const skillIds = Object.keys(skills) as SkillId[];
export const isSkill = (text: string): text is SkillId => Object.hasOwn(skills, text);

/** How far somebody is: what each level lets expect. */
export const skillLevels = {
  1: { fr: 'Niveau 1 : découvrir', en: 'Level 1: first steps' },
  2: { fr: 'Niveau 2 : être autonome', en: 'Level 2: on one’s own' },
  3: { fr: 'Niveau 3 : transmettre', en: 'Level 3: passing it on' },
} as const;
export type SkillLevel = keyof typeof skillLevels;
export const levels = [1, 2, 3] as const satisfies readonly SkillLevel[];

/** Every spelling that a skill answers to, normalised. */
export function skillSpellings(id: SkillId): string[] {
  const { fr, en, also = '' }: SkillRow = skills[id];
  const own = [id, fr, en, ...also.split('|')].map(normalise).filter((text) => text !== '');
  return [...new Set([...own, ...(isProcess(id) ? processSpellings(id) : [])])];
}

/** A skill's own names win over those that it takes from a process. */
const bySpelling = new Map<string, SkillId>(
  [...skillIds].reverse().flatMap((id) => skillSpellings(id).map((text): [string, SkillId] => [text, id])),
);
for (const id of skillIds) for (const name of [skills[id].fr, skills[id].en]) bySpelling.set(normalise(name), id);

/** The skill that this whole text names, in French or English; never a guess from a part of it. */
export const resolveSkill = (text: string): SkillId | undefined => bySpelling.get(normalise(text));

/** A skill with its level, as trainers are stored: `laser.2`. */
export interface Taught {
  id: SkillId;
  level: SkillLevel;
}

/** Reads `laser.2,cad.1`; undefined where anything in it is no skill, no level, or stands twice. */
export function taughtIn(text: string): Taught[] | undefined {
  const rows = text.split(',').map((one) => one.trim().split('.'));
  const read = rows.flatMap(([id = '', level = '', more]): Taught[] => {
    const known = levels.find((each) => String(each) === level);
    return isSkill(id) && known && more === undefined ? [{ id, level: known }] : [];
  });
  return read.length === rows.length && new Set(read.map(({ id }) => id)).size === read.length ? read : undefined;
}

/** Every level that somebody who teaches this answers for: a search is one look at an index. */
export const answersFor = (taught: readonly Taught[]): string[] =>
  taught.flatMap(({ id, level }) => levels.filter((each) => each <= level).map((each) => `${id}.${each}`));
