import type { RequestEvent } from '@sveltejs/kit';
import { text } from '../forms/values.ts';
import { graphql } from '../graph/generated/index.ts';
import { submit } from '../graph/submit.ts';

const Name = graphql(`
  mutation NameAttendees($claimId: ID!, $attendees: [String!]!) {
    nameAttendees(claimId: $claimId, attendees: $attendees) {
      id
    }
  }
`);

/** Names who will sit on the seats: one a line. */
export const nameAttendees = (event: Pick<RequestEvent, 'locals'>, claimId: string, form: FormData) =>
  submit(
    event,
    Name,
    {
      claimId,
      attendees: text(form, 'attendees')
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    },
    form,
  );
