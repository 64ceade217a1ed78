import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { noticeTypes, type NoticeType } from '$schema/notices.ts';
import { now } from '$lib/clock.ts';
import { text } from '$lib/forms/values.ts';
import { graphql } from '$lib/graph/generated/index.ts';
import { submit } from '$lib/graph/submit.ts';

const Notices = graphql(`
  query Notices($after: String, $type: NoticeType, $unread: Boolean) {
    notices(first: 20, after: $after, type: $type, unread: $unread) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        type
        topic
        subjectId
        event
        kind
        subjectName
        subjectCode
        at
        readAt
      }
    }
  }
`);

const MarkNotice = graphql(`
  mutation MarkNotice($id: ID!, $read: Boolean) {
    markNotice(id: $id, read: $read) {
      id
    }
  }
`);

const MarkNotices = graphql(`
  mutation MarkNotices($type: NoticeType) {
    markNotices(type: $type)
  }
`);

const typeIn = (value: string | null): NoticeType | undefined => noticeTypes.find((type) => type === value);

export const load: PageServerLoad = async ({ locals, url, depends }) => {
  depends('app:bell');
  if (!(await locals.viewer())) redirect(303, `/connexion?suite=${encodeURIComponent(url.pathname + url.search)}`);
  const after = url.searchParams.get('apres') ?? undefined;
  const type = typeIn(url.searchParams.get('sujet'));
  const unread = url.searchParams.get('lire') === 'oui';
  const { notices } = await locals.graph.query(Notices, { after, type, unread });
  return { notices, after, type, onlyUnread: unread, now: now().toISOString() };
};

/** The same list again, without its page. */
const again = ({ url }: RequestEvent) => {
  const kept = new URLSearchParams([...url.searchParams].filter(([name]) => name === 'sujet' || name === 'lire'));
  redirect(303, kept.size > 0 ? `/notifications?${kept}` : '/notifications');
};

export const actions: Actions = {
  marquer: async (event) => {
    const form = await event.request.formData();
    const read = form.get('lu') === 'oui';
    const done = await submit(event, MarkNotice, { id: text(form, 'id'), read }, form);
    if (done.failure) return done.failure;
    again(event);
  },
  tout: async (event) => {
    const form = await event.request.formData();
    const done = await submit(event, MarkNotices, { type: typeIn(text(form, 'sujet')) }, form);
    if (done.failure) return done.failure;
    again(event);
  },
};
