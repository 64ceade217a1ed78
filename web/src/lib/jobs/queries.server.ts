import { graphql } from '../graph/generated/index.ts';

graphql(`
  fragment JobWeek on Listing {
    week(of: $of) {
      half
      workshops {
        id
        name
      }
    }
    shares {
      id
      percent
      days
      season {
        from
        until
      }
      workshop {
        id
        name
        slug
        city
      }
    }
    clashes {
      reason
      half
      day
      km
      workshops {
        id
        name
      }
    }
    swaps {
      id
      status
      give
      take
      week
      note
      can
      asker {
        name
      }
      other {
        name
      }
    }
    application {
      id
    }
    applicationCount
    readsApplications
  }
`);

export const JobPanel = graphql(`
  query JobPanel($id: ID!, $of: String) {
    listing(id: $id) {
      id
      ...JobWeek
      history {
        at
        move
      }
    }
  }
`);

graphql(`
  fragment ApplicationRow on Application {
    id
    status
    side
    can
    createdAt
    chosenSlot
    candidate {
      name
    }
    listing {
      id
      name
      status
      network {
        name
      }
      workshop {
        name
        city
        timeZone
      }
    }
  }
`);

export const ApplicationPage = graphql(`
  query ApplicationPage($id: ID!) {
    application(id: $id) {
      ...ApplicationRow
      message
      phone
      email
      slots
      slotPlace
      deleteAt
      notes {
        at
        text
        person {
          name
        }
        party {
          name
        }
      }
      history {
        at
        move
        by
        note
      }
      cv {
        id
        name
        bytes
      }
      downloads(first: 20) {
        nodes {
          id
          at
          person {
            name
          }
          party {
            name
          }
        }
      }
    }
  }
`);

export const ApplicationsOf = graphql(`
  query ApplicationsOf($id: ID!, $after: String) {
    applications(listingId: $id, first: 50, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...ApplicationRow
      }
    }
  }
`);

export const MyApplications = graphql(`
  query MyApplications($after: String) {
    myApplications(first: 50, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...ApplicationRow
      }
    }
  }
`);

export const Apply = graphql(`
  mutation Apply($input: Apply!) {
    apply(input: $input) {
      id
    }
  }
`);

export const MoveApplication = graphql(`
  mutation MoveApplication($id: ID!, $move: ApplicationMove!, $note: String) {
    moveApplication(id: $id, move: $move, note: $note) {
      id
    }
  }
`);

export const ProposeInterview = graphql(`
  mutation ProposeInterview($input: ProposeInterview!) {
    proposeInterview(input: $input) {
      id
    }
  }
`);

export const ChooseInterview = graphql(`
  mutation ChooseInterview($id: ID!, $slot: DateTimeISO!) {
    chooseInterview(id: $id, slot: $slot) {
      id
    }
  }
`);

export const NoteApplication = graphql(`
  mutation NoteApplication($id: ID!, $text: String!) {
    noteApplication(id: $id, text: $text) {
      id
    }
  }
`);

export const AskSwap = graphql(`
  mutation AskSwap($input: AskSwap!) {
    askSwap(input: $input) {
      id
    }
  }
`);

export const MoveSwap = graphql(`
  mutation MoveSwap($id: ID!, $move: SwapMove!) {
    moveSwap(id: $id, move: $move) {
      id
    }
  }
`);

export const PublishedJobs = graphql(`
  query PublishedJobs {
    listings(kind: job, first: 50) {
      nodes {
        id
        name
        status
        description
        updatedAt
        facts {
          name
          text
        }
        network {
          name
        }
        workshop {
          name
          city
        }
      }
    }
  }
`);
