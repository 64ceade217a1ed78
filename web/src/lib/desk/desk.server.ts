import { graphql } from '../graph/generated/index.ts';

/** One line of the counter: what is read, and what its gesture needs. */
graphql(`
  fragment DeskLine on Loan {
    id
    code
    kind
    status
    overdue
    from
    until
    use
    holdUntil
    can
    canExtend
    resource {
      name
      checklist
    }
    unit {
      code
      shelf
    }
    travel {
      city
      minutes
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
    }
    handOver {
      at
      receivedBy
      present
    }
    takeBack {
      at
      missing
      damage
    }
  }
`);

graphql(`
  fragment DeskShared on Desk {
    claims(first: 20) {
      name
      totalCount
      nodes {
        ...ClaimRow
      }
    }
    sessions {
      session {
        id
        kind
        name
        from
        until
        agreed
        measure
      }
      seated {
        ...ClaimRow
        attendees
      }
    }
    swaps {
      id
      give
      take
      week
      can
      asker {
        name
      }
      listing {
        id
        kind
        name
      }
    }
    applications {
      ...ApplicationRow
    }
    interviews {
      ...ApplicationRow
    }
  }
`);

export const DeskClaims = graphql(`
  query DeskClaims($workshopId: ID!, $day: String, $name: DeskClaimSection!, $after: String) {
    desk(workshopId: $workshopId, day: $day) {
      day
      timeZone
      claims(names: [$name], first: 20, after: $after) {
        name
        totalCount
        nodes {
          ...ClaimRow
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const DeskDay = graphql(`
  query DeskDay($workshopId: ID!, $slug: String!, $day: String) {
    workshop(slug: $slug) {
      slug
    }
    desk(workshopId: $workshopId, day: $day) {
      day
      timeZone
      ...DeskShared
      undoable {
        id
        code
        kind
        status
        resource {
          name
        }
        undo {
          move
          until
        }
      }
      parts(first: 20) {
        name
        totalCount
        nodes {
          ...DeskLine
        }
      }
    }
  }
`);

export const DeskPart = graphql(`
  query DeskPart($workshopId: ID!, $day: String, $name: DeskSection!, $after: String) {
    desk(workshopId: $workshopId, day: $day) {
      day
      timeZone
      section(name: $name, first: 20, after: $after) {
        totalCount
        nodes {
          ...DeskLine
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const OffersAtDesk = graphql(`
  query OffersAtDesk($workshopId: ID!) {
    offersToAnswer(workshopId: $workshopId, first: 20) {
      totalCount
      nodes {
        ...OfferRow
        machineTime {
          unknown
        }
      }
    }
    offersToUndo(workshopId: $workshopId) {
      id
      state
      undoUntil
      request {
        code
        title
      }
    }
  }
`);

export const MoveAtDesk = graphql(`
  mutation MoveAtDesk($id: ID!, $move: LoanMove!, $note: String, $handOver: HandOverInput, $takeBack: TakeBackInput) {
    moveLoan(id: $id, move: $move, note: $note, handOver: $handOver, takeBack: $takeBack) {
      id
    }
  }
`);

export const ExtendAtDesk = graphql(`
  mutation ExtendAtDesk($id: ID!, $agrees: Boolean!) {
    answerExtension(id: $id, agrees: $agrees) {
      id
    }
  }
`);

export const AcceptAtDesk = graphql(`
  mutation AcceptAtDesk($id: ID!) {
    acceptOffer(id: $id, input: { machineMinutes: [] }) {
      id
    }
  }
`);

export const DeclineAtDesk = graphql(`
  mutation DeclineAtDesk($id: ID!, $input: DeclineOfferInput!) {
    declineOffer(id: $id, input: $input) {
      id
    }
  }
`);

export const UndoOffer = graphql(`
  mutation UndoOffer($id: ID!) {
    undoOfferAnswer(id: $id) {
      id
    }
  }
`);
