import {
  ancestors,
  descendants,
  geometryOf,
  isBanned,
  isMaterial,
  isProcess,
  type MaterialId,
  materialIds,
  materialSpellings,
  type ProcessId,
  processSpellings,
} from '../../../schema/taxonomy.ts';
import { type SkillId, skillSpellings } from '../../../schema/skills.ts';
import { storedWords } from '../../../schema/words.ts';
import type { Pricing } from '../../../schema/vocabulary.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Capability, Envelope } from './capability.rules.ts';
import { importedSlack } from '../../../schema/production.ts';

/** Larger than any machine: stands for a side that nobody gave. */
const boundless = 1e9;

/** A day's rate compared with an hour's, as a day of eight working hours. */
const hoursInADay = 8;

/** Cents for an hour, so that prices by the hour and by the day sort together. */
export const centsPerHour = ({ pricing, rateCents }: { pricing: Pricing; rateCents: number }): number =>
  pricing === 'hourly' ? rateCents : pricing === 'daily' ? Math.round(rateCents / hoursInADay) : 0;

/** The id with all its parents. */
export const processesUp = (ids: readonly string[]): string[] => [
  ...new Set(ids.filter(isProcess).flatMap((id) => [id, ...ancestors(id)])),
];
export const materialsUp = (ids: readonly string[]): string[] => [
  ...new Set(ids.filter(isMaterial).flatMap((id) => [id, ...ancestors(id)])),
];

/** Throws `catalogue.process` or `catalogue.material` on an id that the taxonomy lacks, `catalogue.banned` on a danger. */
export function demandKnown(process: string, material?: string | null): void {
  if (!isProcess(process)) throw new Refusal('catalogue.process', { process });
  if (material === undefined || material === null) return;
  if (!isMaterial(material)) throw new Refusal('catalogue.material', { material });
  if (isBanned(material, process)) throw new Refusal('catalogue.banned', { process, material });
}

/** Which requests a capability answers, surely (the id asked is its own or above) or to be confirmed (below, or unknown). */
export function answers({ process, material }: Pick<Capability, 'process' | 'material'>) {
  const related: readonly MaterialId[] =
    material === null ? materialIds : [...new Set([...descendants(material), ...ancestors(material)])];
  return {
    answersProcess: [...new Set<string>([...descendants(process), ...ancestors(process)])],
    answersMaterial: related.filter((id) => !isBanned(id, process)) as string[],
  };
}

/**
 * The bounds of an envelope for the longest, the middle and the shortest side of a piece. Thickness does not bound what
 * lies flat; a side that nobody gave bounds nothing. Empty when nothing is known.
 */
export function sidesOf(process: ProcessId, envelope: Envelope | null): number[] {
  if (envelope === null) return [];
  const { x, y, z } = envelope;
  if (geometryOf(process) === 'sheet') return [Math.max(x, y ?? boundless), Math.min(x, y ?? boundless), boundless];
  return [x, y ?? boundless, z ?? boundless].sort((a, b) => b - a);
}

/** One ability of a machine: what it declares, through how much, for pieces of what sides. */
export interface Ability {
  process: string;
  material: string | null;
  /** A figure that only a catalogue gives leaves room for doubt, which is counted in. Null is unknown. */
  upToMm: number | null;
  sidesMm: number[];
}

type Declared = Pick<Capability, 'process' | 'material' | 'maxThicknessMm' | 'evidence' | 'envelopeMm'>;

/**
 * What a machine's own record repeats of its capabilities, each as one short text that `abilityIn` reads: a search reads
 * hundreds of machines, and most say the same few things.
 */
export const abilitiesOf = (rows: readonly Declared[]): string[] => [
  ...new Set(
    rows.map(({ process, material, maxThicknessMm, evidence, envelopeMm }) => {
      const upTo = maxThicknessMm === null || evidence !== 'imported' ? maxThicknessMm : maxThicknessMm * importedSlack;
      return [process, material ?? '', upTo ?? '', sidesOf(process, envelopeMm).join(' ')].join('|');
    }),
  ),
];

export function abilityIn(text: string): Ability {
  const [process = '', material = '', upTo = '', sides = ''] = text.split('|');
  return {
    process,
    material: material || null,
    upToMm: upTo === '' ? null : Number(upTo),
    sidesMm: sides === '' ? [] : sides.split(' ').map(Number),
  };
}

/** Three letters for the family of a machine, as they stand on its label. */
const families: readonly (readonly [ProcessId, string])[] = [
  ['laser', 'LAS'],
  ['additive', 'IMP'],
  ['pcb_fab', 'PCB'],
  ['cnc', 'CNC'],
  ['cutting', 'DEC'],
  ['textile_work', 'TEX'],
  ['electronics', 'ELE'],
  ['forming', 'FOR'],
  ['moulding', 'MOU'],
  ['woodworking', 'BOI'],
  ['metalworking', 'MET'],
  ['scan_3d', 'SCA'],
  ['finishing', 'FIN'],
];

export function familyOf(processes: readonly string[]): string {
  const up = processesUp(processes.slice(0, 1));
  return families.find(([family]) => up.includes(family))?.[1] ?? 'EQU';
}

/** `BLO-LAS-03`: the next codes of a family in a workshop, after every one in use, gaps left alone. */
export function nextCodes(workshopCode: string, family: string, inUse: readonly string[], count: number): string[] {
  const stem = `${workshopCode}-${family}-`;
  const last = Math.max(
    0,
    ...inUse.filter((code) => code.startsWith(stem)).map((code) => Number(code.slice(stem.length)) || 0),
  );
  return Array.from({ length: count }, (_, n) => `${stem}${String(last + n + 1).padStart(2, '0')}`);
}

/** What people who look for somebody type with the skill. */
const whoTeaches = 'formateur formatrice trainer';

/** Every word by which a machine is found: its own, its processes' and materials', and where it stands. */
export function searchWordsOf(machine: {
  name: string;
  maker?: string | null;
  model?: string | null;
  processes: readonly string[];
  materials: readonly string[];
  skills?: readonly SkillId[];
  codes: readonly string[];
  workshop: { name: string; city: string };
}): string[] {
  const { name, maker, model, workshop, codes, skills = [] } = machine;
  const processes = processesUp(machine.processes).filter(isProcess).flatMap(processSpellings);
  const materials = machine.materials.filter(isMaterial).flatMap(materialSpellings);
  return storedWords(
    [
      name,
      maker,
      model,
      ...codes,
      ...processes,
      ...materials,
      ...skills.flatMap(skillSpellings),
      skills.length > 0 ? whoTeaches : '',
      workshop.name,
      workshop.city,
    ]
      .filter(Boolean)
      .join(' '),
  );
}
