import { materialName, processName } from '../catalogue/names.server.ts';
import type { ComparedUnit, Requirement, ScoreTerm, Verdict } from '../graph/generated/graphql.ts';
import type { Format, Locale, Messages } from '../i18n/index.ts';

/** What a sentence about production is written with. */
export interface Tongue {
  locale: Locale;
  t: Messages;
  format: Format;
}

interface Value {
  unit: ComparedUnit;
  ids: readonly string[];
  numbers: readonly (number | null)[];
  at?: string | null;
}

export interface ReasonData {
  requirement: Requirement;
  verdict: Verdict;
  asked?: Value | null;
  offered?: Value | null;
  banned: boolean;
  partIds: readonly string[];
}

export interface VerdictRow {
  verdict: 'yes' | 'ask' | 'no';
  requirement: string;
  asked: string;
  declared: string;
}

/** A lab may declare a dozen materials: the first ones give the idea. */
const mostNames = 4;

const known = (numbers: Value['numbers']) => numbers.filter((value) => value !== null);

function idsIn({ locale }: Tongue, { unit, ids }: Value): string {
  const name = unit === 'material' ? materialName : unit === 'class' ? classOf : processName;
  const names = [...new Set(ids.map((id) => name(locale, id)))];
  return names.slice(0, mostNames).join(', ') + (names.length > mostNames ? '…' : '');
}

const classOf = (_locale: Locale, id: string) => `ISO 2768-${id}`;

/** What is asked, in words. */
export function askedIn(tongue: Tongue, requirement: Requirement, value: Value | null | undefined): string {
  const { t, format } = tongue;
  if (!value) return t.production.compare.nothing;
  const numbers = known(value.numbers);
  if (value.unit === 'date') return value.at ? format.shortDate(value.at) : t.production.compare.nothing;
  if (value.unit === 'pieces') return t.production.compare.pieces(numbers[0] ?? 0);
  if (value.unit === 'km') return t.production.compare.atMost(format.distance(numbers[0] ?? 0));
  if (value.unit === 'mm') return requirement === 'size' ? format.size(numbers) : format.measure(numbers[0] ?? 0, 'mm');
  return idsIn(tongue, value);
}

/** What the lab declared, in words. */
export function declaredIn(
  tongue: Tongue,
  { requirement, offered, banned }: Pick<ReasonData, 'requirement' | 'offered' | 'banned'>,
): string {
  const { t, format } = tongue;
  const say = t.production.compare;
  if (banned) return say.banned;
  if (!offered) return say.silent;
  const numbers = known(offered.numbers);
  if (offered.unit === 'date') return offered.at ? say.earliest(format.shortDate(offered.at)) : say.silent;
  if (offered.unit === 'pieces') return say.lot(format.number(numbers[0] ?? 1), format.number(numbers[1] ?? 1));
  if (offered.unit === 'km') return format.distance(numbers[0] ?? 0);
  if (offered.unit === 'mm' && numbers.length > 0)
    return say.atMost(requirement === 'size' ? format.size(numbers) : format.measure(numbers[0]!, 'mm'));
  return idsIn(tongue, offered) || say.silent;
}

const signs = { yes: 'yes', to_confirm: 'ask', no: 'no' } as const;

/** The rows of a comparison, as a person reads them; the distance is told elsewhere unless it was limited. */
export const rowsOf = (
  tongue: Tongue,
  reasons: readonly ReasonData[],
  parts: readonly { id: string; name: string }[],
): VerdictRow[] =>
  reasons
    .filter(({ requirement, asked }) => requirement !== 'distance' || asked)
    .map((reason) => {
      const { requirement, verdict, asked, partIds } = reason;
      const words = tongue.t.production;
      const some = partIds.length > 0 && partIds.length < parts.length;
      const about = parts.filter(({ id, name }) => partIds.includes(id) && name !== '').map(({ name }) => name);
      return {
        verdict: signs[verdict],
        requirement:
          words.requirement[requirement] + (some && about.length > 0 ? words.compare.part(about.join(', ')) : ''),
        asked: askedIn(tongue, requirement, asked),
        declared: declaredIn(tongue, reason),
      };
    });

/** What one requirement to confirm takes off the hundred points. */
const questionPoints = 10;

export interface Why {
  rows: { label: string; value: string; points: string }[];
  total: string;
}

/** The score as points out of a hundred: each term with the most that it can give. */
export function whyOf(
  { t, format }: Tongue,
  terms: readonly { term: ScoreTerm; value: number; weight: number }[],
  score: number,
  toConfirm: number,
): Why {
  const rows = terms.map(({ term, value, weight }) => ({
    label: t.production.term[term],
    value: `${format.number(value, 2)}\u00A0×\u00A0${format.number(weight * 100)}`,
    points: `+${format.number(value * weight * 100)}`,
  }));
  const questions = {
    label: t.production.page.whyAsk,
    value: `${toConfirm}\u00A0×\u00A0${questionPoints}`,
    points: format.number(-toConfirm * questionPoints),
  };
  return { rows: toConfirm > 0 ? [...rows, questions] : rows, total: format.number(score * 100) };
}

interface PartData {
  id: string;
  name: string;
  process?: string | null;
  material?: string | null;
  thicknessMm?: number | null;
  sizeMm?: { x: number; y?: number | null; z?: number | null } | null;
  quantity?: number | null;
  toleranceClass?: 'f' | 'm' | 'c' | 'v' | null;
  finish?: string | null;
}

export interface PartView {
  id: string;
  name: string;
  material: string;
  quantity: string;
  size: { x: number; y: number | null; z: number | null } | null;
  sizeText: string;
  thickness: string;
  spec: { label: string; value: string }[];
}

/** A part with everything that was said of it, worded; what was not said is left out. */
export function partOf({ locale, t, format }: Tongue, part: PartData, nth: number): PartView {
  const { page, compare } = t.production;
  const { process, material, thicknessMm, sizeMm, quantity, toleranceClass, finish } = part;
  const thickness = thicknessMm ? format.measure(thicknessMm, 'mm') : '';
  const sides = sizeMm ? [sizeMm.x, sizeMm.y, sizeMm.z].filter((side) => typeof side === 'number') : [];
  const sizeText = sides.length > 0 ? format.size(sides) : '';
  const facts: [keyof typeof page.spec, string][] = [
    ['process', process ? processName(locale, process) : ''],
    ['material', material ? materialName(locale, material) : page.anyMaterial],
    ['thickness', thickness],
    ['size', sizeText],
    ['tolerance', toleranceClass ? t.production.tolerance[toleranceClass] : ''],
    ['finish', finish ? processName(locale, finish) : ''],
    ['quantity', quantity ? compare.pieces(quantity) : ''],
  ];
  return {
    id: part.id,
    name: part.name || t.production.form.part(nth),
    material: [material ? materialName(locale, material) : '', thickness].filter(Boolean).join(', '),
    quantity: quantity ? compare.pieces(quantity) : '',
    size: sizeMm ? { x: sizeMm.x, y: sizeMm.y ?? null, z: sizeMm.z ?? null } : null,
    sizeText,
    thickness,
    spec: facts.filter(([, value]) => value !== '').map(([key, value]) => ({ label: page.spec[key], value })),
  };
}
