import { minutesFor } from '../catalogue/capability.rules.ts';
import type { Calendars } from './finish.rules.ts';
import type { Lab } from './lab.rules.ts';
import { freeShareOf } from './machinetime.rules.ts';
import type { CapableLab } from './matching.rules.ts';

const dayMs = 86_400_000;

/** The machine that would make a part, and for how long; minutes are null while the lab's rate is not known. */
export interface MachineShare {
  partId: string;
  resourceId: string;
  leadDays: number;
  minutes: number | null;
}

/** The machines that would make the parts, and for how long. */
export const sharesOf = (lab: CapableLab): MachineShare[] =>
  lab.choices.flatMap(({ part, capability }) =>
    capability.resourceId === null
      ? []
      : [
          {
            partId: part.part.id,
            resourceId: capability.resourceId,
            leadDays: capability.leadDays ?? 0,
            minutes: minutesFor(capability, part.part.quantity) ?? null,
          },
        ],
  );

/** Its price for the need at the rates declared; null when one is not known. */
export function priceOf(lab: CapableLab): number | null {
  let cents = 0;
  for (const { capability, part } of lab.choices) {
    const minutes = minutesFor(capability, part.part.quantity);
    if (minutes === undefined || capability.priceCentsPerHour === null) return null;
    cents += (minutes / 60) * capability.priceCentsPerHour;
  }
  return cents;
}

/** Days since the capabilities chosen were confirmed, the oldest of them; null when one never was. */
export function daysSinceConfirmed(lab: CapableLab, now: Date): number | null {
  let oldest: number | null = 0;
  for (const { capability } of lab.choices) {
    if (capability.confirmedAt === null) return null;
    oldest = Math.max(oldest, (now.getTime() - capability.confirmedAt.getTime()) / dayMs);
  }
  return oldest;
}

/** The mean free share of the machines chosen; null when none has a calendar. */
export function freeShare(lab: CapableLab, calendars: Calendars, within: Calendars['within']): number | null {
  const shares = lab.choices.flatMap(({ capability }) => {
    const calendar = capability.resourceId === null ? undefined : calendars.of(capability);
    return (calendar && freeShareOf(calendar, within)) ?? [];
  });
  return shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

/** Each lab's share of the recent work over its share of the machines, among the capable; null while there is no work. */
export function workRatios(
  capable: readonly CapableLab[],
  labs: ReadonlyMap<string, Lab>,
  work: (workshopId: string) => number,
): (workshopId: string) => number | null {
  const machines = (id: string) =>
    Math.max(1, new Set(labs.get(id)?.capabilities.flatMap(({ resourceId }) => resourceId ?? [])).size);
  const total = (of: (id: string) => number) => capable.reduce((sum, { workshopId }) => sum + of(workshopId), 0);
  const [allWork, allMachines] = [total(work), total(machines)];
  return (id) => (allWork === 0 ? null : work(id) / allWork / (machines(id) / allMachines));
}
