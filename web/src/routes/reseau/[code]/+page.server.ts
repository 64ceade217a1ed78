import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { membershipMoveNames } from '$schema/vocabulary.ts';
import { materialName, processName } from '$lib/catalogue/names.server.ts';
import { cursorOf, stepBack, stepOn } from '$lib/finding/pages.ts';
import { newKey, sentKey } from '$lib/forms/idempotency.ts';
import { text } from '$lib/forms/values.ts';
import { reuseOf } from '$lib/material/reuse.server.ts';
import { graphql } from '$lib/graph/generated';
import { submit } from '$lib/graph/submit.ts';

const Page = graphql(`
  query NetworkPage($code: String!, $after: String) {
    network(code: $code) {
      id
      code
      name
      description
      departementNames
      people {
        id
        name
      }
    }
    memberships(networkCode: $code, status: admitted, first: 50, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        endCursor
      }
      nodes {
        id
        workshop {
          id
          slug
          name
          city
          confirmed
          point {
            lat
            lon
          }
        }
      }
    }
  }
`);

const Waiting = graphql(`
  query NetworkWaiting($code: String!) {
    memberships(networkCode: $code, status: asked, first: 50) {
      nodes {
        id
        askedAt
        note
        can
        workshop {
          slug
          name
          city
        }
      }
    }
  }
`);

const Ties = graphql(`
  query WorkshopTies($id: String!) {
    workshop(slug: $id) {
      id
      name
      memberships {
        id
        status
        can
        network {
          id
        }
      }
    }
  }
`);

const Ask = graphql(`
  mutation AskMembership($input: AskMembershipInput!) {
    askMembership(input: $input) {
      id
    }
  }
`);

const Move = graphql(`
  mutation MoveMembership($id: ID!, $move: MembershipMove!, $note: String) {
    moveMembership(id: $id, move: $move, note: $note) {
      id
    }
  }
`);

const Unmet = graphql(`
  query NetworkUnmet($code: String!, $after: String) {
    unmetDemand(networkCode: $code, first: 10, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        hasPreviousPage
        endCursor
      }
      nodes {
        id
        words
        processes
        materials
        thicknessMm
        place
        radiusKm
        from
        until
        taken
        count
        lastAt
      }
    }
  }
`);

const Jobs = graphql(`
  query NetworkJobs($id: ID!) {
    listings(networkId: $id, kind: job, first: 30) {
      nodes {
        id
        name
        status
        agreed
        workshop {
          name
          city
        }
      }
    }
  }
`);

const JobDesk = graphql(`
  query NetworkJobDesk($id: ID!) {
    networkDesk(networkId: $id) {
      applications {
        ...ApplicationRow
      }
      interviews {
        ...ApplicationRow
      }
    }
  }
`);

/** The posts that a network offers, for its people; who applies is for them alone, not for whoever looks after the platform. */
async function jobsOf({ graph }: App.Locals, id: string) {
  const [{ listings }, desk] = await Promise.all([graph.query(Jobs, { id }), graph.ask(JobDesk, { id })]);
  const { applications = [], interviews = [] } = desk.data?.networkDesk ?? {};
  return { posts: listings.nodes, applications, interviews };
}

export const load: PageServerLoad = async ({ params, url, locals, parent }) => {
  const { graph } = locals;
  const after = url.searchParams.get('apres');
  const { network, memberships } = await graph.query(Page, { code: params.code, after });
  if (params.code !== network.code) redirect(307, `/reseau/${network.code}`);
  const viewer = await locals.viewer();
  const ofNetwork = viewer?.admin || viewer?.organisations.some(({ id }) => id === network.id);
  const waiting = ofNetwork ? (await graph.query(Waiting, { code: network.code })).memberships.nodes : undefined;
  const trail = url.searchParams.get('manques');
  const missed = ofNetwork
    ? (await graph.query(Unmet, { code: network.code, after: cursorOf(trail) })).unmetDemand
    : undefined;
  const managed = viewer?.organisations.filter(({ roles }) => roles.includes('workshop_manager')) ?? [];
  const sites = await Promise.all(managed.map(async ({ id }) => (await graph.query(Ties, { id })).workshop));
  const ties = sites.map(({ id, name, memberships: held }) => ({
    id,
    name,
    tie: held.find((each) => each.network.id === network.id),
  }));
  return {
    network,
    members: memberships,
    waiting,
    jobs: ofNetwork ? await jobsOf(locals, network.id) : undefined,
    reuse: ofNetwork
      ? await reuseOf(locals, { scope: 'network', id: network.id }, { url, now: (await parent()).now })
      : undefined,
    unmet: missed && {
      rows: missed.nodes.map(({ words, processes, materials, ...row }) => ({
        ...row,
        what: [
          words.join(' '),
          ...processes.map((id) => processName(locals.locale, id)),
          ...materials.map((id) => materialName(locals.locale, id)),
        ]
          .filter(Boolean)
          .join(', '),
      })),
      next: missed.pageInfo.hasNextPage && missed.pageInfo.endCursor ? stepOn(trail, missed.pageInfo.endCursor) : null,
      previous: missed.pageInfo.hasPreviousPage ? (stepBack(trail) ?? '') : null,
    },
    leads:
      viewer?.admin ||
      viewer?.organisations.some(({ id, roles }) => id === network.id && roles.includes('network_head')),
    ties: ties.map(({ id, name, tie }) => ({
      id,
      name,
      tieId: tie?.id,
      status: tie?.status,
      mayLeave: tie?.can.includes('leave') ?? false,
    })),
    key: newKey(),
  };
};

export const actions: Actions = {
  ask: async (event) => {
    const form = await event.request.formData();
    const note = text(form, 'note') || null;
    const input = {
      workshopId: text(form, 'workshop'),
      networkCode: event.params.code,
      note,
      idempotencyKey: sentKey(form),
    };
    const done = await submit(event, Ask, { input }, form);
    return done.failure ?? { asked: true };
  },
  move: async (event) => {
    const form = await event.request.formData();
    const wanted = text(form, 'move');
    const move = membershipMoveNames.find((name) => name === wanted) ?? 'leave';
    const done = await submit(event, Move, { id: text(form, 'id'), move, note: text(form, 'note') || null }, form);
    return done.failure ?? { moved: move };
  },
};
