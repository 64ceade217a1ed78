/** What a process does to the space a part takes: a box, a flat blank with a thickness, a bar, or nothing to measure. */
export type Geometry = 'volume' | 'sheet' | 'turned' | 'none';

/** `tsdc` is the DIN SPEC 3105-1 documentation code, a coarse tag for exports only: it never takes part in matching. */
interface ProcessRow {
  readonly fr: string;
  readonly en: string;
  readonly parents: readonly string[];
  readonly tsdc: '3DP' | 'LAS' | 'CNC' | 'MEC' | 'PCB' | 'CIR' | 'ASM' | 'WEL' | 'SHEET' | 'POST' | null;
  readonly geometry: Geometry;
}

/**
 * Every process that a workshop may declare or a firm may ask for.
 * A row may have two parents (a laser cut is a laser's work and a cut). Sewing stands apart from assembly on purpose:
 * the tree is used to match, and a metal shop that assembles does not make a gown.
 */
export const processes = {
  additive: { fr: 'Impression 3D', en: '3D printing', parents: [], tsdc: '3DP', geometry: 'volume' },
  fff: {
    fr: 'Dépôt de fil (FFF)',
    en: 'Filament printing (FFF)',
    parents: ['additive'],
    tsdc: '3DP',
    geometry: 'volume',
  },
  sla_dlp: {
    fr: 'Résine (SLA, DLP)',
    en: 'Resin printing (SLA, DLP)',
    parents: ['additive'],
    tsdc: '3DP',
    geometry: 'volume',
  },
  sls: {
    fr: 'Frittage laser (SLS)',
    en: 'Laser sintering (SLS)',
    parents: ['additive'],
    tsdc: '3DP',
    geometry: 'volume',
  },
  mjf: {
    fr: 'Fusion de poudre (MJF)',
    en: 'Multi Jet Fusion (MJF)',
    parents: ['additive'],
    tsdc: '3DP',
    geometry: 'volume',
  },
  material_jetting: {
    fr: 'Projection de matière',
    en: 'Material jetting',
    parents: ['additive'],
    tsdc: '3DP',
    geometry: 'volume',
  },
  dmls: {
    fr: 'Impression métal (DMLS)',
    en: 'Metal printing (DMLS)',
    parents: ['additive'],
    tsdc: '3DP',
    geometry: 'volume',
  },

  cutting: { fr: 'Découpe', en: 'Cutting', parents: [], tsdc: null, geometry: 'sheet' },
  laser: { fr: 'Laser', en: 'Laser', parents: [], tsdc: 'LAS', geometry: 'sheet' },
  laser_cut: {
    fr: 'Découpe laser',
    en: 'Laser cutting',
    parents: ['laser', 'cutting'],
    tsdc: 'LAS',
    geometry: 'sheet',
  },
  co2_cut: { fr: 'Découpe laser CO₂', en: 'CO₂ laser cutting', parents: ['laser_cut'], tsdc: 'LAS', geometry: 'sheet' },
  diode_cut: {
    fr: 'Découpe laser à diode',
    en: 'Diode laser cutting',
    parents: ['laser_cut'],
    tsdc: 'LAS',
    geometry: 'sheet',
  },
  fiber_cut: {
    fr: 'Découpe laser à fibre',
    en: 'Fibre laser cutting',
    parents: ['laser_cut'],
    tsdc: 'LAS',
    geometry: 'sheet',
  },
  laser_engrave: { fr: 'Gravure laser', en: 'Laser engraving', parents: ['laser'], tsdc: 'LAS', geometry: 'sheet' },
  knife: { fr: 'Découpe à la lame', en: 'Knife cutting', parents: ['cutting'], tsdc: null, geometry: 'sheet' },
  vinyl_cut: { fr: 'Découpe vinyle', en: 'Vinyl cutting', parents: ['knife'], tsdc: null, geometry: 'sheet' },
  flatbed_drag: {
    fr: 'Découpe à plat',
    en: 'Flatbed knife cutting',
    parents: ['knife'],
    tsdc: null,
    geometry: 'sheet',
  },
  die_cut: { fr: 'Découpe à l’emporte-pièce', en: 'Die cutting', parents: ['cutting'], tsdc: null, geometry: 'sheet' },
  waterjet: { fr: 'Jet d’eau', en: 'Waterjet cutting', parents: ['cutting'], tsdc: 'SHEET', geometry: 'sheet' },
  plasma: { fr: 'Découpe plasma', en: 'Plasma cutting', parents: ['cutting'], tsdc: 'SHEET', geometry: 'sheet' },

  cnc: { fr: 'Usinage numérique', en: 'CNC machining', parents: [], tsdc: 'CNC', geometry: 'volume' },
  cnc_milling: { fr: 'Fraisage numérique', en: 'CNC milling', parents: ['cnc'], tsdc: 'CNC', geometry: 'volume' },
  router_3ax: {
    fr: 'Défonçage numérique',
    en: 'CNC routing',
    parents: ['cnc_milling'],
    tsdc: 'CNC',
    geometry: 'volume',
  },
  mill_3ax: { fr: 'Fraisage 3 axes', en: '3-axis milling', parents: ['cnc_milling'], tsdc: 'CNC', geometry: 'volume' },
  mill_5ax: { fr: 'Fraisage 5 axes', en: '5-axis milling', parents: ['cnc_milling'], tsdc: 'CNC', geometry: 'volume' },
  precision_mill: {
    fr: 'Fraisage de précision',
    en: 'Precision milling',
    parents: ['cnc_milling'],
    tsdc: 'CNC',
    geometry: 'volume',
  },
  lathe: { fr: 'Tournage', en: 'Turning', parents: ['cnc'], tsdc: 'CNC', geometry: 'turned' },
  edm_wire: { fr: 'Électroérosion à fil', en: 'Wire EDM', parents: ['cnc'], tsdc: 'CNC', geometry: 'volume' },
  hotwire: {
    fr: 'Découpe au fil chaud',
    en: 'Hot-wire cutting',
    parents: ['cnc', 'cutting'],
    tsdc: 'CNC',
    geometry: 'volume',
  },

  woodworking: { fr: 'Menuiserie', en: 'Woodworking', parents: [], tsdc: 'MEC', geometry: 'none' },
  metalworking: { fr: 'Travail du métal', en: 'Metalworking', parents: [], tsdc: 'MEC', geometry: 'none' },
  sheet_metal: { fr: 'Tôlerie', en: 'Sheet metal', parents: ['metalworking'], tsdc: 'SHEET', geometry: 'sheet' },
  bend: { fr: 'Pliage', en: 'Bending', parents: ['sheet_metal'], tsdc: 'SHEET', geometry: 'sheet' },
  roll: { fr: 'Roulage', en: 'Rolling', parents: ['sheet_metal'], tsdc: 'SHEET', geometry: 'sheet' },
  punch: { fr: 'Poinçonnage', en: 'Punching', parents: ['sheet_metal'], tsdc: 'SHEET', geometry: 'sheet' },
  weld: { fr: 'Soudage', en: 'Welding', parents: ['metalworking'], tsdc: 'WEL', geometry: 'none' },
  weld_mig: { fr: 'Soudage MIG-MAG', en: 'MIG welding', parents: ['weld'], tsdc: 'WEL', geometry: 'none' },
  weld_tig: { fr: 'Soudage TIG', en: 'TIG welding', parents: ['weld'], tsdc: 'WEL', geometry: 'none' },
  weld_spot: { fr: 'Soudage par points', en: 'Spot welding', parents: ['weld'], tsdc: 'WEL', geometry: 'none' },
  braze: { fr: 'Brasage', en: 'Brazing', parents: ['weld'], tsdc: 'WEL', geometry: 'none' },

  textile_work: { fr: 'Travail du textile', en: 'Textile work', parents: [], tsdc: null, geometry: 'none' },
  sewing: { fr: 'Couture', en: 'Sewing', parents: ['textile_work'], tsdc: null, geometry: 'none' },
  embroidery: { fr: 'Broderie numérique', en: 'Embroidery', parents: ['textile_work'], tsdc: null, geometry: 'sheet' },
  textile_cut: {
    fr: 'Coupe de tissu',
    en: 'Fabric cutting',
    parents: ['textile_work', 'cutting'],
    tsdc: null,
    geometry: 'sheet',
  },
  heat_transfer: {
    fr: 'Thermocollage',
    en: 'Heat transfer',
    parents: ['textile_work'],
    tsdc: 'POST',
    geometry: 'sheet',
  },

  forming: { fr: 'Formage', en: 'Forming', parents: [], tsdc: 'MEC', geometry: 'volume' },
  thermoforming: { fr: 'Thermoformage', en: 'Thermoforming', parents: ['forming'], tsdc: 'MEC', geometry: 'volume' },
  vacuum_form: {
    fr: 'Formage sous vide',
    en: 'Vacuum forming',
    parents: ['thermoforming'],
    tsdc: 'MEC',
    geometry: 'volume',
  },
  moulding: { fr: 'Moulage', en: 'Moulding', parents: [], tsdc: 'MEC', geometry: 'volume' },
  injection_small: {
    fr: 'Injection plastique',
    en: 'Injection moulding',
    parents: ['moulding'],
    tsdc: 'MEC',
    geometry: 'volume',
  },
  silicone_cast: {
    fr: 'Coulée sous vide',
    en: 'Vacuum casting',
    parents: ['moulding'],
    tsdc: 'MEC',
    geometry: 'volume',
  },
  resin_cast: { fr: 'Coulée de résine', en: 'Resin casting', parents: ['moulding'], tsdc: 'MEC', geometry: 'volume' },
  lost_wax: {
    fr: 'Fonte à cire perdue',
    en: 'Lost-wax casting',
    parents: ['moulding'],
    tsdc: 'MEC',
    geometry: 'volume',
  },
  sand_cast: { fr: 'Fonte au sable', en: 'Sand casting', parents: ['moulding'], tsdc: 'MEC', geometry: 'volume' },

  electronics: { fr: 'Électronique', en: 'Electronics', parents: [], tsdc: 'CIR', geometry: 'none' },
  pcb_fab: { fr: 'Circuits imprimés', en: 'PCB fabrication', parents: ['electronics'], tsdc: 'PCB', geometry: 'sheet' },
  pcb_mill: {
    fr: 'Gravure de circuits',
    en: 'PCB milling',
    parents: ['pcb_fab', 'cnc'],
    tsdc: 'PCB',
    geometry: 'sheet',
  },
  pcb_assembly: {
    fr: 'Assemblage électronique',
    en: 'PCB assembly',
    parents: ['electronics'],
    tsdc: 'CIR',
    geometry: 'none',
  },
  soldering: { fr: 'Soudure électronique', en: 'Soldering', parents: ['electronics'], tsdc: 'CIR', geometry: 'none' },
  wiring: { fr: 'Câblage', en: 'Wiring', parents: ['electronics'], tsdc: 'CIR', geometry: 'none' },

  finishing: { fr: 'Finition', en: 'Finishing', parents: [], tsdc: 'POST', geometry: 'none' },
  deburr: { fr: 'Ébavurage', en: 'Deburring', parents: ['finishing'], tsdc: 'POST', geometry: 'none' },
  sand: { fr: 'Ponçage', en: 'Sanding', parents: ['finishing'], tsdc: 'POST', geometry: 'none' },
  paint: { fr: 'Peinture', en: 'Painting', parents: ['finishing'], tsdc: 'POST', geometry: 'none' },
  powder_coat: { fr: 'Thermolaquage', en: 'Powder coating', parents: ['finishing'], tsdc: 'POST', geometry: 'none' },
  anodise: { fr: 'Anodisation', en: 'Anodising', parents: ['finishing'], tsdc: 'POST', geometry: 'none' },
  dye: { fr: 'Teinture', en: 'Dyeing', parents: ['finishing'], tsdc: 'POST', geometry: 'none' },
  uv_print: { fr: 'Impression UV', en: 'UV printing', parents: ['finishing'], tsdc: 'POST', geometry: 'sheet' },
  screen_print: { fr: 'Sérigraphie', en: 'Screen printing', parents: ['finishing'], tsdc: 'POST', geometry: 'sheet' },

  assembly: { fr: 'Assemblage', en: 'Assembly', parents: [], tsdc: 'ASM', geometry: 'none' },
  assembly_mechanical: {
    fr: 'Assemblage mécanique',
    en: 'Mechanical assembly',
    parents: ['assembly'],
    tsdc: 'ASM',
    geometry: 'none',
  },

  service: { fr: 'Service', en: 'Service', parents: [], tsdc: null, geometry: 'none' },
  cad: { fr: 'Conception (CAO)', en: 'Design (CAD)', parents: ['service'], tsdc: null, geometry: 'none' },
  dfm: { fr: 'Conseil de fabrication', en: 'Manufacturing advice', parents: ['service'], tsdc: null, geometry: 'none' },
  scan_3d: { fr: 'Numérisation 3D', en: '3D scanning', parents: ['service'], tsdc: null, geometry: 'volume' },
  metrology: { fr: 'Mesure et contrôle', en: 'Metrology', parents: ['service'], tsdc: null, geometry: 'none' },
} as const satisfies Record<string, ProcessRow>;

export type ProcessId = keyof typeof processes;

/** The finishing processes: what a part may ask on top of its own process. */
export const finishes = [
  'deburr',
  'sand',
  'paint',
  'powder_coat',
  'anodise',
  'dye',
  'uv_print',
  'screen_print',
] as const satisfies readonly ProcessId[];

export type FinishId = (typeof finishes)[number];

/**
 * Other spellings, separated by ` | `; each is matched whole once normalised, never as a part of a longer text.
 * Beside them a process answers to its id and to both its names. The fablabs.io keys, the machine classes and the
 * French labels of the data we import are here.
 */
export const processAliases: Partial<Record<ProcessId, string>> = {
  additive:
    'three_d_printing | 3d_printer | fabrication additive | imprimante 3d | additive manufacturing | 3dp | impression 3d',
  fff: 'fff | fdm | fdm_3d_printing | impression 3d fdm | impression 3d fff | fused filament fabrication | dépôt de fil | fused deposition modeling',
  sla_dlp:
    'sla | dlp | msla | sla_3d_printing | impression 3d résine (SLA) | impression résine | stéréolithographie | stereolithography | resin printing',
  sls: 'sls_3d_printing | frittage laser | selective laser sintering | frittage de poudre',
  mjf: 'multi jet fusion | hp mjf',
  material_jetting: 'polyjet | mjp | jet de matière',
  dmls: 'slm | fusion laser sur lit de poudre | metal 3d printing | impression 3d métal | lpbf',
  cutting: 'coupe',
  laser: 'laser_cutter | découpeuse laser | las | machine laser',
  laser_cut: 'laser_cutting | découpe au laser | découpage laser | laser cut',
  co2_cut: 'laser co2 | co2 laser | co2 | découpe laser co2',
  diode_cut: 'laser diode | diode laser',
  fiber_cut: 'laser fibre | fiber laser | fibre laser | fiber laser cutting | découpe laser fibre',
  laser_engrave: 'laser_engraving | gravure au laser | marquage laser | laser marking',
  knife: 'cutter | découpe au cutter',
  vinyl_cut: 'vinyl_cutting | vinyl_cutter | découpeuse vinyle | plotter de découpe | découpe de vinyle',
  flatbed_drag: 'table de découpe | flatbed cutting',
  die_cut: 'die_cutting | emporte-pièce | découpe à la presse',
  waterjet: 'waterjet_cutting | découpe jet d’eau | découpe au jet d’eau | water_jet_cutting | water jet',
  plasma: 'plasma_cutting | découpe au plasma',
  cnc: 'cnc_machining | usinage | machining | usinage cnc',
  cnc_milling: 'fraisage | fraisage cnc | milling | fraiseuse numérique | fraiseuse cnc',
  router_3ax: 'cnc_routing | cnc_router | défonceuse numérique | défonçage CNC grand format | routing | défonceuse cnc',
  mill_3ax: 'milling_3_axis | fraiseuse 3 axes | fraisage cnc 3 axes | cnc 3 axes',
  mill_5ax: 'milling_5_axis | fraiseuse 5 axes | fraisage cnc 5 axes | cnc 5 axes',
  precision_mill: 'precision_milling | mould_milling | petite fraiseuse | fraiseuse de précision',
  lathe: 'turning | cnc_turning | tour | tour numérique | tournage cnc | woodturning',
  edm_wire: 'wire_edm | électroérosion | edm',
  hotwire: 'hot_wire_cutting | fil chaud',
  woodworking: 'carpentry | travail du bois | ébénisterie',
  metalworking: 'travail des métaux | métallerie | serrurerie',
  sheet_metal: 'sheet_metal_forming | travail de la tôle',
  bend: 'pliage de tôle | sheet metal bending',
  roll: 'cintrage',
  weld: 'soudure | welding shop',
  weld_mig: 'mig | mag | soudure mig',
  weld_tig: 'tig | soudure tig',
  weld_spot: 'soudure par points',
  textile_work: 'sewing_embroidery | textile | textiles',
  sewing: 'sewing_machine | machine à coudre | confection',
  embroidery: 'embroidery_machine | broderie | brodeuse numérique | machine embroidery',
  textile_cut: 'découpe de tissu | découpe textile',
  heat_transfer: 'heat_press | thermocollage / flocage | flocage | sublimation | presse à chaud | transfert à chaud',
  vacuum_form: 'vacuum_former | vacuum_forming | thermoformage sous vide | thermoformeuse',
  injection_small: 'injection_moulding | injection_molding | injection | moulage par injection | presse à injecter',
  silicone_cast: 'silicone_vacuum_cast | vacuum_casting | moulage silicone | duplication sous vide',
  resin_cast: 'resin_casting | moulage résine',
  lost_wax: 'cire perdue | investment casting | lost_wax_casting',
  sand_cast: 'sand_casting | fonderie sable | casting',
  electronics: 'circuit_production | electronics_bench | fabrication de circuits | atelier électronique',
  pcb_fab: 'pcb_fabrication | pcb | circuit imprimé | fabrication de circuits imprimés',
  pcb_mill: 'fraisage de circuits imprimés | gravure de circuits imprimés | fraisage de pcb',
  pcb_assembly: 'reflow | assemblage de cartes | smt assembly | refusion',
  soldering: 'brasure électronique',
  wiring: 'faisceaux | cable harness',
  finishing: 'finitions | post-processing | post-traitement | finish',
  deburr: 'ébavurer',
  sand: 'poncé',
  paint: 'peint',
  powder_coat: 'peinture poudre | powder coat',
  anodise: 'anodizing | anodisé',
  dye: 'teint',
  uv_print: 'uv_printer | imprimante uv',
  screen_print: 'sérigraphié',
  assembly: 'montage',
  assembly_mechanical: 'montage mécanique',
  cad: 'cao | design | modélisation 3d',
  dfm: 'design for manufacturing',
  scan_3d: '3d_scanning | 3d_scanner | scan 3D | scanner 3d | scan',
  metrology: 'measurement | métrologie | mesure | contrôle dimensionnel',
};
