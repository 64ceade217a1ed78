import { graphql } from '../graph/generated/index.ts';

graphql(`
  fragment LoanRow on Loan {
    id
    code
    kind
    status
    overdue
    side
    turns
    from
    until
    use
    holdUntil
    resource {
      name
    }
    unit {
      code
      shelf
    }
    lender {
      name
      city
      timeZone
    }
    borrower {
      name
    }
    person {
      name
    }
    extension {
      state
      until
      holdUntil
    }
  }
`);

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
    travel {
      city
      km
      minutes
      cents
    }
    consents {
      at
      party {
        name
      }
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

export const MyLoans = graphql(`
  query MyLoans($side: LoanSideWish!, $after: String) {
    myLoans(side: $side, first: 20, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...LoanRow
      }
    }
  }
`);

export const LoanPage = graphql(`
  query LoanPage($id: ID!) {
    loan(id: $id) {
      ...LoanRow
      ...LoanDetail
    }
  }
`);
