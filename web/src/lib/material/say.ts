import type { Measure } from '$schema/kinds.ts';
import type { NeedRequirement, NeedStatus } from '$schema/needs.ts';
import type { Format, Messages } from '../i18n/index.ts';
import { quantityOf } from '../sharing/say.ts';

interface Looked {
  thicknessMin?: number | null;
  thicknessMax?: number | null;
  width?: number | null;
  length?: number | null;
  quantity?: number | null;
  measure: Measure;
}

/** 3 mm, or 3 à 6 mm */
function thicknessOf(t: Messages, format: Format, least?: number | null, most?: number | null): string {
  if (least && most)
    return least === most
      ? format.measure(least, 'mm')
      : t.material.range(format.number(least), format.measure(most, 'mm'));
  if (least) return t.material.atLeast(format.measure(least, 'mm'));
  return most ? t.material.atMost(format.measure(most, 'mm')) : '';
}

/** What is looked for in a few words: 3 mm, au moins 300 × 600 mm, environ 2 m². */
export const neededOf = (t: Messages, format: Format, need: Looked): string =>
  [
    thicknessOf(t, format, need.thicknessMin, need.thicknessMax),
    need.width || need.length
      ? t.material.atLeast(format.size([need.width, need.length].filter((mm): mm is number => Boolean(mm))))
      : '',
    need.quantity ? t.material.about(quantityOf(t, format, need.quantity, need.measure)) : '',
  ]
    .filter(Boolean)
    .join(', ');

interface Reason {
  requirement: NeedRequirement;
  verdict: 'yes' | 'to_confirm' | 'no';
  asked: readonly number[];
  found: readonly number[];
  measure?: Measure | null;
}

/** The rows of the comparison, each with its two figures. */
export function comparedRows(
  t: Messages,
  format: Format,
  { need, reasons, materials }: { need: Looked; reasons: readonly Reason[]; materials: [asked: string, found: string] },
) {
  const say = {
    material: (_: readonly number[], isAsked: boolean) => materials[isAsked ? 0 : 1],
    thickness: (mm: readonly number[]) => thicknessOf(t, format, mm[0], mm.at(-1)),
    size: (mm: readonly number[]) => format.size(mm),
    quantity: (counts: readonly number[], isAsked: boolean, measure?: Measure | null) =>
      quantityOf(t, format, counts[0] ?? 0, isAsked ? need.measure : (measure ?? need.measure)),
    distance: (km: readonly number[]) => format.distance(km[0] ?? 0),
  } satisfies Record<
    NeedRequirement,
    (values: readonly number[], isAsked: boolean, measure?: Measure | null) => string
  >;
  return reasons.map(({ requirement, verdict, asked, found, measure }) => {
    const isSaid = requirement === 'material';
    const thickness = thicknessOf(t, format, need.thicknessMin, need.thicknessMax);
    const wanted = requirement === 'thickness' ? thickness : say[requirement](asked, true);
    return {
      verdict: verdict === 'to_confirm' ? ('ask' as const) : verdict,
      requirement: t.material.requirements[requirement],
      asked: isSaid || asked.length > 0 ? wanted : t.material.any,
      declared: isSaid || found.length > 0 ? say[requirement](found, false, measure) : t.material.unsaid,
    };
  });
}

const states = { open: 'info', met: 'ok', closed: 'idle', expired: 'idle' } as const satisfies Record<
  NeedStatus,
  string
>;
export const needPill = (t: Messages, status: NeedStatus) => ({
  state: states[status],
  label: t.material.statuses[status],
});
