import type { PageServerLoad } from './$types';
import { now } from '$lib/clock.ts';
import { qrOf } from '$lib/counter/qr.server.ts';
import { graphql } from '$lib/graph/generated';

const Slip = graphql(`
  query LoanSlip($id: ID!) {
    loan(id: $id) {
      id
      code
      kind
      travel {
        city
        km
        cents
      }
      from
      until
      use
      note
      terms {
        conditions
      }
      price {
        totalCents
        depositCents
      }
      resource {
        name
        checklist
      }
      unit {
        code
      }
      lender {
        name
        address
        postalCode
        city
        timeZone
      }
      borrower {
        name
      }
      person {
        name
      }
      handOver {
        present
        missing
        condition
        terms
      }
      takeBack {
        present
        condition
        damage
      }
    }
  }
`);

/** The items in their order; a loan that has left has those that were looked at then. */
function itemsOf(
  checklist: readonly string[],
  handOver: { present: readonly string[]; missing: readonly string[] } | null,
): string[] {
  const items = handOver ? [...handOver.present, ...handOver.missing] : [...checklist];
  return [...checklist.filter((item) => items.includes(item)), ...items.filter((item) => !checklist.includes(item))];
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { loan } = await locals.graph.query(Slip, { id: params.id });
  return {
    loan,
    items: itemsOf(loan.resource?.checklist ?? [], loan.handOver ?? null).map((label) => ({
      label,
      out: loan.handOver?.present.includes(label) ?? false,
      back: loan.takeBack?.present.includes(label) ?? false,
    })),
    qr: qrOf(`${url.origin}/q/${loan.code}`),
    now: now().toISOString(),
  };
};
