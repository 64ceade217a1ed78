import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { loanUses, type LoanUse } from '$schema/loans.ts';
import { instantIn } from '../calendar/zone.server.ts';
import { keyField, newKey, sentKey } from '../forms/idempotency.ts';
import { text, valuesOf } from '../forms/values.ts';
import { graphql } from '../graph/generated/index.ts';
import type { QuoteLoanQuery } from '../graph/generated/graphql.ts';
import { submit, type FormFault } from '../graph/submit.ts';

graphql(`
  fragment QuoteView on LoanQuote {
    possible
    holdUntil
    closures {
      from
      to
      reason
    }
    price {
      pricing
      units
      rateCents
      totalCents
      depositCents
    }
    travel {
      city
      km
      minutes
      cents
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
`);

const QuoteLoan = graphql(`
  query QuoteLoan($wish: LoanWishInput!) {
    quoteLoan(wish: $wish) {
      ...QuoteView
    }
  }
`);

const RequestLoan = graphql(`
  mutation RequestLoan($input: RequestLoanInput!) {
    requestLoan(input: $input) {
      id
    }
  }
`);

export type Quote = QuoteLoanQuery['quoteLoan'];

/** What the booking form is drawn from: the wish as typed in local time, and what it takes once there is one. */
export interface Booking {
  from: string;
  until: string;
  use: LoanUse | '';
  quote: Quote | undefined;
  key: string;
  /** The page itself, with its search: where a visitor comes back to after signing in. */
  here: string;
}

/** A refused request: the form as typed, why, and what it takes now. */
export type BookingFault = FormFault & { quote: Quote | undefined };

/** As the API writes instants. */
const instant = (timeZone: string, local: string) => instantIn(timeZone, local)?.toISOString();

const useOf = (value: string | null): LoanUse | '' => loanUses.find((use) => use === value) ?? '';

async function quoteOf(
  event: Pick<RequestEvent, 'locals'>,
  resourceId: string,
  timeZone: string,
  wish: Pick<Booking, 'from' | 'until' | 'use'>,
) {
  const [from, until] = [instant(timeZone, wish.from), instant(timeZone, wish.until)];
  if (!from || !until || !wish.use) return undefined;
  const { data } = await event.locals.graph.ask(QuoteLoan, { wish: { resourceId, from, until, use: wish.use } });
  return data?.quoteLoan;
}

/** For the page's `load`: the wish of the URL (`du`, `au`, `usage`: local times, as the search writes them) and its quote. */
export async function bookingOf(
  event: Pick<RequestEvent, 'locals' | 'url'>,
  machine: { id: string; timeZone: string; use: string },
): Promise<Booking> {
  const { searchParams } = event.url;
  const only = useOf(machine.use);
  const wish = {
    from: searchParams.get('du') ?? '',
    until: searchParams.get('au') ?? '',
    use: only || useOf(searchParams.get('usage')) || ('on_site' as const),
  };
  const quote = await quoteOf(event, machine.id, machine.timeZone, wish);
  return { ...wish, quote, key: newKey(), here: hereOf(event.url) };
}

/** The address without the name of the action that drew the page. */
function hereOf(url: URL): string {
  const search = new URLSearchParams([...url.searchParams].filter(([name]) => !name.startsWith('/')));
  return `${url.pathname}${search.size > 0 ? `?${search}` : ''}`;
}

/** The action `?/demander` of an equipment page: asks for the slot, and goes to the loan; what was typed stays otherwise. */
export async function demander(event: RequestEvent & { params: { id: string } }) {
  const form = await event.request.formData();
  const timeZone = text(form, 'timeZone') || 'Europe/Paris';
  const wish = { from: text(form, 'du'), until: text(form, 'au'), use: useOf(text(form, 'usage')) };
  const [from, until] = [instant(timeZone, wish.from), instant(timeZone, wish.until)];
  const resourceId = event.params.id;
  const again = async (fault: FormFault, status: number) =>
    fail(status, { ...fault, quote: await quoteOf(event, resourceId, timeZone, wish) } satisfies BookingFault);
  if (!from || !until || !wish.use)
    return again({ values: valuesOf(form), refusal: { key: 'calendar.period', params: {} }, fields: {} }, 422);
  const input = {
    resourceId,
    from,
    until,
    use: wish.use,
    note: text(form, 'note'),
    termsAccepted: form.get('termsAccepted') !== null,
    [keyField]: sentKey(form),
  } as const;
  const done = await submit(event, RequestLoan, { input }, form);
  if (done.failure) return again(done.failure.data, done.failure.status);
  redirect(303, `/echanges/${done.data.requestLoan.id}?fait=demande`);
}
