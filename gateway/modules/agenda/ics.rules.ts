import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { uidDomain } from './feed.rules.ts';

/** Why an event of a file takes no time, or why a file cannot be read at all. */
type SkipReason = 'free' | 'cancelled' | 'instant' | 'past' | 'own' | 'broken';
type Unreadable = 'empty' | 'notCalendar' | 'noEvents' | 'broken';

export interface BusyRequest {
  text: string;
  /** Zone in which times without one, and whole days, are read. */
  timeZone: string;
  /** Milliseconds since 1970: what ended before `from` or begins after `until` is left out. */
  from: number;
  until: number;
  /** Times taken from one event at most, and from the file as a whole. */
  most: number;
}

export interface BusyTimes {
  /** Set when the file cannot be read; the rest is empty then. */
  unreadable?: Unreadable;
  events: number;
  busy: { from: number; until: number; title: string }[];
  skipped: Partial<Record<SkipReason, number>>;
  /** Whether a repetition was cut at its limit. */
  cut: boolean;
}

/** Steps through one repetition before it is cut: a daily event since 1970 has taken 20,000 to reach today. */
const MOST_STEPS = 40_000;
const TITLE = 120;
const DAY = 86_400_000;

const isZone = (name: string | undefined): name is string => {
  if (!name) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

/** The instant of a time in a file: by its own zone when the file says it, by a known name, else in the workshop's. */
function instantOf(time: ICAL.Time, tzid: string | undefined, timeZone: string): number {
  const { zone } = time;
  const isFloating = zone === ICAL.Timezone.localTimezone || time.isDate;
  if (!isFloating) return time.toJSDate().getTime();
  const { year, month, day, hour, minute, second } = time;
  const plain = new Temporal.PlainDateTime(year, month, day, hour, minute, Math.min(second, 59));
  return plain.toZonedDateTime(!time.isDate && isZone(tzid) ? tzid : timeZone).epochMilliseconds;
}

const tzidOf = (component: ICAL.Component, name: string): string | undefined =>
  component.getFirstProperty(name)?.getFirstParameter('tzid') ?? undefined;

const wordOf = (component: ICAL.Component, name: string) =>
  String(component.getFirstPropertyValue(name) ?? '').toUpperCase();

/** Why an event takes nobody's time, by what it says of itself. */
function notBusy(component: ICAL.Component): SkipReason | undefined {
  if (wordOf(component, 'status') === 'CANCELLED') return 'cancelled';
  return wordOf(component, 'transp') === 'TRANSPARENT' ? 'free' : undefined;
}

/** One event with what replaces some of its occurrences. */
interface Series {
  event: ICAL.Event;
  component: ICAL.Component;
}

/** The events of a file: changes of an occurrence with their series, or alone when the series is not there. */
function seriesIn(calendars: readonly ICAL.Component[]): Series[] {
  const components = calendars.flatMap((calendar) => calendar.getAllSubcomponents('vevent'));
  const isChange = (component: ICAL.Component) => component.hasProperty('recurrence-id');
  const masters = components.filter((component) => !isChange(component));
  const known = new Set(masters.map((component) => String(component.getFirstPropertyValue('uid') ?? '')));
  const series = masters.map((component) => {
    const uid = component.getFirstPropertyValue('uid');
    const exceptions = uid ? components.filter((one) => isChange(one) && one.getFirstPropertyValue('uid') === uid) : [];
    return { component, event: new ICAL.Event(component, { exceptions, strictExceptions: false }) };
  });
  const alone = components
    .filter((one) => isChange(one) && !known.has(String(one.getFirstPropertyValue('uid') ?? '')))
    .map((component) => ({ component, event: new ICAL.Event(component, { strictExceptions: true, exceptions: [] }) }));
  return [...series, ...alone];
}

/** What the library gives of one occurrence; its own types name a type that is not there. */
interface Occurrence {
  item: ICAL.Event;
  startDate: ICAL.Time;
  endDate: ICAL.Time;
}

interface Found {
  from: number;
  until: number;
  title: string;
  skip?: SkipReason;
}

/** The times of one event within the window, and whether its repetition was cut. */
function timesOf({ event, component }: Series, request: BusyRequest): { found: Found[]; cut: boolean } {
  const { timeZone, from, until, most } = request;
  const found: Found[] = [];
  const tzid = tzidOf(component, 'dtstart');
  const take = (item: ICAL.Event, start: ICAL.Time, end: ICAL.Time) => {
    const zone = tzidOf(item.component, 'dtstart') ?? tzid;
    const [begin, finish] = [instantOf(start, zone, timeZone), instantOf(end, zone, timeZone)];
    const away = finish <= from || begin >= until ? 'past' : undefined;
    const skip = away ?? notBusy(item.component) ?? (begin >= finish ? 'instant' : undefined);
    found.push({ from: begin, until: finish, title: (item.summary ?? '').slice(0, TITLE), ...(skip && { skip }) });
  };
  const repeats = !event.isRecurrenceException() && (event.isRecurring() || component.hasProperty('rdate'));
  if (!repeats) {
    take(event, event.startDate, event.endDate);
    return { found, cut: false };
  }
  // A day left out of a series of hours is left out whole: calendars write it so, and the library compares instants.
  const daysOut = new Set(
    component
      .getAllProperties('exdate')
      .flatMap((property) => property.getValues() as ICAL.Time[])
      .filter(({ isDate }) => isDate)
      .map((time) => time.toString()),
  );
  // Of a series that no change moves, what is long over is passed by without a closer look.
  const isPlain = Object.keys(event.exceptions).length === 0;
  const longest = instantOf(event.endDate, tzid, timeZone) - instantOf(event.startDate, tzid, timeZone) + DAY;
  const times = event.iterator();
  let kept = 0;
  for (let step = 0; ; step += 1) {
    const next = times.next() as ICAL.Time | undefined;
    if (!next) return { found, cut: false };
    if (step > MOST_STEPS || kept >= most) return { found, cut: true };
    const at = instantOf(next, tzid, timeZone);
    if (isPlain && at + longest < from) continue;
    if (daysOut.size > 0 && daysOut.has(next.toString().slice(0, 10))) continue;
    const { item, startDate, endDate } = event.getOccurrenceDetails(next) as unknown as Occurrence;
    const before = found.length;
    take(item, startDate, endDate);
    if (found[before]!.skip === 'past') found.pop();
    else kept += 1;
    // The series' own instant, not that of a change which moved it: what follows may come before.
    if (at >= until) return { found, cut: false };
  }
}

const nothing = (reason: Unreadable): BusyTimes => ({
  unreadable: reason,
  events: 0,
  busy: [],
  skipped: {},
  cut: false,
});

function calendarsIn(text: string): ICAL.Component[] | Unreadable {
  if (text.trim() === '') return 'empty';
  if (!/^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text)) return 'notCalendar';
  try {
    // Blank lines are not allowed by the format, and common.
    const parsed = ICAL.parse(text.replace(/^\uFEFF/, '').replace(/(\r?\n)[ \t]*(?=\r?\n)/g, '')) as unknown[];
    const several = Array.isArray(parsed[0]) ? (parsed as unknown[][]) : [parsed];
    return several.map((jcal) => new ICAL.Component(jcal as never));
  } catch {
    // The parser throws plain errors of many kinds on what is not a calendar; all of them mean the same here.
    return 'broken';
  }
}

/**
 * The busy times of a calendar file within a window: repetitions unfolded, what is free, cancelled or over left out and
 * counted. Takes any text, and says why when it is not a calendar. Runs in the side thread: a file can be slow.
 */
export function busyTimes(request: BusyRequest): BusyTimes {
  const calendars = calendarsIn(request.text);
  if (typeof calendars === 'string') return nothing(calendars);
  const series = seriesIn(calendars);
  if (series.length === 0) return nothing('noEvents');
  const answer: BusyTimes = { events: series.length, busy: [], skipped: {}, cut: false };
  const skip = (reason: SkipReason) => (answer.skipped[reason] = (answer.skipped[reason] ?? 0) + 1);
  for (const one of series) {
    if (String(one.component.getFirstPropertyValue('uid') ?? '').endsWith(`@${uidDomain}`)) {
      skip('own');
      continue;
    }
    try {
      const { found, cut } = timesOf(one, request);
      answer.cut ||= cut;
      if (found.length === 0) skip('past');
      for (const { skip: reason, ...time } of found)
        if (reason) skip(reason);
        else answer.busy.push(time);
    } catch {
      // An event that the library cannot make sense of is counted, and the others are read.
      skip('broken');
    }
  }
  answer.busy.sort((a, b) => a.from - b.from || a.until - b.until);
  if (answer.busy.length > request.most) {
    answer.busy.length = request.most;
    answer.cut = true;
  }
  return answer;
}
