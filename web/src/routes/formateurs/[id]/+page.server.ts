import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { bookingOf, demander } from '$lib/borrowing/booking.server.ts';
import { addDays, dateIn, instantIn, isDate, mondayOf } from '$lib/calendar/zone.server.ts';
import { now } from '$lib/clock.ts';
import { graphql } from '$lib/graph/generated';
import { submit } from '$lib/graph/submit.ts';
import { trainerOf } from '$lib/trainers/trainer.server.ts';

const TrainerPage = graphql(`
  query TrainerPage($id: ID!) {
    equipment(id: $id) {
      ...TrainerView
    }
  }
`);
const TrainerWeek = graphql(`
  query TrainerWeek($id: ID!, $from: DateTimeISO!, $until: DateTimeISO!) {
    equipment(id: $id) {
      calendar(from: $from, until: $until) {
        open {
          from
          until
        }
        hoursKnown
        busy {
          from
          until
        }
      }
    }
  }
`);
const Publish = graphql(`
  mutation PublishTrainer($id: ID!) {
    publishTrainer(id: $id) {
      id
    }
  }
`);

/** Stretches as one where they touch or overlap: the road, the visit and the road back are one absence. */
function together(stretches: readonly { from: string; until: string }[]) {
  const merged: { from: string; until: string }[] = [];
  for (const { from, until } of stretches) {
    const last = merged.at(-1);
    if (last && from <= last.until) last.until = until > last.until ? until : last.until;
    else merged.push({ from, until });
  }
  return merged;
}

export const actions: Actions = {
  demander,
  publier: async (event) => {
    const form = await event.request.formData();
    const { failure } = await submit(event, Publish, { id: event.params.id }, form);
    if (failure) return failure;
    redirect(303, `/formateurs/${event.params.id}`);
  },
};

export const load: PageServerLoad = async (event) => {
  const { graph, locale } = event.locals;
  const { equipment } = await graph.query(TrainerPage, { id: event.params.id });
  const { timeZone } = equipment.workshop;
  const said = event.url.searchParams.get('semaine');
  const monday = mondayOf(isDate(said) ? said : dateIn(timeZone, now()));
  const [from, until] = [instantIn(timeZone, monday)!, instantIn(timeZone, addDays(monday, 7))!];
  const week = { id: equipment.id, from: from.toISOString(), until: until.toISOString() };
  const { calendar } = (await graph.query(TrainerWeek, week)).equipment;
  return {
    trainer: trainerOf(equipment, locale),
    timeZone,
    monday,
    previous: addDays(monday, -7),
    following: addDays(monday, 7),
    anyHour: !calendar.hoursKnown,
    open: calendar.hoursKnown ? calendar.open : [],
    busy: together(calendar.busy),
    booking: await bookingOf(event, { id: equipment.id, timeZone, use: equipment.use }),
  };
};
