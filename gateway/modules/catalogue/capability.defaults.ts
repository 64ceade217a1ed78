import type { MaterialId, ProcessId } from '../../../schema/taxonomy.ts';
import type { ToleranceClass } from '../../../schema/production.ts';

interface Default {
  /** ISO 2768-1 class that the process holds on an ordinary machine; null when nothing published says. */
  readonly tolerance: ToleranceClass | null;
  /** What an ordinary machine takes, each with its greatest thickness in millimetres, null when unknown. */
  readonly materials: Partial<Record<MaterialId, number | null>>;
}

/**
 * What a machine of which only the model is known can be expected to do: careful first values, imported, until the
 * workshop says better. Families close each list, so that a material which is not listed is asked about, and one that
 * the process cannot take (aluminium under a small CO2 laser) stays out.
 *
 * Tolerances are published process ranges, read at 100 mm against ISO 2768-1 and rounded to the coarser class:
 * filament ±0.1 to 0.5 mm, resin 0.05 to 0.15, powder 0.2 to 0.5, milling 0.025 to 0.13, turning 0.013 to 0.025,
 * sheet laser 0.1 to 0.5, waterjet 0.05 to 0.25, plasma 0.5 to 1, injection 0.05, sand casting 0.5 to 1
 * (tables of iteraio.com, utilitiesbunker.com and layerx3d.in, which differ by 2 to 5 times). A router is held to
 * coarse: the ShopBot PRS sheet says 0.127 mm for the gantry, and wood moves.
 * CO2 thicknesses are those of a 40 W machine (Epilog Legend 36EXT: wood 5 mm, acrylic 6 mm), from the machine sheets
 * of Fab-manager's demonstration lab; so are the materials of the precision mill (Roland MDX-20).
 */
export const processDefaults: Partial<Record<ProcessId, Default>> = {
  fff: { tolerance: 'c', materials: { pla: null, petg: null, polymer: null } },
  sla_dlp: { tolerance: 'm', materials: { resin_standard: null, photopolymer: null } },
  sls: { tolerance: 'c', materials: { pa12: null, pa: null, polymer: null } },
  mjf: { tolerance: 'c', materials: { pa12: null, pa: null } },
  dmls: { tolerance: 'c', materials: { metal: null } },
  co2_cut: {
    tolerance: 'c',
    materials: {
      plywood: 5,
      mdf: 5,
      solid_wood: 5,
      pmma: 6,
      cardboard: null,
      paper: null,
      leather: null,
      textile: null,
      wood: 5,
      paper_card: null,
      polymer: null,
      foam: null,
      cork: null,
      rubber: null,
    },
  },
  diode_cut: {
    tolerance: 'c',
    materials: {
      plywood: null,
      cardboard: null,
      paper: null,
      wood: null,
      paper_card: null,
      leather: null,
      textile: null,
    },
  },
  fiber_cut: { tolerance: 'c', materials: { steel: null, aluminium: null, metal: null } },
  laser_engrave: {
    tolerance: null,
    materials: { wood: null, pmma: null, leather: null, al_anodised: null, glass: null, stone: null, paper_card: null },
  },
  vinyl_cut: {
    tolerance: null,
    materials: { vinyl_adhesive: null, vinyl_heat_transfer: null, paper: null, paper_card: null },
  },
  router_3ax: {
    tolerance: 'c',
    materials: { plywood: null, mdf: null, solid_wood: null, wood: null, foam: null, polymer: null, metal: null },
  },
  mill_3ax: { tolerance: 'm', materials: { aluminium: null, steel: null, polymer: null, wood: null, metal: null } },
  mill_5ax: { tolerance: 'm', materials: { aluminium: null, steel: null, polymer: null, metal: null } },
  precision_mill: {
    tolerance: 'm',
    materials: {
      wax: null,
      solid_wood: null,
      plaster: null,
      resin: null,
      copper: null,
      brass: null,
      wood: null,
      polymer: null,
      metal: null,
    },
  },
  lathe: { tolerance: 'm', materials: { aluminium: null, steel: null, polymer: null, wood: null, metal: null } },
  pcb_mill: { tolerance: null, materials: { fr4: null } },
  waterjet: { tolerance: 'm', materials: { metal: null, glass: null, stone: null, polymer: null, rubber: null } },
  plasma: { tolerance: 'v', materials: { steel: null, metal: null } },
  embroidery: { tolerance: null, materials: { cotton: null, textile: null } },
  heat_transfer: { tolerance: null, materials: { vinyl_heat_transfer: null, textile: null } },
  vacuum_form: { tolerance: null, materials: { hips: null, petg: null, polymer: null } },
  injection_small: { tolerance: 'm', materials: { polymer: null } },
  sand_cast: { tolerance: 'v', materials: { metal: null } },
};

/** What a model's technology says of the processes it carries, by the word of the catalogues (normalised). */
export const technologies: Readonly<Record<string, readonly ProcessId[]>> = {
  fff: ['fff'],
  fdm: ['fff'],
  sla: ['sla_dlp'],
  dlp: ['sla_dlp'],
  msla: ['sla_dlp'],
  sls: ['sls'],
  mjf: ['mjf'],
  co2: ['co2_cut', 'laser_engrave'],
  diode: ['diode_cut', 'laser_engrave'],
  fibre: ['laser_engrave'],
  fiber: ['laser_engrave'],
  'fibre diode': ['diode_cut', 'laser_engrave'],
};
