import { graphql } from '../graph/generated/index.ts';

graphql(`
  fragment NeedRow on Need {
    id
    status
    ours
    can
    materialId
    thicknessMin
    thicknessMax
    width
    length
    quantity
    measure
    place
    radiusKm
    until
    note
    createdAt
    seeker {
      scope
      name
    }
  }
`);

export const Needs = graphql(`
  query Needs($near: String, $withinKm: Float!, $materialId: String, $after: String) {
    needs(near: $near, withinKm: $withinKm, materialId: $materialId, first: 20, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...NeedRow
      }
    }
  }
`);

export const MyNeeds = graphql(`
  query MyNeeds($after: String) {
    myNeeds(first: 20, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...NeedRow
      }
    }
  }
`);

export const NeedPage = graphql(`
  query NeedPage($id: ID!) {
    need(id: $id) {
      ...NeedRow
      answers {
        id
        note
        at
        workshop {
          name
          slug
          city
        }
        listing {
          id
          kind
          name
        }
      }
    }
  }
`);

export const LotsFor = graphql(`
  query LotsForNeed($id: ID!, $after: String) {
    lotsFor(id: $id, first: 20, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        verdict
        distanceKm
        reasons {
          requirement
          verdict
          asked
          found
          measure
        }
        listing {
          ...ListingRow
        }
      }
    }
  }
`);

export const OwnLots = graphql(`
  query OwnLots($workshopId: ID!) {
    listings(workshopId: $workshopId, kind: material, first: 50) {
      nodes {
        id
        name
        status
      }
    }
  }
`);

export const PostNeed = graphql(`
  mutation PostNeed($input: PostNeed!) {
    postNeed(input: $input) {
      id
    }
  }
`);

export const MoveNeed = graphql(`
  mutation MoveNeed($id: ID!, $move: NeedMove!) {
    moveNeed(id: $id, move: $move) {
      id
    }
  }
`);

export const AnswerNeed = graphql(`
  mutation AnswerNeed($input: AnswerNeed!) {
    answerNeed(input: $input) {
      id
    }
  }
`);

export const Seekers = graphql(`
  query SeekersOfLot($id: ID!) {
    needsFor(id: $id, first: 10) {
      totalCount
      nodes {
        id
        verdict
        distanceKm
        need {
          ...NeedRow
        }
      }
    }
  }
`);

export const LotPhotos = graphql(`
  query LotPhotos($id: ID!) {
    listing(id: $id) {
      id
      kind
      name
      can
      photos {
        id
        alt
        width
        height
      }
    }
  }
`);

export const Share = graphql(`
  query PurchaseShare($id: ID!, $quantity: Float!) {
    purchaseShare(listingId: $id, quantity: $quantity) {
      pledged
      quantity
      unitCents
      goodsCents
      transportCents
      totalCents
      shareCents
      savedCents
      missing
      next {
        missing
        cents
      }
    }
  }
`);

export const Receipts = graphql(`
  query PurchaseReceipts($id: ID!) {
    listing(id: $id) {
      id
      kind
      name
      status
      measure
      agreed
      can
      delivered
      receipts {
        id
        quantity
        note
        at
      }
    }
  }
`);

export const NoteDelivery = graphql(`
  mutation NoteDelivery($input: NoteDelivery!) {
    noteDelivery(input: $input) {
      id
    }
  }
`);

export const Reuse = graphql(`
  query MaterialReuse($scope: Scope!, $id: ID!, $from: DateTimeISO) {
    materialReuse(scope: $scope, id: $id, from: $from) {
      kg
      estimatedKg
      parts
      unweighed
      materials {
        materialId
        kg
        estimatedKg
        parts
        unweighed
        source
      }
    }
  }
`);
