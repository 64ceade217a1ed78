import { graphql } from '../graph/generated/index.ts';

/** One line of the counter: what is read, and what its gesture needs. */
graphql(`
  fragment DeskLine on Loan {
    id
    code
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

export const DeskDay = graphql(`
  query DeskDay($workshopId: ID!, $day: String) {
    desk(workshopId: $workshopId, day: $day) {
      day
      timeZone
      undoable {
        id
        code
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
