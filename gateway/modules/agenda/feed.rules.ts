import ical, { ICalAlarmType, ICalEventStatus, ICalEventTransparency } from 'ical-generator';

/** One line of a feed. Instants are UTC: right in every zone, whatever clocks do in between. */
export interface FeedEvent {
  /** Stays the same for the life of what it tells of. */
  uid: string;
  from: Date;
  until: Date;
  title: string;
  text?: string;
  place?: string;
  url?: string;
  /** Not agreed yet. */
  tentative?: boolean;
  /** Grows with each change. */
  sequence: number;
  changedAt: Date;
  alarms?: readonly { minutesAfterStart: number; text: string }[];
}

export interface FeedCalendar {
  name: string;
  language: string;
  timeZone: string;
  events: readonly FeedEvent[];
}

/** Domain of the ids in our feeds: a calendar of ours that comes back to us is known by it. */
export const uidDomain = 'maillage';

/** The feed as RFC 5545 text. The same events give the same bytes, so that a program that has them is told so. */
export function feedText({ name, language, timeZone, events }: FeedCalendar): string {
  const calendar = ical({
    name,
    prodId: { company: 'Maillage', product: 'Agenda', language: language.toUpperCase() },
    ttl: 3600,
    x: { 'X-WR-TIMEZONE': timeZone },
  });
  for (const event of events) {
    const line = calendar.createEvent({
      id: `${event.uid}@${uidDomain}`,
      start: event.from,
      end: event.until,
      summary: event.title,
      sequence: event.sequence,
      stamp: event.changedAt,
      lastModified: event.changedAt,
      status: event.tentative ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.OPAQUE,
      ...(event.text && { description: event.text }),
      ...(event.place && { location: event.place }),
      ...(event.url && { url: event.url }),
    });
    for (const { minutesAfterStart, text } of event.alarms ?? [])
      line.createAlarm({
        type: ICalAlarmType.display,
        description: text,
        ...(minutesAfterStart < 0
          ? { triggerBefore: -minutesAfterStart * 60 }
          : { triggerAfter: minutesAfterStart * 60 }),
      });
  }
  return `${calendar.toString()}\r\n`;
}
