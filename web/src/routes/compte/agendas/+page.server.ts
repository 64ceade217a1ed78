import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { type FeedScope, feedScopes } from '$schema/vocabulary.ts';
import { text } from '$lib/forms/values.ts';
import { graphql } from '$lib/graph/generated';
import { submit } from '$lib/graph/submit.ts';

const Feeds = graphql(`
  query MyFeeds {
    myFeeds {
      id
      scope
      subjectId
      name
      madeAt
      readAt
    }
  }
`);

const Machine = graphql(`
  query FeedMachine($id: ID!) {
    equipment(id: $id) {
      id
      name
    }
  }
`);

const Renew = graphql(`
  mutation RenewFeed($scope: FeedScope!, $subjectId: ID) {
    renewFeed(scope: $scope, subjectId: $subjectId) {
      url
      feed {
        id
        scope
        subjectId
        name
      }
    }
  }
`);

const Revoke = graphql(`
  mutation RevokeFeed($id: ID!) {
    revokeFeed(id: $id)
  }
`);

/** A calendar that the person has, or may have. */
interface Row {
  scope: FeedScope;
  subjectId: string;
  name: string;
  feed: { id: string; madeAt: string; readAt: string | null } | null;
}

export const load: PageServerLoad = async ({ locals, url }) => {
  const viewer = await locals.viewer();
  if (!viewer) redirect(303, `/connexion?suite=${encodeURIComponent(url.pathname + url.search)}`);
  const { myFeeds } = await locals.graph.query(Feeds);
  const asked = url.searchParams.get('equipement');
  const machine = asked ? (await locals.graph.ask(Machine, { id: asked })).data?.equipment : undefined;
  const offered: Omit<Row, 'feed'>[] = [
    { scope: 'person', subjectId: viewer.id, name: viewer.name },
    ...viewer.organisations
      .filter(({ scope }) => scope === 'workshop')
      .map(({ id, name }) => ({ scope: 'workshop' as const, subjectId: id, name })),
    ...(machine ? [{ scope: 'equipment' as const, subjectId: machine.id, name: machine.name }] : []),
  ];
  const had = myFeeds.filter((feed) => !offered.some(({ subjectId }) => subjectId === feed.subjectId));
  const rows: Row[] = [...offered, ...had].map(({ scope, subjectId, name }) => ({
    scope,
    subjectId,
    name,
    feed: myFeeds.find((feed) => feed.scope === scope && feed.subjectId === subjectId) ?? null,
  }));
  return { rows };
};

export const actions: Actions = {
  renew: async (event) => {
    const form = await event.request.formData();
    const scope = feedScopes.find((one) => one === text(form, 'scope')) ?? 'person';
    const done = await submit(event, Renew, { scope, subjectId: text(form, 'subjectId') || null }, form);
    if (done.failure) return done.failure;
    const { url, feed } = done.data.renewFeed;
    // The address is in this answer and nowhere else: it is not kept.
    return { made: { url, webcal: url.replace(/^https?:/, 'webcal:'), ...feed } };
  },
  revoke: async (event) => {
    const form = await event.request.formData();
    const done = await submit(event, Revoke, { id: text(form, 'id') }, form);
    return done.failure ?? { revoked: true };
  },
};
