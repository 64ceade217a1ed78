import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { graphql } from '$lib/graph/generated/index.ts';
import { pageOf } from '$lib/notice/pages.ts';

const OpenNotice = graphql(`
  mutation OpenNotice($id: ID!) {
    markNotice(id: $id) {
      topic
      subjectId
    }
  }
`);

/** Opens what a notification is about, which is thereby read: a second time changes nothing. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { data } = await locals.graph.mutate(OpenNotice, { id: params.id });
  redirect(303, data ? pageOf(data.markNotice.topic, data.markNotice.subjectId) : '/notifications');
};
