import { taughtIn } from '../../../schema/skills.ts';
import type { MaterialId, ProcessId } from '../../../schema/taxonomy.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Workshop } from '../workshop/workshop.entity.ts';
import type { Capability } from './capability.entity.ts';
import { capabilitiesOf } from './capability.rules.ts';
import type { NewCapability } from './capability.service.ts';
import type { CapabilityInput, SizeInput, UpdateEquipmentInput } from './equipment.inputs.ts';
import { centsPerHour, demandKnown, materialsUp, processesUp, searchWordsOf } from './equipment.rules.ts';
import type { Resource, Unit } from './resource.entity.ts';

/** One space between words, none at the ends; undefined when nothing is left. */
export const tidy = (text: string | null | undefined) => text?.trim().replace(/\s+/g, ' ') || undefined;
const envelopeOf = (size: SizeInput | null | undefined) =>
  size ? { x: size.x, y: size.y ?? null, z: size.z ?? null } : null;

/** What the workshop says, with all that follows from it. */
export function factsOf(
  input: UpdateEquipmentInput,
  rows: readonly NewCapability[],
  workshop: Workshop,
  units: readonly Unit[],
  now: Date,
) {
  const processes = [...new Set([...input.processes, ...rows.map(({ process }) => process as string)])];
  for (const process of processes) demandKnown(process);
  const [maker, model, accreditation] = [tidy(input.maker), tidy(input.model), tidy(input.accreditation)];
  const name = tidy(input.name);
  if (!name) throw new Refusal('platform.invalid', { field: 'name' });
  const envelope = envelopeOf(input.envelope);
  const { location, departement, networkIds } = workshop;
  const said = { name, ...(maker && { maker }), ...(model && { model }), processes };
  return {
    ...said,
    description: input.description.trim(),
    ...(envelope && { envelope }),
    use: input.use,
    terms: { ...input.terms, rateCents: input.terms.pricing === 'free' ? 0 : input.terms.rateCents },
    buffers: { ...input.buffers },
    ...(accreditation && { accreditation }),
    checklist: [...new Set(input.checklist.map((item) => item.trim()).filter(Boolean))],
    processTree: processesUp(processes),
    materialTree: materialsUp(rows.flatMap(({ material }) => material ?? [])),
    hourlyCents: centsPerHour(input.terms),
    location,
    departement,
    networkIds,
    searchWords: wordsFor(said, rows, workshop, units),
    updatedAt: now,
  };
}

/** Every word by which a machine of this workshop is found. */
export function wordsFor(
  said: Pick<Resource, 'name' | 'maker' | 'model' | 'processes' | 'facts'>,
  rows: readonly Pick<NewCapability, 'material'>[],
  workshop: Workshop,
  units: readonly Unit[],
): string[] {
  const materials = rows.flatMap(({ material }) => material ?? []);
  const taught = (taughtIn(String(said.facts?.teaches ?? '')) ?? []).map(({ id }) => id);
  return searchWordsOf({ ...said, skills: taught, materials, workshop, codes: units.map(({ code }) => code) });
}

/** Rows as typed; without any, what the model lets expect. A row confirmed before and unchanged keeps its date. */
export function capabilitiesFrom(
  input: UpdateEquipmentInput,
  before: readonly Capability[],
  now: Date,
): NewCapability[] {
  const envelopeMm = envelopeOf(input.envelope);
  if (!input.capabilities) {
    for (const process of input.processes) demandKnown(process);
    const machine = {
      resourceId: null,
      workshopId: '',
      processes: input.processes,
      maker: input.maker ?? '',
      model: input.model ?? '',
      envelopeMm,
    };
    return capabilitiesOf(machine);
  }
  return input.capabilities.map((row) => capabilityFrom(row, before, now));
}

function capabilityFrom(row: CapabilityInput, before: readonly Capability[], now: Date): NewCapability {
  demandKnown(row.process, row.material || null);
  const lot = row.lotMin || row.lotMax ? { min: row.lotMin ?? 1, max: row.lotMax ?? row.lotMin ?? 1 } : null;
  if (lot && lot.min > lot.max) throw new Refusal('platform.invalid', { field: 'lot' });
  const earlier = before.find(
    ({ process, material }) => process === row.process && material === (row.material || null),
  );
  const keepsDate = row.evidence === 'confirmed' && earlier?.evidence === 'confirmed';
  return {
    process: row.process as ProcessId,
    material: (row.material || null) as MaterialId | null,
    envelopeMm: envelopeOf(row.envelopeMm),
    maxThicknessMm: row.maxThicknessMm ?? null,
    toleranceClass: row.toleranceClass ?? null,
    lot,
    ratePerHour: row.ratePerHour ?? null,
    setupMinutes: row.setupMinutes ?? null,
    leadDays: row.leadDays ?? null,
    finishes: earlier?.finishes ?? null,
    priceCentsPerHour: row.priceCentsPerHour ?? null,
    evidence: row.evidence,
    confirmedAt: row.evidence !== 'confirmed' ? null : keepsDate ? earlier.confirmedAt : now,
  };
}
