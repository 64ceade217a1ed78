import type { ProcessId } from './processes.ts';

/**
 * `sheet`: sold as a flat blank, so that a request should say a thickness.
 * `banned`: processes (children included) that must never take this material or its children.
 */
interface MaterialRow {
  readonly fr: string;
  readonly en: string;
  readonly parent: string | null;
  readonly sheet: boolean;
  readonly banned?: readonly ProcessId[];
}

/**
 * A material is a substance; its form (filament, powder, sheet) follows from the process that takes it.
 * The bans: chlorine and hydrogen chloride from PVC, hydrogen fluoride from PTFE, under any laser. Cutting films are
 * banned as a family, because most are PVC and the roll seldom says.
 */
export const materials = {
  polymer: { fr: 'Plastique', en: 'Plastic', parent: null, sheet: false },
  pla: { fr: 'PLA', en: 'PLA', parent: 'polymer', sheet: false },
  abs: { fr: 'ABS', en: 'ABS', parent: 'polymer', sheet: false },
  asa: { fr: 'ASA', en: 'ASA', parent: 'polymer', sheet: false },
  tpu: { fr: 'TPU', en: 'TPU', parent: 'polymer', sheet: false },
  pa: { fr: 'Polyamide (PA)', en: 'Nylon (PA)', parent: 'polymer', sheet: false },
  pa11: { fr: 'PA11', en: 'PA11', parent: 'pa', sheet: false },
  pa12: { fr: 'PA12', en: 'PA12', parent: 'pa', sheet: false },
  pet: { fr: 'PET', en: 'PET', parent: 'polymer', sheet: true },
  petg: { fr: 'PETG', en: 'PETG', parent: 'pet', sheet: false },
  petg_cf: { fr: 'PETG chargé fibre de carbone', en: 'Carbon fibre PETG', parent: 'petg', sheet: false },
  pet_film: { fr: 'Film PET', en: 'PET film', parent: 'pet', sheet: true },
  pc: { fr: 'Polycarbonate (PC)', en: 'Polycarbonate (PC)', parent: 'polymer', sheet: true },
  pp: { fr: 'Polypropylène (PP)', en: 'Polypropylene (PP)', parent: 'polymer', sheet: true },
  pe: { fr: 'Polyéthylène (PE)', en: 'Polyethylene (PE)', parent: 'polymer', sheet: true },
  pom: { fr: 'POM', en: 'POM', parent: 'polymer', sheet: true },
  hips: { fr: 'Polystyrène choc (HIPS)', en: 'High-impact polystyrene (HIPS)', parent: 'polymer', sheet: true },
  pmma: { fr: 'PMMA', en: 'Acrylic (PMMA)', parent: 'polymer', sheet: true },
  pmma_cast: { fr: 'PMMA coulé', en: 'Cast acrylic', parent: 'pmma', sheet: true },
  pmma_extruded: { fr: 'PMMA extrudé', en: 'Extruded acrylic', parent: 'pmma', sheet: true },
  pvc: { fr: 'PVC', en: 'PVC', parent: 'polymer', sheet: true, banned: ['laser'] },
  ptfe: { fr: 'PTFE', en: 'PTFE', parent: 'polymer', sheet: true, banned: ['laser'] },
  vinyl_film: { fr: 'Vinyle', en: 'Vinyl film', parent: null, sheet: true, banned: ['laser'] },
  vinyl_adhesive: { fr: 'Vinyle adhésif', en: 'Adhesive vinyl', parent: 'vinyl_film', sheet: true },
  vinyl_heat_transfer: { fr: 'Flex thermocollant', en: 'Heat transfer vinyl', parent: 'vinyl_film', sheet: true },

  resin: { fr: 'Résine', en: 'Resin', parent: null, sheet: false },
  photopolymer: { fr: 'Résine photopolymère', en: 'Photopolymer resin', parent: 'resin', sheet: false },
  resin_standard: { fr: 'Résine standard', en: 'Standard resin', parent: 'photopolymer', sheet: false },
  resin_tough: { fr: 'Résine tenace', en: 'Tough resin', parent: 'photopolymer', sheet: false },
  resin_flexible: { fr: 'Résine souple', en: 'Flexible resin', parent: 'photopolymer', sheet: false },
  resin_castable: { fr: 'Résine calcinable', en: 'Castable resin', parent: 'photopolymer', sheet: false },
  resin_high_temp: {
    fr: 'Résine haute température',
    en: 'High-temperature resin',
    parent: 'photopolymer',
    sheet: false,
  },
  resin_washable: { fr: 'Résine lavable à l’eau', en: 'Water-washable resin', parent: 'photopolymer', sheet: false },
  pu_resin: { fr: 'Résine polyuréthane', en: 'Polyurethane resin', parent: 'resin', sheet: false },
  epoxy: { fr: 'Résine époxy', en: 'Epoxy resin', parent: 'resin', sheet: false },
  silicone: { fr: 'Silicone', en: 'Silicone', parent: null, sheet: false },

  metal: { fr: 'Métal', en: 'Metal', parent: null, sheet: true },
  aluminium: { fr: 'Aluminium', en: 'Aluminium', parent: 'metal', sheet: true },
  al_5083: { fr: 'Aluminium 5083', en: 'Aluminium 5083', parent: 'aluminium', sheet: true },
  al_6061: { fr: 'Aluminium 6061', en: 'Aluminium 6061', parent: 'aluminium', sheet: true },
  al_7075: { fr: 'Aluminium 7075', en: 'Aluminium 7075', parent: 'aluminium', sheet: true },
  al_anodised: { fr: 'Aluminium anodisé', en: 'Anodised aluminium', parent: 'aluminium', sheet: true },
  steel: { fr: 'Acier', en: 'Steel', parent: 'metal', sheet: true },
  steel_s235: { fr: 'Acier S235', en: 'S235 steel', parent: 'steel', sheet: true },
  steel_c45: { fr: 'Acier C45', en: 'C45 steel', parent: 'steel', sheet: true },
  stainless: { fr: 'Acier inoxydable', en: 'Stainless steel', parent: 'steel', sheet: true },
  stainless_304: { fr: 'Inox 304', en: '304 stainless', parent: 'stainless', sheet: true },
  stainless_316l: { fr: 'Inox 316L', en: '316L stainless', parent: 'stainless', sheet: true },
  copper_alloy: { fr: 'Alliage de cuivre', en: 'Copper alloy', parent: 'metal', sheet: true },
  copper: { fr: 'Cuivre', en: 'Copper', parent: 'copper_alloy', sheet: true },
  brass: { fr: 'Laiton', en: 'Brass', parent: 'copper_alloy', sheet: true },
  bronze: { fr: 'Bronze', en: 'Bronze', parent: 'copper_alloy', sheet: false },
  titanium: { fr: 'Titane', en: 'Titanium', parent: 'metal', sheet: true },

  wood: { fr: 'Bois', en: 'Wood', parent: null, sheet: true },
  plywood: { fr: 'Contreplaqué', en: 'Plywood', parent: 'wood', sheet: true },
  plywood_birch: { fr: 'Contreplaqué bouleau', en: 'Birch plywood', parent: 'plywood', sheet: true },
  plywood_poplar: { fr: 'Contreplaqué peuplier', en: 'Poplar plywood', parent: 'plywood', sheet: true },
  mdf: { fr: 'MDF', en: 'MDF', parent: 'wood', sheet: true },
  osb: { fr: 'OSB', en: 'OSB', parent: 'wood', sheet: true },
  solid_wood: { fr: 'Bois massif', en: 'Solid wood', parent: 'wood', sheet: false },
  oak: { fr: 'Chêne', en: 'Oak', parent: 'solid_wood', sheet: false },
  beech: { fr: 'Hêtre', en: 'Beech', parent: 'solid_wood', sheet: false },
  pine: { fr: 'Pin', en: 'Pine', parent: 'solid_wood', sheet: false },
  maple: { fr: 'Érable', en: 'Maple', parent: 'solid_wood', sheet: false },
  cork: { fr: 'Liège', en: 'Cork', parent: null, sheet: true },

  paper_card: { fr: 'Papier et carton', en: 'Paper and card', parent: null, sheet: true },
  paper: { fr: 'Papier', en: 'Paper', parent: 'paper_card', sheet: true },
  cardstock: { fr: 'Papier cartonné', en: 'Cardstock', parent: 'paper_card', sheet: true },
  cardboard: { fr: 'Carton', en: 'Cardboard', parent: 'paper_card', sheet: true },
  leather: { fr: 'Cuir', en: 'Leather', parent: null, sheet: true },
  textile: { fr: 'Tissu', en: 'Fabric', parent: null, sheet: true },
  cotton: { fr: 'Coton', en: 'Cotton', parent: 'textile', sheet: true },
  felt: { fr: 'Feutre', en: 'Felt', parent: 'textile', sheet: true },
  polyester: { fr: 'Polyester', en: 'Polyester', parent: 'textile', sheet: true },
  nonwoven_pp: { fr: 'Polypropylène non tissé', en: 'Non-woven polypropylene', parent: 'textile', sheet: true },
  elastic: { fr: 'Élastique', en: 'Elastic', parent: 'textile', sheet: false },
  foam: { fr: 'Mousse', en: 'Foam', parent: null, sheet: true },
  foam_pe: { fr: 'Mousse PE', en: 'PE foam', parent: 'foam', sheet: true },
  foam_eva: { fr: 'Mousse EVA', en: 'EVA foam', parent: 'foam', sheet: true },
  foam_pu: { fr: 'Mousse PU', en: 'PU foam', parent: 'foam', sheet: true },
  foam_xps: { fr: 'Polystyrène extrudé', en: 'Extruded polystyrene foam', parent: 'foam', sheet: true },
  rubber: { fr: 'Caoutchouc', en: 'Rubber', parent: null, sheet: true },
  fr4: { fr: 'FR-4', en: 'FR-4', parent: null, sheet: true },
  wax: { fr: 'Cire usinable', en: 'Machinable wax', parent: null, sheet: false },
  plaster: { fr: 'Plâtre', en: 'Plaster', parent: null, sheet: false },
  ceramic: { fr: 'Céramique', en: 'Ceramic', parent: null, sheet: false },
  glass: { fr: 'Verre', en: 'Glass', parent: null, sheet: true },
  stone: { fr: 'Pierre', en: 'Stone', parent: null, sheet: true },
} as const satisfies Record<string, MaterialRow>;

export type MaterialId = keyof typeof materials;
