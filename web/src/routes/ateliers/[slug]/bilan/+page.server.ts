import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { now } from '$lib/clock.ts';
import { graphql } from '$lib/graph/generated/index.ts';

const Workshop = graphql(`
  query BalanceWorkshop($slug: String!) {
    workshop(slug: $slug) {
      id
      slug
      name
      city
      code
      timeZone
    }
  }
`);

graphql(`
  fragment BalanceRow on BalanceLine {
    kind
    unit
    parts
    quantity
    amongWorkshops
    cents
  }
`);

const Balance = graphql(`
  query Balance($workshopId: ID!, $from: String!, $until: String!) {
    balance(workshopId: $workshopId, from: $from, until: $until) {
      given {
        ...BalanceRow
      }
      taken {
        ...BalanceRow
      }
      together {
        ...BalanceRow
      }
      inCents
      outCents
      togetherCents
      savedKg
      unweighed
    }
  }
`);

const isDay = (text: string | null): text is string => text !== null && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

export const load: PageServerLoad = async ({ locals, params, url }) => {
  if (!(await locals.viewer())) redirect(303, `/connexion?suite=${encodeURIComponent(url.pathname)}`);
  const { workshop } = await locals.graph.query(Workshop, { slug: params.slug });
  const thisYear = now().getUTCFullYear();
  const yearOf = (year: number) => ({ from: `${year}-01-01`, until: `${year}-12-31` });
  const [from, until] = [url.searchParams.get('du'), url.searchParams.get('au')];
  const days = isDay(from) && isDay(until) && from <= until ? { from, until } : yearOf(thisYear);
  const { balance } = await locals.graph.query(Balance, { workshopId: workshop.id, ...days });
  const years = { thisYear: yearOf(thisYear), lastYear: yearOf(thisYear - 1) };
  return { workshop, balance, days, years, wrong: (from !== null || until !== null) && days.from !== from };
};
