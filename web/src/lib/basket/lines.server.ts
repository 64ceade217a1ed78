import type { RequestEvent } from '@sveltejs/kit';
import { graphql } from '../graph/generated/index.ts';
import type { BasketPageQuery } from '../graph/generated/graphql.ts';
import { keptLines, keptParts } from './basket.server.ts';

const BasketPage = graphql(`
  query BasketPage {
    basket {
      ...BasketView
    }
  }
`);

const PreviewBasket = graphql(`
  query PreviewBasket($lines: [BasketLineInput!]!, $parts: [BasketPartInput!]!) {
    previewBasket(lines: $lines, parts: $parts) {
      ...BasketView
    }
  }
`);

graphql(`
  fragment BasketView on Basket {
    totalCents
    depositCents
    possible
    parts {
      id
      quantity
      as
      note
      possible
      totalCents
      refusal
      figures {
        name
        value
      }
      listing {
        id
        kind
        name
        measure
        minimum
        step
        left
        from
        until
        automatic
        facts {
          name
          text
        }
        workshop {
          name
          slug
          city
          timeZone
        }
      }
    }
    lines {
      id
      from
      until
      use
      quantity
      note
      resource {
        id
        kind
        name
        use
        processes
        units {
          id
        }
        terms {
          conditions
          automatic
        }
        workshop {
          name
          slug
          city
          timeZone
        }
      }
      quote {
        ...QuoteView
      }
    }
  }
`);

export type BasketSeen = BasketPageQuery['basket'];
export type LineSeen = BasketSeen['lines'][number];
export type PartSeen = BasketSeen['parts'][number];

/** The basket as it stands now: the person's own, or the one that a visitor's browser keeps. */
export async function basketOf(event: RequestEvent): Promise<BasketSeen> {
  const { graph } = event.locals;
  if (await event.locals.viewer()) return (await graph.query(BasketPage)).basket;
  const kept = { lines: keptLines(event), parts: keptParts(event) };
  return (await graph.query(PreviewBasket, kept)).previewBasket;
}
