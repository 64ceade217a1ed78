import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { limits } from '$schema/vocabulary.ts';
import { newKey, sentKey } from '$lib/forms/idempotency.ts';
import { text, valuesOf } from '$lib/forms/values.ts';
import { graphql } from '$lib/graph/generated';
import { submit, type Submitted } from '$lib/graph/submit.ts';

const Page = graphql(`
  query AgendaWorkshop($slug: String!) {
    workshop(slug: $slug) {
      id
      slug
      name
      timeZone
      can
    }
  }
`);

const Calendars = graphql(`
  query ExternalCalendars($id: ID!) {
    externalCalendars(workshopId: $id) {
      id
      name
      url
      triedAt
      readAt
      fault
      events
      busy
      cut
      leftOut {
        reason
        count
      }
      collisions {
        machine
        unitCode
        from
        until
        loanId
        code
      }
      resource {
        id
        name
      }
    }
    equipmentOf(workshopId: $id, first: 50) {
      nodes {
        id
        name
      }
    }
  }
`);

const Add = graphql(`
  mutation AddExternalCalendar($input: AddCalendarInput!) {
    addExternalCalendar(input: $input) {
      id
    }
  }
`);
const Read = graphql(`
  mutation ReadExternalCalendar($id: ID!) {
    readExternalCalendar(id: $id) {
      id
    }
  }
`);
const Remove = graphql(`
  mutation RemoveExternalCalendar($id: ID!) {
    removeExternalCalendar(id: $id)
  }
`);

const done = ['added', 'read', 'removed'] as const;

export const load: PageServerLoad = async ({ params, url, locals }) => {
  if (!(await locals.viewer())) redirect(303, `/connexion?suite=${encodeURIComponent(url.pathname + url.search)}`);
  const { workshop } = await locals.graph.query(Page, { slug: params.slug });
  if (!workshop.can.includes('edit'))
    error(403, { message: 'platform.forbidden', refusal: { key: 'platform.forbidden', params: {} } });
  const { externalCalendars, equipmentOf } = await locals.graph.query(Calendars, { id: workshop.id });
  return {
    workshop,
    calendars: externalCalendars,
    machines: equipmentOf.nodes,
    machine: url.searchParams.get('machine') ?? '',
    key: newKey(),
    done: done.find((name) => name === url.searchParams.get('fait')) ?? null,
  };
};

type Event = RequestEvent<{ slug: string }>;

function shown<Data>(event: Event, { failure }: Submitted<Data>, then: (typeof done)[number]) {
  if (failure) return failure;
  redirect(303, `/ateliers/${event.params.slug}/agendas?fait=${then}`);
}

export const actions: Actions = {
  add: async (event) => {
    const form = await event.request.formData();
    const file = form.get('file');
    const isFile = file instanceof File && file.size > 0;
    if (isFile && file.size > limits.calendarBytes)
      return fail(422, {
        values: valuesOf(form),
        refusal: { key: 'agenda.unreadable', params: { reason: 'tooLarge' } },
        fields: {},
      });
    const input = {
      workshopId: text(form, 'workshopId'),
      resourceId: text(form, 'resourceId') || null,
      name: text(form, 'name'),
      ...(isFile ? { text: await file.text() } : { url: text(form, 'url') }),
      idempotencyKey: sentKey(form),
    };
    return shown(event, await submit(event, Add, { input }, form), 'added');
  },
  read: async (event) => {
    const form = await event.request.formData();
    return shown(event, await submit(event, Read, { id: text(form, 'id') }, form), 'read');
  },
  remove: async (event) => {
    const form = await event.request.formData();
    return shown(event, await submit(event, Remove, { id: text(form, 'id') }, form), 'removed');
  },
};
