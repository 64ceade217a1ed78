import type { UpdateEquipmentInput } from '../graph/generated/graphql.ts';
import { text, type Values } from '../forms/values.ts';

/** Rows of capabilities that a form may hold. */
export const mostRows = 40;
/** Empty rows at the end, so that a row can be added without scripts. */
const spareRows = 3;

const figure = (form: FormData, name: string): number | null => {
  const typed = text(form, name).replace(',', '.').replace(/\s/g, '');
  const value = Number(typed);
  // A figure that cannot be read is sent as it is not: the gateway names the field.
  return typed === '' ? null : Number.isFinite(value) ? value : -1;
};
const whole = (form: FormData, name: string): number | null => {
  const value = figure(form, name);
  return value === null ? null : Math.round(value);
};
const cents = (form: FormData, name: string): number => Math.round((figure(form, name) ?? 0) * 100);
const envelope = (form: FormData, prefix: string) => {
  const [x, y, z] = ['x', 'y', 'z'].map((side) => figure(form, `${prefix}.${side}`));
  return x === null || x === undefined ? null : { x, y: y ?? null, z: z ?? null };
};
const oneOf = <const T extends string>(form: FormData, name: string, values: readonly T[]): T =>
  values.find((value) => value === text(form, name)) ?? values[0]!;

/** What the form says, as the gateway wants it. Empty rows are left out. */
export function equipmentOf(form: FormData): UpdateEquipmentInput {
  const rows = Array.from({ length: mostRows }, (_, n) => `cap.${n}`).filter(
    (row) => text(form, `${row}.process`) !== '',
  );
  return {
    name: text(form, 'name'),
    maker: text(form, 'maker') || null,
    model: text(form, 'model') || null,
    description: text(form, 'description'),
    processes: [],
    envelope: envelope(form, 'envelope'),
    use: oneOf(form, 'use', ['on_site', 'take_away', 'both']),
    terms: {
      pricing: oneOf(form, 'pricing', ['free', 'hourly', 'daily']),
      rateCents: cents(form, 'rate'),
      depositCents: cents(form, 'deposit'),
      audience: oneOf(form, 'audience', ['network', 'organisations', 'everyone']),
      automatic: form.get('automatic') !== null,
      noticeHours: whole(form, 'notice') ?? 0,
      longestHours: whole(form, 'longest') ?? 240,
      holdHours: whole(form, 'hold') ?? 48,
      conditions: text(form, 'conditions'),
    },
    buffers: {
      prepareMinutes: whole(form, 'prepare') ?? 0,
      cleanMinutes: whole(form, 'clean') ?? 0,
      transportMinutes: whole(form, 'transport') ?? 0,
    },
    accreditation: text(form, 'accreditation') || null,
    checklist: text(form, 'checklist')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean),
    capabilities: rows.map((row) => ({
      process: text(form, `${row}.process`),
      material: text(form, `${row}.material`) || null,
      envelopeMm: envelope(form, row),
      maxThicknessMm: figure(form, `${row}.thickness`),
      toleranceClass: text(form, `${row}.tolerance`) ? oneOf(form, `${row}.tolerance`, ['f', 'm', 'c', 'v']) : null,
      lotMin: figure(form, `${row}.lot`) === null ? null : 1,
      lotMax: whole(form, `${row}.lot`),
      ratePerHour: figure(form, `${row}.rate`),
      setupMinutes: whole(form, `${row}.setup`),
      leadDays: figure(form, `${row}.lead`),
      priceCentsPerHour: whole(form, `${row}.price`),
      evidence: oneOf(form, `${row}.evidence`, ['declared', 'imported', 'confirmed']),
    })),
  };
}

type Size = { x: number; y?: number | null | undefined; z?: number | null | undefined };
type CapabilityRow = {
  process: string;
  material?: string | null | undefined;
  envelopeMm?: Size | null | undefined;
  maxThicknessMm?: number | null | undefined;
  toleranceClass?: string | null | undefined;
  lot?: { max: number } | null | undefined;
  ratePerHour?: number | null | undefined;
  setupMinutes?: number | null | undefined;
  leadDays?: number | null | undefined;
  priceCentsPerHour?: number | null | undefined;
  evidence: string;
};

const shown = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);
const sides = (prefix: string, size: Size | null | undefined): Values => ({
  [`${prefix}.x`]: shown(size?.x),
  [`${prefix}.y`]: shown(size?.y),
  [`${prefix}.z`]: shown(size?.z),
});

export const capabilityValues = (rows: readonly CapabilityRow[]): Values =>
  Object.assign(
    {},
    ...rows.slice(0, mostRows).map((row, n): Values => ({
      [`cap.${n}.process`]: row.process,
      [`cap.${n}.material`]: row.material ?? '',
      [`cap.${n}.thickness`]: shown(row.maxThicknessMm),
      [`cap.${n}.tolerance`]: row.toleranceClass ?? '',
      [`cap.${n}.lot`]: shown(row.lot?.max),
      [`cap.${n}.rate`]: shown(row.ratePerHour),
      [`cap.${n}.setup`]: shown(row.setupMinutes),
      [`cap.${n}.lead`]: shown(row.leadDays),
      [`cap.${n}.price`]: shown(row.priceCentsPerHour),
      [`cap.${n}.evidence`]: row.evidence === 'witnessed' ? 'confirmed' : row.evidence,
      ...sides(`cap.${n}`, row.envelopeMm),
    })),
  ) as Values;

type Said = {
  name: string;
  maker?: string | null | undefined;
  model?: string | null | undefined;
  description: string;
  envelope?: Size | null | undefined;
  use: string;
  terms: {
    pricing: string;
    rateCents: number;
    depositCents: number;
    audience: string;
    automatic: boolean;
    noticeHours: number;
    longestHours: number;
    holdHours: number;
    conditions: string;
  };
  buffers: { prepareMinutes: number; cleanMinutes: number; transportMinutes: number };
  accreditation?: string | null | undefined;
  checklist: readonly string[];
  capabilities: readonly CapabilityRow[];
};

const euros = (amount: number): string => (amount % 100 === 0 ? String(amount / 100) : (amount / 100).toFixed(2));

/** A machine as the form shows it. */
export const valuesOfEquipment = (it: Said): Values => ({
  name: it.name,
  maker: it.maker ?? '',
  model: it.model ?? '',
  description: it.description,
  ...sides('envelope', it.envelope),
  use: it.use,
  pricing: it.terms.pricing,
  rate: euros(it.terms.rateCents),
  deposit: euros(it.terms.depositCents),
  audience: it.terms.audience,
  ...(it.terms.automatic && { automatic: 'on' }),
  notice: String(it.terms.noticeHours),
  longest: String(it.terms.longestHours),
  hold: String(it.terms.holdHours),
  conditions: it.terms.conditions,
  prepare: String(it.buffers.prepareMinutes),
  clean: String(it.buffers.cleanMinutes),
  transport: String(it.buffers.transportMinutes),
  accreditation: it.accreditation ?? '',
  checklist: it.checklist.join('\n'),
  ...capabilityValues(it.capabilities),
});

/** What a new machine begins with: what most workshops answer. */
export const newValues = (): Values => ({
  use: 'on_site',
  pricing: 'hourly',
  rate: '',
  deposit: '0',
  audience: 'network',
  notice: '24',
  longest: '72',
  hold: '48',
  prepare: '0',
  clean: '15',
  transport: '60',
  count: '1',
  published: 'on',
});

/** How many rows of capabilities to draw: those that are filled, and a few to fill. */
export const rowsIn = (values: Values): number => {
  const filled = Object.keys(values).flatMap((name) =>
    /^cap\.(\d+)\.process$/.test(name) && values[name] !== '' ? [Number(name.split('.')[1]) + 1] : [],
  );
  return Math.min(mostRows, Math.max(0, ...filled) + spareRows);
};

/** Field of the form for a field of the gateway's input: `terms.rateCents` is `rate`. */
const places: Record<string, string> = {
  'terms.rateCents': 'rate',
  'terms.depositCents': 'deposit',
  'terms.noticeHours': 'notice',
  'terms.longestHours': 'longest',
  'terms.holdHours': 'hold',
  'terms.conditions': 'conditions',
  'buffers.prepareMinutes': 'prepare',
  'buffers.cleanMinutes': 'clean',
  'buffers.transportMinutes': 'transport',
};
const columns: Record<string, string> = {
  maxThicknessMm: 'thickness',
  toleranceClass: 'tolerance',
  lotMin: 'lot',
  lotMax: 'lot',
  ratePerHour: 'rate',
  setupMinutes: 'setup',
  leadDays: 'lead',
  priceCentsPerHour: 'price',
};

/** Faults by the names of the form's own fields. Row numbers count the rows that were filled. */
export function faultsOf(fields: Record<string, string>, form: FormData): Record<string, string> {
  const filled = Array.from({ length: mostRows }, (_, n) => n).filter((n) => text(form, `cap.${n}.process`) !== '');
  return Object.fromEntries(
    Object.entries(fields).map(([path, rule]) => {
      const bare = path.replace(/^input\./, '');
      const row = /^capabilities\.(\d+)\.(?:envelopeMm\.)?(\w+)$/.exec(bare);
      if (row) return [`cap.${filled[Number(row[1])] ?? row[1]}.${columns[row[2]!] ?? row[2]}`, rule];
      return [places[bare] ?? bare, rule];
    }),
  );
}
