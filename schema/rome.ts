/**
 * Titles of the jobs that workshops of digital fabrication recruit for, by their code (OGR) in the ROME, the repertoire of
 * occupations of France Travail (version 460, Licence Ouverte 2.0). `rome` is the card that each stands under. The English
 * titles are ours: the repertoire has French ones alone.
 */
export const romeTitles = {
  '510621': { rome: 'M1305', fr: 'Fablab Manager', en: 'Fab lab manager' },
  '510629': { rome: 'M1305', fr: 'Forgeur / Forgeuse numérique', en: 'Digital maker' },
  '140945': { rome: 'G1238', fr: 'Facilitateur / Facilitatrice de FabLab', en: 'Fab lab facilitator' },
  '509832': { rome: 'G1238', fr: 'Médiateur / Médiatrice numérique', en: 'Digital mediator' },
  '140973': { rome: 'G1238', fr: 'Conseiller médiateur / Conseillère médiatrice en numérique', en: 'Digital adviser' },
  '140974': {
    rome: 'G1239',
    fr: 'Responsable d’espace de médiation numérique',
    en: 'Head of a digital inclusion centre',
  },
  '513590': { rome: 'G1242', fr: 'Médiateur / Médiatrice scientifique', en: 'Science communicator' },
  '14000': { rome: 'H1204', fr: 'Designer industriel / Designeuse industrielle', en: 'Industrial designer' },
  '16374': { rome: 'H1235', fr: 'Maquettiste en conception industrielle', en: 'Industrial model maker' },
  '16375': { rome: 'H1227', fr: 'Maquettiste en électronique', en: 'Electronics prototype maker' },
  '11612': {
    rome: 'H2605',
    fr: 'Câbleur / Câbleuse de cartes de circuits imprimés',
    en: 'Printed circuit board assembler',
  },
  '18215': { rome: 'H2206', fr: 'Prototypiste bois', en: 'Wood prototype maker' },
  '17313': {
    rome: 'H2202',
    fr: 'Opérateur / Opératrice sur machines à bois à commande numérique',
    en: 'CNC woodworking operator',
  },
  '17271': {
    rome: 'H2903',
    fr: 'Opérateur régleur-programmeur / Opératrice régleuse-programmeuse sur machines à commande numérique',
    en: 'CNC setter and programmer',
  },
  '17288': {
    rome: 'H2905',
    fr: 'Opérateur / Opératrice sur machine à découper au laser avec commande numérique',
    en: 'CNC laser cutting operator',
  },
  '11602': { rome: 'H2403', fr: 'Brodeur / Brodeuse sur machine multitête', en: 'Multi-head embroidery operator' },
  '16855': { rome: 'H2411', fr: 'Monteur / Monteuse prototypiste', en: 'Prototype assembler' },
  '18219': { rome: 'H3203', fr: 'Prototypiste en stratifiés', en: 'Composites prototype maker' },
  '16629': { rome: 'H2207', fr: 'Menuisier-ébéniste / Menuisière-ébéniste', en: 'Cabinetmaker' },
  '13812': { rome: 'B1803', fr: 'Couturier / Couturière', en: 'Seamstress or tailor' },
  '16376': { rome: 'H2908', fr: 'Maquettiste modeleur / Maquettiste modeleuse', en: 'Pattern and model maker' },
} as const satisfies Record<`${number}`, { rome: string; fr: string; en: string }>;

export type RomeTitle = keyof typeof romeTitles;
export const isRomeTitle = (code: string): code is RomeTitle => Object.hasOwn(romeTitles, code);
