import type { RequestEvent } from '@sveltejs/kit';
import { graphql } from '../graph/generated/index.ts';
import type { BasketPageQuery } from '../graph/generated/graphql.ts';
import { keptLines } from './basket.server.ts';

const BasketPage = graphql(`
  query BasketPage {
    basket {
      ...BasketView
    }
  }
`);

const PreviewBasket = graphql(`
  query PreviewBasket($lines: [BasketLineInput!]!) {
    previewBasket(lines: $lines) {
      ...BasketView
    }
  }
`);

graphql(`
  fragment BasketView on Basket {
    totalCents
    depositCents
    possible
    lines {
      id
      from
      until
      use
      quantity
      note
      resource {
        id
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

/** The basket as it stands now: the person's own, or the one that a visitor's browser keeps. */
export async function basketOf(event: RequestEvent): Promise<BasketSeen> {
  const { graph } = event.locals;
  if (await event.locals.viewer()) return (await graph.query(BasketPage)).basket;
  return (await graph.query(PreviewBasket, { lines: keptLines(event) })).previewBasket;
}
