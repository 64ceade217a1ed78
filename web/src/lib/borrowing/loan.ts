import { graphql } from '../graph/generated/index.ts';
import type { LoanDetailFragment, LoanRowFragment } from '../graph/generated/graphql.ts';

graphql(`
  fragment LoanDetail on Loan {
    group {
      id
      kind
    }
    note
    askedAt
    can
    canExtend
    canPhotograph
    handOverPhotos {
      id
      alt
      width
      height
    }
    takeBackPhotos {
      id
      alt
      width
      height
    }
    latestEnd
    terms {
      conditions
    }
    price {
      pricing
      units
      rateCents
      totalCents
      depositCents
    }
    resource {
      id
      checklist
      accreditation
    }
    unitChoices {
      free
      unit {
        id
        code
        shelf
      }
    }
    lender {
      id
      slug
      address
      postalCode
    }
    borrower {
      scope
      id
    }
    person {
      id
    }
    unit {
      id
    }
    handOver {
      at
      receivedBy
      present
      missing
      condition
      terms
      person {
        name
      }
    }
    takeBack {
      at
      broughtBy
      present
      missing
      condition
      damage
      person {
        name
      }
    }
    history {
      at
      event
      by
      note
      person {
        name
      }
    }
  }
`);

/** A loan as its page reads it. */
export type LoanSeen = LoanRowFragment & LoanDetailFragment;

/** When something last happened in the journal of a loan. */
export const when = ({ history }: LoanSeen, ...events: LoanSeen['history'][number]['event'][]) =>
  history.findLast(({ event }) => events.includes(event));

const HOUR = 3_600_000;
export const hoursBefore = (instant: string, hours: number) =>
  new Date(Date.parse(instant) - hours * HOUR).toISOString();
