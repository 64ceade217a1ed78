import { kindNames, kinds, type KindName, type Measure, measures, type Sharing } from '../../../schema/kinds.ts';
import { type ClaimEvent, type ClaimStatus, thousandths } from '../../../schema/sharing.ts';

/** What a line is counted in: what was lent by time, the rest by its measure. A day is 24 hours. */
export const balanceUnits = [...measures, 'hour', 'day'] as const;
export type BalanceUnit = Measure | 'hour' | 'day';

/** Something that went from one to another, or several such things: `amount` is whole, in the grain of its unit. */
export interface Movement {
  kind: KindName;
  unit: BalanceUnit;
  parts: number;
  amount: number;
  cents: number;
  /** Whether a workshop had it, and not a firm or a person. */
  isWorkshop: boolean;
}

export interface Line {
  kind: KindName;
  unit: BalanceUnit;
  parts: number;
  amount: number;
  /** Of the amount, what workshops had. */
  amongWorkshops: number;
  cents: number;
}

/** Whole grains in one of a unit: minutes of what was lent, thousandths of what was counted. */
const grains: Partial<Record<BalanceUnit, number>> = { hour: 60, day: 24 * 60 };
export const inUnit = (unit: BalanceUnit, amount: number): number =>
  Math.round((amount / (grains[unit] ?? thousandths)) * thousandths) / thousandths;

/** From when a part of what is counted is in the balance: the step that says so, while it stands where that led. */
export const countsOn = {
  seats: { statuses: ['attended', 'certified'], event: 'attend' },
  stock: { statuses: ['received'], event: 'receive' },
  pledges: { statuses: ['ordered', 'received'], event: 'order' },
} as const satisfies Partial<Record<Sharing, { statuses: readonly ClaimStatus[]; event: ClaimEvent }>>;

export const kindsOf = (...ways: Sharing[]): KindName[] =>
  kindNames.filter((name) => ways.includes(kinds[name].sharing));

const order = (of: Pick<Line, 'kind' | 'unit'>) => kindNames.indexOf(of.kind) * 100 + balanceUnits.indexOf(of.unit);

/** One line for each kind and unit, in the order of the tables. Every sum is of whole numbers. */
export function linesOf(movements: readonly Movement[]): Line[] {
  const lines = new Map<string, Line>();
  for (const { kind, unit, parts, amount, cents, isWorkshop } of movements) {
    const key = `${kind} ${unit}`;
    const line = lines.get(key) ?? { kind, unit, parts: 0, amount: 0, amongWorkshops: 0, cents: 0 };
    line.parts += parts;
    line.amount += amount;
    line.amongWorkshops += isWorkshop ? amount : 0;
    line.cents += cents;
    lines.set(key, line);
  }
  return [...lines.values()].sort((a, b) => order(a) - order(b));
}

export const centsOf = (lines: readonly Pick<Line, 'cents'>[]): number =>
  lines.reduce((sum, { cents }) => sum + cents, 0);
