import { materialAliases, processAliases } from './taxonomy/aliases.ts';
import { materials } from './taxonomy/materials.ts';
import type { MaterialId } from './taxonomy/materials.ts';
import { processes } from './taxonomy/processes.ts';
import type { Geometry, ProcessId } from './taxonomy/processes.ts';

export { finishes } from './taxonomy/processes.ts';
export type { FinishId, Geometry, ProcessId } from './taxonomy/processes.ts';
export type { MaterialId } from './taxonomy/materials.ts';
export { materials, processes };

export const processIds = Object.keys(processes) as ProcessId[];
export const materialIds = Object.keys(materials) as MaterialId[];

/** One spelling for comparison: lower case, no accents, every run of punctuation or `_` one space. */
export const normalise = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const processParents = (id: ProcessId): readonly ProcessId[] => processes[id].parents;
const materialParents = (id: MaterialId): readonly MaterialId[] => {
  const parent = materials[id].parent;
  return parent === null ? [] : [parent];
};

interface Lineage<Id extends string> {
  readonly up: ReadonlyMap<Id, ReadonlySet<Id>>;
  readonly down: ReadonlyMap<Id, ReadonlySet<Id>>;
}

function lineage<Id extends string>(ids: readonly Id[], parentsOf: (id: Id) => readonly Id[]): Lineage<Id> {
  const up = new Map<Id, Set<Id>>();
  const climb = (id: Id): Set<Id> => {
    const known = up.get(id);
    if (known) return known;
    const above = new Set<Id>();
    up.set(id, above);
    for (const parent of parentsOf(id)) {
      above.add(parent);
      for (const higher of climb(parent)) above.add(higher);
    }
    return above;
  };
  const down = new Map<Id, Set<Id>>(ids.map((id) => [id, new Set<Id>([id])]));
  for (const id of ids) for (const above of climb(id)) down.get(above)?.add(id);
  return { up, down };
}

const processTree = lineage(processIds, processParents);
const materialTree = lineage(materialIds, materialParents);

/** The id itself and everything below it: what satisfies a request for it. */
export function descendants(id: ProcessId): ReadonlySet<ProcessId>;
export function descendants(id: MaterialId): ReadonlySet<MaterialId>;
export function descendants(id: ProcessId | MaterialId): ReadonlySet<ProcessId | MaterialId> {
  return (isProcess(id) ? processTree.down.get(id) : materialTree.down.get(id)) ?? new Set();
}

/** Everything above the id, without itself. */
export function ancestors(id: ProcessId): ReadonlySet<ProcessId>;
export function ancestors(id: MaterialId): ReadonlySet<MaterialId>;
export function ancestors(id: ProcessId | MaterialId): ReadonlySet<ProcessId | MaterialId> {
  return (isProcess(id) ? processTree.up.get(id) : materialTree.up.get(id)) ?? new Set();
}

export const isProcess = (text: string): text is ProcessId => Object.hasOwn(processes, text);
export const isMaterial = (text: string): text is MaterialId => Object.hasOwn(materials, text);

/** Every spelling an entry answers to, normalised: its id, both its names and its aliases. */
export const processSpellings = (id: ProcessId): string[] => spellings(id, processes[id], processAliases[id]);
export const materialSpellings = (id: MaterialId): string[] => spellings(id, materials[id], materialAliases[id]);

const spellings = (id: string, names: { fr: string; en: string }, aliases = ''): string[] => [
  ...new Set([id, names.fr, names.en, ...aliases.split('|')].map(normalise).filter((text) => text !== '')),
];

const index = <Id extends string>(ids: readonly Id[], spellingsOf: (id: Id) => string[]): ReadonlyMap<string, Id> =>
  new Map(ids.flatMap((id) => spellingsOf(id).map((text): [string, Id] => [text, id])));

const processIndex = index(processIds, processSpellings);
const materialIndex = index(materialIds, materialSpellings);

/** The process that this whole text names, in French or English; never a guess from a part of it. */
export const resolveProcess = (text: string): ProcessId | undefined => processIndex.get(normalise(text));

/** The material that this whole text names, in French or English; never a guess from a part of it. */
export const resolveMaterial = (text: string): MaterialId | undefined => materialIndex.get(normalise(text));

export const geometryOf = (id: ProcessId): Geometry => processes[id].geometry;

const bans = new Map<MaterialId, ReadonlySet<ProcessId>>(
  materialIds.map((id) => {
    const roots = [id, ...ancestors(id)].flatMap((each): readonly ProcessId[] => {
      const row = materials[each];
      return 'banned' in row ? row.banned : [];
    });
    return [id, new Set(roots.flatMap((root) => [...descendants(root)]))];
  }),
);

/** True when this process must never take this material, by the material's own ban or its family's. */
export const isBanned = (material: MaterialId, process: ProcessId): boolean =>
  bans.get(material)?.has(process) ?? false;
