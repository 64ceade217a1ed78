import type { RequestEvent } from '@sveltejs/kit';
import { claimMoveNames, listingMoveNames } from '$schema/sharing.ts';
import { text } from '../forms/values.ts';
import { graphql } from '../graph/generated/index.ts';
import { submit } from '../graph/submit.ts';

const MoveListing = graphql(`
  mutation MoveListing($id: ID!, $move: ListingMove!, $note: String) {
    moveListing(id: $id, move: $move, note: $note) {
      id
    }
  }
`);

const MoveClaim = graphql(`
  mutation MoveClaim($id: ID!, $move: ClaimMove!, $note: String) {
    moveClaim(id: $id, move: $move, note: $note) {
      id
    }
  }
`);

type Event = Pick<RequestEvent, 'locals'>;

/** A step of what is offered, as its form says it. */
export function moveListing(event: Event, id: string, form: FormData) {
  const move = listingMoveNames.find((name) => name === text(form, 'move')) ?? 'publish';
  return submit(event, MoveListing, { id, move, note: text(form, 'note') || undefined }, form);
}

/** A step of a part. */
export function moveClaim(event: Event, id: string, form: FormData) {
  const move = claimMoveNames.find((name) => name === text(form, 'move')) ?? 'cancel';
  return submit(event, MoveClaim, { id, move, note: text(form, 'note') || undefined }, form);
}
