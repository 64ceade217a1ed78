import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { now } from '$lib/clock.ts';
import { text } from '$lib/forms/values.ts';
import { graphql } from '$lib/graph/generated/index.ts';
import { submit } from '$lib/graph/submit.ts';

const Plan = graphql(`
  query TrainingPlan($code: String!, $after: String) {
    trainingPlan(networkCode: $code, first: 30, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        name
        level
        refused
        wished
        seats
        sessions
        missing
        nextAt
        nextId
      }
    }
  }
`);

const Wishes = graphql(`
  query TrainingWishes {
    myTrainingWishes(first: 20) {
      nodes {
        id
        name
        place
        at
      }
    }
  }
`);

const Wish = graphql(`
  mutation WishTraining($name: String!, $place: String!) {
    wishTraining(name: $name, place: $place) {
      id
    }
  }
`);

const Drop = graphql(`
  mutation DropTrainingWish($id: ID!) {
    dropTrainingWish(id: $id)
  }
`);

export const load: PageServerLoad = async ({ locals, url }) => {
  const viewer = await locals.viewer();
  const { graph } = locals;
  const network = viewer?.acting?.scope === 'network' ? viewer.acting : undefined;
  const after = url.searchParams.get('apres') ?? undefined;
  return {
    signedIn: viewer !== undefined,
    network: network?.name,
    plan: network && (await graph.query(Plan, { code: network.id, after })).trainingPlan,
    wishes: viewer ? (await graph.query(Wishes, {})).myTrainingWishes.nodes : [],
    wish: url.searchParams.get('souhait') ?? '',
    place: url.searchParams.get('lieu') ?? '',
    after,
    done: url.searchParams.has('fait'),
    now: now().toISOString(),
  };
};

export const actions = {
  wish: async (event: RequestEvent) => {
    const form = await event.request.formData();
    const done = await submit(event, Wish, { name: text(form, 'name'), place: text(form, 'place') }, form);
    if (done.failure) return done.failure;
    redirect(303, '/formations-a-prevoir?fait=oui');
  },
  drop: async (event: RequestEvent) => {
    const form = await event.request.formData();
    const done = await submit(event, Drop, { id: text(form, 'id') }, form);
    if (done.failure) return done.failure;
    redirect(303, '/formations-a-prevoir');
  },
} satisfies Actions;
