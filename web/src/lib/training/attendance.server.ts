import type { RequestEvent } from '@sveltejs/kit';
import { kinds } from '$schema/kinds.ts';
import { type SeatMark, seatMarks } from '$schema/training.ts';
import { text } from '../forms/values.ts';
import type { Graph } from '../graph/graph.server.ts';
import { graphql } from '../graph/generated/index.ts';
import { submit } from '../graph/submit.ts';
import type { ListingSeen } from '../sharing/say.ts';
import { nameField, seatField } from './seat-field.ts';

const Seats = graphql(`
  query SessionSeats($listingId: ID!) {
    sessionSeats(listingId: $listingId) {
      claimId
      number
      name
      organisation
      mark
    }
  }
`);

const Mark = graphql(`
  mutation MarkSeats($listingId: ID!, $marks: [SeatMarkInput!]!) {
    markSeats(listingId: $listingId, marks: $marks) {
      mark
    }
  }
`);

/** Who sits in a session that has begun, for its host. */
export async function attendancePanel(graph: Graph, listing: ListingSeen, isOurs: boolean, now: string) {
  const { kind, from, status } = listing;
  const isOver = status === 'cancelled' || status === 'lapsed' || status === 'draft';
  if (!isOurs || isOver || kinds[kind].sharing !== 'seats' || !from || from > now) return undefined;
  return (await graph.ask(Seats, { listingId: listing.id })).data?.sessionSeats;
}

export type SessionSeats = NonNullable<Awaited<ReturnType<typeof attendancePanel>>>;

/** Says who sat there, came and passed: as ticked, and with one button for everyone but those who are noted absent. */
export async function markSeats(event: Pick<RequestEvent, 'locals'>, listingId: string, form: FormData) {
  const { sessionSeats } = await event.locals.graph.query(Seats, { listingId });
  const all = seatMarks.find((one) => one === text(form, 'tout'));
  const marks = sessionSeats.flatMap(({ claimId, number, mark: before }) => {
    const ticked = seatMarks.find((one) => one === text(form, seatField({ claimId, number })));
    const said: SeatMark | undefined = ticked === 'absent' ? ticked : (all ?? ticked);
    const mark = before === 'certified' ? undefined : said;
    const name = text(form, nameField({ claimId, number })) || undefined;
    return mark || name ? [{ claimId, number, mark, name }] : [];
  });
  return submit(event, Mark, { listingId, marks }, form);
}
