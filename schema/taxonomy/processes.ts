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
