import { redirect } from '@sveltejs/kit';
import { kinds } from '$schema/kinds.ts';
import type { Actions, PageServerLoad } from './$types';
import { bookingOf, demander } from '$lib/borrowing/booking.server.ts';
import { daysOf, hoursOf, machineOf } from '$lib/calendar/days.server.ts';
import { addDays, dateIn, firstOfMonth, instantIn, isDate, isMonth, mondayOf } from '$lib/calendar/zone.server.ts';
import { familyOfDrawing, materialName, neverTaken, processName } from '$lib/catalogue/names.server.ts';
import { figure } from '$lib/catalogue/search-url.ts';
import { now } from '$lib/clock.ts';
import { aroundMachine } from '$lib/finding/around.server.ts';
import { graphql } from '$lib/graph/generated';

const Equipment = graphql(`
  query EquipmentPage($id: ID!) {
    equipment(id: $id) {
      id
      kind
      name
      maker
      model
      description
      status
      use
      processes
      accreditation
      checklist
      canManage
      updatedAt
      envelope {
        x
        y
        z
      }
      terms {
        pricing
        rateCents
        depositCents
        audience
        automatic
        noticeHours
        longestHours
        holdHours
        conditions
      }
      buffers {
        prepareMinutes
        cleanMinutes
        transportMinutes
      }
      units {
        id
        code
        shelf
      }
      photos {
        id
        alt
        width
        height
      }
      documents {
        id
        name
        kind
        bytes
        alt
        cleaned
        rowErrors
      }
      capabilities {
        id
        process
        material
        maxThicknessMm
        ratePerHour
        evidence
        confirmedAt
        lot {
          min
          max
        }
        envelopeMm {
          x
          y
          z
        }
      }
      workshop {
        id
        name
        slug
        city
        timeZone
        point {
          lat
          lon
        }
      }
    }
  }
`);

const Calendar = graphql(`
  query EquipmentCalendar($id: ID!, $from: DateTimeISO!, $until: DateTimeISO!) {
    equipment(id: $id) {
      calendar(from: $from, until: $until) {
        timeZone
        hoursKnown
        open {
          from
          until
        }
        busy {
          unitId
          kind
          from
          until
          holdUntil
          details {
            purpose
            subjectId
            code
            note
            party {
              name
            }
          }
        }
      }
    }
  }
`);

const mm = { min: 0.1, max: 20_000 };

export const actions: Actions = { demander };

export const load: PageServerLoad = async (event) => {
  const { params, url, locals, depends } = event;
  depends('loans');
  const { graph, locale } = locals;
  const { equipment } = await graph.query(Equipment, { id: params.id });
  // What an old link, a loan or a code leads to may be a person.
  if (equipment.kind !== 'equipment') redirect(307, `/${kinds[equipment.kind].path}/${equipment.id}`);
  const { timeZone } = equipment.workshop;
  const search = url.searchParams;
  const at = now();
  const today = dateIn(timeZone, at);

  const asked = {
    from: instantIn(timeZone, search.get('du') ?? ''),
    until: instantIn(timeZone, search.get('au') ?? '', true),
  };
  const chosen =
    asked.from && asked.until && asked.from < asked.until ? { from: asked.from, until: asked.until } : undefined;
  const month = search.get('mois');
  const week = search.get('semaine');
  const day = search.get('jour');
  const start = chosen ? dateIn(timeZone, chosen.from) : today;
  const view = isMonth(month) ? ('month' as const) : ('week' as const);
  const monday =
    view === 'month' ? mondayOf(firstOfMonth(month!)) : mondayOf(isDate(week) ? week : isDate(day) ? day : start);
  const count = view === 'month' ? 42 : 7;
  const period = { from: instantIn(timeZone, monday)!, until: instantIn(timeZone, addDays(monday, count))! };
  const read = async ({ from, until }: { from: Date; until: Date }) =>
    (await graph.query(Calendar, { id: params.id, from: from.toISOString(), until: until.toISOString() })).equipment
      .calendar;

  const calendar = await read(period);
  const unitIds = equipment.units.map(({ id }) => id);
  const days = daysOf(calendar, machineOf(calendar, unitIds, at, chosen), monday, count);
  const soon = await read({ from: at, until: new Date(at.getTime() + 14 * 86_400_000) });
  const ahead = daysOf(soon, machineOf(soon, unitIds, at), today, 14).flatMap(({ slots }) => slots);
  const current = ahead.find(({ from, until }) => new Date(from) <= at && at < new Date(until)) ?? ahead[0];
  const nextFree = ahead.find(({ kind }) => kind === 'free');

  const dates = days.map(({ date }) => date);
  const shown =
    isDate(day) && dates.includes(day) ? day : dates.includes(start) ? start : dates.includes(today) ? today : monday;
  const [x, y, z] = [figure(search, 'x', mm), figure(search, 'y', mm), figure(search, 'z', mm)];
  const isSheetOnly = (material: string | null | undefined) => material === null || material === undefined;
  return {
    equipment,
    booking: await bookingOf(event, { id: equipment.id, timeZone, use: equipment.use }),
    timeZone,
    view,
    monday,
    month: monday && view === 'month' ? month! : monday.slice(0, 7),
    days,
    hours: hoursOf(days, calendar.hoursKnown),
    hoursKnown: calendar.hoursKnown,
    shown,
    today,
    chosen: chosen ? { from: chosen.from.toISOString(), until: chosen.until.toISOString() } : null,
    piece: x === undefined ? null : { x, y, z },
    now: at.toISOString(),
    state: current?.kind ?? ('closed' as const),
    stateUntil: current?.until ?? null,
    nextFree: nextFree?.from ?? null,
    family: familyOfDrawing(equipment.processes),
    processNames: equipment.processes.map((id) => processName(locale, id)),
    capabilities: equipment.capabilities.map((row) => ({
      ...row,
      materialName: isSheetOnly(row.material) ? null : materialName(locale, row.material),
      processName: processName(locale, row.process),
    })),
    never: neverTaken(locale, equipment.processes),
    goesWith: await aroundMachine(locals, equipment),
    around: {
      previous: view === 'month' ? firstOfMonth(month!, -1).slice(0, 7) : addDays(monday, -7),
      next: view === 'month' ? firstOfMonth(month!, 1).slice(0, 7) : addDays(monday, 7),
      last: addDays(monday, 6),
    },
  };
};
