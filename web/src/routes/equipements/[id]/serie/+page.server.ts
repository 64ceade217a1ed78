import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { type LoanUse, loanUses, type Recurrence, recurrences } from '$schema/loans.ts';
import { instantIn, isDate } from '$lib/calendar/zone.server.ts';
import { keyField, newKey, sentKey } from '$lib/forms/idempotency.ts';
import { text, valuesOf } from '$lib/forms/values.ts';
import { graphql } from '$lib/graph/generated/index.ts';
import { submit } from '$lib/graph/submit.ts';

const Machine = graphql(`
  query SeriesMachine($id: ID!) {
    equipment(id: $id) {
      id
      name
      use
      terms {
        automatic
        conditions
      }
      workshop {
        name
        slug
        timeZone
      }
    }
  }
`);

const Preview = graphql(`
  query PreviewSeries($first: LoanWishInput!, $recurrence: RecurrenceInput!) {
    previewSeries(first: $first, recurrence: $recurrence) {
      from
      until
      state
      quote {
        price {
          totalCents
        }
        conditions {
          condition
          met
          refusal
          at
          hours
          name
          training {
            listingId
            from
            city
            timeZone
          }
          next {
            from
            until
          }
        }
      }
    }
  }
`);

const RequestSeries = graphql(`
  mutation RequestSeries($input: RequestSeriesInput!) {
    requestSeries(input: $input) {
      id
    }
  }
`);

/** The rule as the address says it; what is no rule is left at its usual value. */
function ruleOf(search: URLSearchParams) {
  const until = search.get('jusqua');
  const times = Number(search.get('fois'));
  const every: Recurrence = recurrences.find((one) => one === search.get('tous')) ?? 'week';
  return {
    every,
    weekdays: search
      .getAll('jour')
      .map(Number)
      .filter((day) => Number.isInteger(day) && day >= 1 && day <= 7),
    ...(isDate(until) && { until }),
    ...(Number.isInteger(times) && times >= 1 && times <= 52 && { times }),
  };
}

async function timesOf(
  { locals, url }: Pick<RequestEvent, 'locals' | 'url'>,
  id: string,
  timeZone: string,
  use: LoanUse,
) {
  const [from, until] = [
    instantIn(timeZone, url.searchParams.get('du') ?? ''),
    instantIn(timeZone, url.searchParams.get('au') ?? ''),
  ];
  const rule = ruleOf(url.searchParams);
  if (!from || !until || (!rule.until && !rule.times)) return { times: [], refusal: undefined };
  const first = { resourceId: id, use, from: from.toISOString(), until: until.toISOString() };
  const { data, fault } = await locals.graph.ask(Preview, { first, recurrence: rule });
  return { times: data?.previewSeries ?? [], refusal: fault?.refusal };
}

export const load: PageServerLoad = async (event) => {
  event.depends('loans');
  const { params, locals, url } = event;
  const { equipment } = await locals.graph.query(Machine, { id: params.id });
  const { timeZone } = equipment.workshop;
  const asked = loanUses.find((use) => use === url.searchParams.get('usage'));
  const use: LoanUse = equipment.use === 'both' ? (asked ?? 'on_site') : equipment.use;
  const here = `${url.pathname}?${new URLSearchParams([...url.searchParams].filter(([name]) => !name.startsWith('/')))}`;
  return {
    equipment,
    use,
    du: url.searchParams.get('du') ?? '',
    au: url.searchParams.get('au') ?? '',
    rule: ruleOf(url.searchParams),
    ...(await timesOf(event, equipment.id, timeZone, use)),
    key: newKey(),
    here,
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const occurrences = form.getAll('creneau').flatMap((value) => {
      const [from, until] = typeof value === 'string' ? value.split('/') : [];
      return from && until ? [{ from, until }] : [];
    });
    if (occurrences.length === 0)
      return fail(422, { values: valuesOf(form), refusal: { key: 'borrowing.recurrence', params: {} }, fields: {} });
    const use = loanUses.find((one) => one === text(form, 'usage')) ?? 'on_site';
    const input = {
      resourceId: event.params.id,
      use,
      occurrences,
      skipTaken: text(form, 'sinon') === 'autres',
      note: text(form, 'note'),
      termsAccepted: form.get('termsAccepted') !== null,
      [keyField]: sentKey(form),
    };
    const done = await submit(event, RequestSeries, { input }, form);
    if (done.failure) return done.failure;
    redirect(303, `/series/${done.data.requestSeries.id}`);
  },
};
