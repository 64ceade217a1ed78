import type { Services } from '../gateway/app.ts';
import type { Resource } from '../gateway/modules/catalogue/resource.entity.ts';
import type { PersonViewer } from '../gateway/modules/identity/viewer.ts';
import type { Workshop } from '../gateway/modules/workshop/workshop.entity.ts';
import { openPeriods, type WeeklyHours } from '../gateway/platform/hours.ts';
import type { Period } from '../gateway/platform/intervals.ts';
import type { Cast } from './cast.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A clock that the story turns: what happened last week is told at last week's hour. */
export class StoryClock {
  #now: Date;

  constructor(now: Date) {
    this.#now = now;
  }

  read = () => new Date(this.#now);

  set(now: Date) {
    this.#now = now;
  }
}

export interface Site {
  workshop: Workshop;
  manager: PersonViewer;
}

/** Where the story plays: the services, the people, and the things by the codes of the world. */
export interface Stage {
  services: Services;
  clock: StoryClock;
  cast: Cast;
  /** The instant that the story leads up to. */
  present: Date;
  sites: Map<string, Site>;
  /** The network, once it is open. */
  circle?: { id: string; head: PersonViewer };
  /** By workshop and sort: `BLO-LAS`. */
  machines: Map<string, Resource>;
  /** A key of its own for each thing that the story creates. */
  key: () => string;
}

export function siteOf(stage: Stage, code: string): Site {
  const site = stage.sites.get(code);
  if (!site) throw new Error(`The story has no workshop ${code}.`);
  return site;
}

export function circleOf({ circle }: Stage) {
  if (!circle) throw new Error('The story has no network.');
  return circle;
}

export function machineOf(stage: Stage, code: string): Resource {
  const machine = stage.machines.get(code);
  if (!machine) throw new Error(`The story has no machine ${code}.`);
  return machine;
}

/**
 * Times at which the doors of a workshop are open, from a day counted from the present one on: the `nth` opening after
 * that day's midnight UTC, in order.
 */
export function openings({ workshop }: Site, present: Date, days: number): Period[] {
  const from = new Date(Math.floor(present.getTime() / DAY) * DAY + days * DAY);
  const until = new Date(from.getTime() + 21 * DAY);
  const hours = workshop.openingHours as WeeklyHours;
  return openPeriods(hours, workshop.closures, workshop.timeZone, { from, until });
}

/** `hours` inside one opening, on or after that day. */
export function slot(site: Site, present: Date, days: number, hours: number): Period {
  const opening = openings(site, present, days).find(
    ({ from, until }) => until.getTime() - from.getTime() >= hours * HOUR,
  );
  if (!opening) throw new Error(`${site.workshop.name} is never open for ${hours} hours.`);
  return { from: opening.from, until: new Date(opening.from.getTime() + hours * HOUR) };
}

/** Taken at one opening and brought back at the beginning of another, `nights` days later or at the next opening. */
export function away(site: Site, present: Date, days: number, nights: number): Period {
  const [out] = openings(site, present, days);
  const back = openings(site, present, days).find(({ from }) => from.getTime() >= out!.from.getTime() + nights * DAY);
  return { from: out!.from, until: back!.from };
}

export const hoursBefore = (instant: Date, hours: number) => new Date(instant.getTime() - hours * HOUR);
export const minutesAfter = (instant: Date, minutes: number) => new Date(instant.getTime() + minutes * 60_000);
