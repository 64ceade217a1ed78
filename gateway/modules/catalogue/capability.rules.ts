import {
  ancestors,
  descendants,
  isBanned,
  normalise,
  resolveMaterial,
  resolveProcess,
} from '../../../schema/taxonomy.ts';
import type { FinishId, MaterialId, ProcessId } from '../../../schema/taxonomy.ts';
import type { Evidence, ToleranceClass } from '../../../schema/production.ts';
import { processDefaults, technologies } from './capability.defaults.ts';

/** The greatest part, in millimetres; a null side is not known. A lathe's is diameter, diameter, length. */
export interface Envelope {
  x: number;
  y: number | null;
  z: number | null;
}

/** What one machine or bench of a workshop does to one material. Null is always "not known", never "none". */
export interface Capability {
  id: string;
  workshopId: string;
  /** The catalogue's machine; null for what the workshop declares without one. */
  resourceId: string | null;
  process: ProcessId;
  material: MaterialId | null;
  envelopeMm: Envelope | null;
  maxThicknessMm: number | null;
  toleranceClass: ToleranceClass | null;
  /** Pieces in one run. */
  lot: { min: number; max: number } | null;
  /** Pieces in an hour of machine time. */
  ratePerHour: number | null;
  setupMinutes: number | null;
  /** Days before work on a new order begins. */
  leadDays: number | null;
  finishes: readonly FinishId[] | null;
  priceCentsPerHour: number | null;
  evidence: Evidence;
  confirmedAt: Date | null;
}

/** A machine as a catalogue or a workshop describes it, in its own words. */
export interface Machine {
  resourceId: string | null;
  workshopId: string;
  /** Processes or machine class, as text; what the taxonomy does not know is left out. */
  processes: readonly string[];
  /** 'FFF', 'SLA', 'CO2', 'diode'…: narrows a class such as "laser cutter" to what the machine does. */
  technology?: string | null;
  maker: string;
  model: string;
  envelopeMm: Envelope | null;
  materials?: readonly string[] | null;
  /** Greatest thickness by material, as text: what holds for wood holds for plywood. */
  maxThicknessMm?: Readonly<Record<string, number>> | null;
}

const nothingKnown = {
  maxThicknessMm: null,
  toleranceClass: null,
  lot: null,
  ratePerHour: null,
  setupMinutes: null,
  leadDays: null,
  finishes: null,
  priceCentsPerHour: null,
  evidence: 'imported',
  confirmedAt: null,
} as const satisfies Partial<Capability>;

const isKnown = <T>(value: T | undefined): value is T => value !== undefined;

function processesOf(machine: Machine): ProcessId[] {
  const named = [...new Set(machine.processes.map(resolveProcess).filter(isKnown))];
  const told = machine.technology ? technologies[normalise(machine.technology)] : undefined;
  if (told?.some((process) => named.some((name) => descendants(name).has(process)))) return [...told];
  return named.filter((name) => !named.some((other) => ancestors(other).has(name)));
}

function thicknessOf(material: MaterialId, declared: Machine['maxThicknessMm']): number | undefined {
  const byMaterial = new Map(Object.entries(declared ?? {}).map(([text, mm]) => [resolveMaterial(text), mm]));
  return [material, ...ancestors(material)].map((id) => byMaterial.get(id)).find(isKnown);
}

const idOf = (owner: string, process: ProcessId, material: MaterialId | null): string =>
  `${owner}.${process}.${material ?? 'any'}`;

/**
 * The typed capabilities that a machine's model lets us expect, one per process and material.
 * What the workshop declared of its materials replaces the process's defaults; a circuit mill keeps its own, because
 * the materials declared for the machine speak of milling. Materials that the process must never take are left out.
 */
export function capabilitiesOf(machine: Machine): Capability[] {
  const declared = [...new Set((machine.materials ?? []).map(resolveMaterial).filter(isKnown))];
  const owner = machine.resourceId ?? machine.workshopId;
  return processesOf(machine).flatMap((process) => {
    const defaults = processDefaults[process];
    const usual = Object.keys(defaults?.materials ?? {}) as MaterialId[];
    const taken = declared.length > 0 && process !== 'pcb_mill' ? declared : usual;
    const allowed = taken.filter((material) => !isBanned(material, process));
    return (taken.length > 0 ? allowed : [null]).map((material): Capability => ({
      ...nothingKnown,
      id: idOf(owner, process, material),
      workshopId: machine.workshopId,
      resourceId: machine.resourceId,
      process,
      material,
      envelopeMm: machine.envelopeMm,
      toleranceClass: defaults?.tolerance ?? null,
      maxThicknessMm:
        material === null || process === 'laser_engrave'
          ? null
          : (thicknessOf(material, machine.maxThicknessMm) ?? defaults?.materials[material] ?? null),
    }));
  });
}

/**
 * What a workshop that only ticked capabilities (fablabs.io's keys, or any text the taxonomy knows) can be said to do:
 * the process, and nothing else, so that everything about it is to be confirmed.
 */
export const capabilitiesFromKeys = (workshopId: string, keys: readonly string[]): Capability[] =>
  [...new Set(keys.map(resolveProcess).filter(isKnown))].map((process) => ({
    ...nothingKnown,
    id: idOf(workshopId, process, null),
    workshopId,
    resourceId: null,
    process,
    material: null,
    envelopeMm: null,
  }));

/** Machine minutes that so many pieces take, set-up included; undefined while the rate is not known. */
export const minutesFor = (capability: Capability, quantity: number): number | undefined =>
  capability.ratePerHour === null || capability.ratePerHour <= 0
    ? undefined
    : Math.ceil((capability.setupMinutes ?? 0) + (quantity / capability.ratePerHour) * 60);
