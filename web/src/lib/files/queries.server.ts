import { graphql } from '../graph/generated/index.ts';

graphql(`
  fragment RequestFiles on ProductionRequest {
    id
    canAddFiles
    files {
      id
      name
      kind
      bytes
      alt
      cleaned
      rowErrors
    }
    downloads(first: 20) {
      nodes {
        id
        name
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
`);

graphql(`
  fragment OfferFiles on Offer {
    id
    fileCount
    secrecyPromised
    files {
      id
      name
      kind
      bytes
      alt
      cleaned
      rowErrors
    }
  }
`);

/** Asked for apart: the pages that show them are already as deep as a query may be. */
export const RequestFiles = graphql(`
  query RequestFilesPage($id: ID!) {
    request(id: $id) {
      ...RequestFiles
    }
  }
`);

export const OfferFiles = graphql(`
  query OfferFilesPage($id: ID!) {
    offer(id: $id) {
      ...OfferFiles
    }
  }
`);

export const PromiseSecrecy = graphql(`
  mutation PromiseSecrecy($id: ID!, $version: Int!) {
    promiseSecrecy(offerId: $id, version: $version) {
      id
    }
  }
`);
