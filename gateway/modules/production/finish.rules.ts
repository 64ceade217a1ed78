import { minutesFor } from '../catalogue/capability.rules.ts';
import type { Capability } from '../catalogue/capability.rules.ts';
import type { Period } from '../../platform/intervals.ts';
import type { EarliestFinish } from './lab.rules.ts';
import { type MachineCalendar, planMachine } from './machinetime.rules.ts';
import { sieveOrder } from './judge.rules.ts';
import type { CapableLab, Choice, Matching } from './matching.rules.ts';
import { type NearMiss, nearMissesTold } from './nearmiss.rules.ts';
import type { Need } from './need.rules.ts';

const dayMs = 86_400_000;

export interface Calendars {
  /** The machine's own calendar; a capability without a machine has the house's opening hours to itself. */
  of(capability: Capability): MachineCalendar | undefined;
  /** How far calendars were read. */
  within: Period;
  mustHaveBy: Date | null;
}

/**
 * When so many minutes on a machine would be over, work beginning after the lead days; the end of what was read when it
 * is fuller than that. With the length unknown, only a lead that already passes the date says anything.
 */
function finishOf(calendars: Calendars, capability: Capability, minutes: number | undefined): Date | null {
  const { within, mustHaveBy } = calendars;
  const from = new Date(within.from.getTime() + (capability.leadDays ?? 0) * dayMs);
  const calendar = calendars.of(capability);
  if (minutes === undefined || !calendar) return mustHaveBy !== null && from > mustHaveBy ? from : null;
  const plan = planMachine(calendar, minutes, { from, until: within.until });
  return plan?.periods.at(-1)?.until ?? within.until;
}

/** Each part looked at alone, on the machine's calendar. */
export const earliestFinishIn = (calendars: Calendars): EarliestFinish => {
  const known = new Map<string, Date | null>();
  return (_lab, capability, part) => {
    const key = `${capability.id} ${part.quantity}`;
    const earlier = known.get(key);
    if (earlier !== undefined) return earlier;
    const finish = finishOf(calendars, capability, minutesFor(capability, part.quantity));
    known.set(key, finish);
    return finish;
  };
};

const machineOf = ({ capability }: Choice) => capability.resourceId ?? capability.id;

/** When the lab is done once the parts that share a machine follow each other on it; null when one cannot be told. */
function finishTogether(lab: CapableLab, calendars: Calendars): Date | null {
  let last: Date | null = null;
  for (const machine of new Set(lab.choices.map(machineOf))) {
    const choices = lab.choices.filter((choice) => machineOf(choice) === machine);
    const [slowest] = [...choices].sort((a, b) => (b.capability.leadDays ?? 0) - (a.capability.leadDays ?? 0));
    const minutes = choices.map(({ capability, part }) => minutesFor(capability, part.part.quantity));
    const total = minutes.reduce<number | undefined>(
      (sum, each) => (sum === undefined || each === undefined ? undefined : sum + each),
      0,
    );
    const finish = finishOf(calendars, slowest!.capability, total);
    if (finish === null) return null;
    if (last === null || finish > last) last = finish;
  }
  return last;
}

/**
 * The matching with machine time added up: a lab whose parts, each in time alone, are late one after the other on the
 * same machine falls at the deadline, and is told as a near miss with the date that it could hold.
 */
export function addUpMachineTime(matching: Matching, need: Need, calendars: Calendars): Matching {
  const fallen: NearMiss[] = [];
  const capable = matching.capable.flatMap((lab): CapableLab[] => {
    if (lab.choices.length < 2) return [lab];
    const earliestFinish = finishTogether(lab, calendars);
    if (need.mustHaveBy === null || earliestFinish === null || earliestFinish <= need.mustHaveBy)
      return [{ ...lab, earliestFinish }];
    fallen.push({
      workshopId: lab.workshopId,
      distanceKm: lab.distanceKm,
      requirement: 'deadline',
      asked: { unit: 'date', at: need.mustHaveBy },
      offered: { unit: 'date', at: earliestFinish },
      banned: false,
      partIds: [],
    });
    return [];
  });
  if (fallen.length === 0) return { ...matching, capable };
  const last = sieveOrder.length - 1;
  const late = fallen.map(({ workshopId }) => workshopId);
  const sieve = matching.sieve.map((step, at) =>
    at === last
      ? {
          ...step,
          removed: step.removed + late.length,
          remaining: step.remaining - late.length,
          workshopIds: [...step.workshopIds, ...late],
        }
      : step,
  );
  const nearMisses = [...matching.nearMisses, ...fallen]
    .sort((a, b) => (a.distanceKm ?? Infinity) - (b.distanceKm ?? Infinity) || (a.workshopId < b.workshopId ? -1 : 1))
    .slice(0, nearMissesTold);
  return { capable, sieve, nearMisses };
}
