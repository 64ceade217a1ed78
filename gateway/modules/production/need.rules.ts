import { ancestors, descendants, isBanned, materialIds, processIds } from '../../../schema/taxonomy.ts';
import type { FinishId, MaterialId, ProcessId } from '../../../schema/taxonomy.ts';
import type { ToleranceClass } from '../../../schema/production.ts';
import type { Point } from '../../platform/geo.ts';

/** One thing to make. Null is "the firm did not say". */
export interface Part {
  id: string;
  name: string;
  process: ProcessId;
  /** Processes that would do as well as `process`. */
  orProcesses?: readonly ProcessId[];
  material: MaterialId | null;
  /** Materials that would do as well as `material`. */
  orMaterials?: readonly MaterialId[];
  thicknessMm: number | null;
  /** Outer size; `z` may be missing for what is cut from a sheet. */
  sizeMm: { x: number; y: number; z: number | null } | null;
  /** 1 to 999. */
  quantity: number;
  toleranceClass: ToleranceClass | null;
  finish: FinishId | null;
}

export interface Need {
  parts: readonly Part[];
  mustHaveBy: Date | null;
  near: Point | null;
  /** Straight line from `near`; null asks for no limit. */
  maxKm: number | null;
}

/** A part with what every comparison needs worked out once, so that looking at a capability allocates nothing. */
export interface PreparedPart {
  part: Part;
  processes: readonly ProcessId[];
  materials: readonly MaterialId[];
  /** What satisfies the process asked, and what a lab may declare that leaves it open. */
  processYes: ReadonlySet<ProcessId>;
  processMaybe: ReadonlySet<ProcessId>;
  /** By place in `processIds`: 0 another trade, 1 worth a look, 2 the trade but banned for every material asked. */
  reach: Uint8Array;
  /** By place in `materialIds`: 1 where the material will or may do; also past its end, for a material not stated. */
  takes: Uint8Array;
  materialYes: ReadonlySet<MaterialId>;
  materialMaybe: ReadonlySet<MaterialId>;
  /** Processes that none of the materials asked may ever meet. */
  banned: ReadonlySet<ProcessId>;
  /** Sides from the longest, `depth` 0 when it is not known. */
  long: number;
  middle: number;
  short: number;
  hasSize: boolean;
  hasDepth: boolean;
  thicknessMm: number | null;
}

export function prepare(part: Part): PreparedPart {
  const asked = [part.process, ...(part.orProcesses ?? [])];
  const materials = part.material === null ? [] : [part.material, ...(part.orMaterials ?? [])];
  const processYes = new Set(asked.flatMap((id) => [...descendants(id)]));
  const processMaybe = new Set(
    processIds.filter((id) => !processYes.has(id) && [...descendants(id)].some((below) => processYes.has(below))),
  );
  const sides = part.sizeMm ? [part.sizeMm.x, part.sizeMm.y, part.sizeMm.z ?? 0].sort((a, b) => b - a) : [];
  const [long = 0, middle = 0, short = 0] = sides;
  const materialYes = new Set(materials.flatMap((id) => [...descendants(id)]));
  const materialMaybe = new Set(materials.flatMap((id) => [...ancestors(id)]));
  const banned = new Set(
    processIds.filter((id) => materials.length > 0 && materials.every((material) => isBanned(material, id))),
  );
  const takes = new Uint8Array(256).fill(1);
  if (materials.length > 0) {
    materialIds.forEach((id, at) => {
      takes[at] = materialYes.has(id) || materialMaybe.has(id) ? 1 : 0;
    });
  }
  return {
    part,
    processes: asked,
    materials,
    processYes,
    processMaybe,
    reach: Uint8Array.from(processIds, (id) => {
      if (!processYes.has(id) && !processMaybe.has(id)) return 0;
      return banned.has(id) ? 2 : 1;
    }),
    takes,
    materialYes,
    materialMaybe,
    banned,
    long,
    middle,
    short,
    hasSize: part.sizeMm !== null,
    hasDepth: part.sizeMm !== null && part.sizeMm.z !== null,
    thicknessMm: part.thicknessMm ?? (part.sizeMm?.z !== null && part.sizeMm !== null ? short : null),
  };
}
