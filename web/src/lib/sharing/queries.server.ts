import { graphql } from '../graph/generated/index.ts';

graphql(`
  fragment ListingRow on Listing {
    id
    kind
    status
    name
    measure
    quantity
    left
    agreed
    threshold
    decideAt
    from
    until
    prices {
      for
      from
      cents
    }
    facts {
      name
      number
      text
    }
    network {
      id
      code
      name
    }
    workshop {
      name
      slug
      city
      timeZone
      point {
        lat
        lon
      }
    }
  }
`);

export const Listings = graphql(`
  query SharedListings($kind: Kind, $words: String, $near: String, $withinKm: Float!, $first: Int!, $after: String) {
    listings(kind: $kind, words: $words, near: $near, withinKm: $withinKm, first: $first, after: $after) {
      totalCount
      corrections {
        typed
        used
      }
      wider {
        radiusKm
        count
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...ListingRow
      }
    }
  }
`);

export const ListingsOf = graphql(`
  query ListingsOfWorkshop($workshopId: ID!) {
    listings(workshopId: $workshopId, first: 30) {
      nodes {
        ...ListingRow
      }
    }
  }
`);

export const PlaceNear = graphql(`
  query PlaceOfSharing($query: String!) {
    place(query: $query) {
      place {
        name
        lat
        lon
      }
    }
  }
`);

graphql(`
  fragment ClaimRow on Claim {
    id
    code
    status
    side
    turn
    can
    quantity
    public
    totalCents
    askedAt
    holdUntil
    note
    claimant {
      name
    }
    person {
      name
    }
    listing {
      id
      kind
      name
      measure
      network {
        code
        name
      }
      workshop {
        name
        timeZone
      }
    }
  }
`);

export const MyClaims = graphql(`
  query MyClaims($side: SharingSide!, $after: String) {
    myClaims(side: $side, first: 20, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...ClaimRow
      }
    }
  }
`);

export const ClaimPage = graphql(`
  query ClaimPage($id: ID!) {
    claim(id: $id) {
      ...ClaimRow
      attendees
      group {
        id
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
      listing {
        status
        from
        until
        threshold
        agreed
        workshop {
          slug
          address
          postalCode
          city
          phone
          email
        }
      }
    }
  }
`);

export const ListingPage = graphql(`
  query ListingPage($id: ID!) {
    listing(id: $id) {
      ...ListingRow
      description
      minimum
      step
      audience
      automatic
      holdHours
      claimable
      can
      updatedAt
      history {
        at
        move
        note
      }
      workshop {
        id
        address
        postalCode
        phone
        email
      }
    }
  }
`);

export const MachinesOf = graphql(`
  query MachinesOfOffering($workshopId: ID!) {
    equipmentOf(workshopId: $workshopId, first: 50) {
      nodes {
        id
        name
      }
    }
  }
`);

export const ClaimsOfListing = graphql(`
  query ClaimsOfListing($listingId: ID!) {
    claimsOf(listingId: $listingId, first: 50) {
      totalCount
      nodes {
        ...ClaimRow
      }
    }
  }
`);
