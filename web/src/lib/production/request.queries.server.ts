import { graphql } from '../graph/generated/index.ts';

/** A request as its own page shows it. */
export const RequestPage = graphql(`
  query RequestPage($id: ID!) {
    request(id: $id) {
      id
      code
      title
      state
      stopReason
      scoreVersion
      note
      mustHaveBy
      createdAt
      submittedAt
      awardedAt
      startedAt
      deliveredAt
      endedAt
      can
      delivery {
        label
        point {
          lat
          lon
        }
      }
      parts {
        id
        name
        process
        material
        thicknessMm
        sizeMm {
          x
          y
          z
        }
        quantity
        toleranceClass
        finish
      }
      lab {
        id
        name
        slug
        city
        departement
        point {
          lat
          lon
        }
      }
      labContact {
        name
        email
      }
      offers {
        id
        state
        offeredAt
        expiresAt
        answeredAt
        openMinutes
        openMinutesGone
        declineReason
        declineNote
        timeZone
        lab {
          id
          name
          slug
        }
      }
    }
  }
`);

graphql(`
  fragment ComparedView on ComparedValue {
    unit
    ids
    numbers
    at
  }
`);

export const RequestMatches = graphql(`
  query RequestMatches($id: ID!, $onDay: String, $after: String) {
    requestMatches(id: $id, onDay: $onDay) {
      looked
      capable
      ranked(first: 8, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          rank
          machines
          distanceKm
          verdict
          toConfirm
          score
          earliestFinish
          offerState
          terms {
            term
            value
            weight
          }
          reasons {
            requirement
            verdict
            banned
            partIds
            asked {
              ...ComparedView
            }
            offered {
              ...ComparedView
            }
          }
          lab {
            name
            slug
            city
            departement
            answers
            point {
              lat
              lon
            }
          }
        }
      }
      sieve {
        requirement
        removed
        remaining
        nearest {
          name
        }
      }
      nearMisses {
        lab {
          name
          city
          departement
        }
        distanceKm
        requirement
        banned
        asked {
          ...ComparedView
        }
        offered {
          ...ComparedView
        }
      }
    }
  }
`);
