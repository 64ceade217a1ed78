import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { skillNameIn } from '$schema/training.ts';
import { now } from '$lib/clock.ts';
import { text } from '$lib/forms/values.ts';
import { graphql } from '$lib/graph/generated/index.ts';
import { submit } from '$lib/graph/submit.ts';
import { leads } from '$lib/identity/viewer.ts';
import { accreditationNames } from '$lib/trainers/skills.server.ts';

const Accreditations = graphql(`
  query Accreditations($workshopId: ID!, $after: String) {
    accreditations(workshopId: $workshopId, first: 50, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        name
        issuedAt
        revokedAt
        state
        endsAt
        person {
          id
          name
        }
      }
    }
  }
`);

const IssueAccreditation = graphql(`
  mutation IssueAccreditation($input: IssueAccreditationInput!) {
    issueAccreditation(input: $input) {
      id
    }
  }
`);

const RevokeAccreditation = graphql(`
  mutation RevokeAccreditation($id: ID!) {
    revokeAccreditation(id: $id) {
      id
    }
  }
`);

export const load: PageServerLoad = async ({ locals, url }) => {
  const viewer = await locals.viewer();
  const acting = viewer?.acting;
  if (acting?.scope !== 'workshop') redirect(303, '/bureau');
  const after = url.searchParams.get('apres') ?? undefined;
  const { accreditations } = await locals.graph.query(Accreditations, { workshopId: acting.id, after });
  const done = url.searchParams.has('fait');
  const { locale } = locals;
  const nodes = accreditations.nodes.map((row) => ({ ...row, name: skillNameIn(locale, row.name) }));
  const said = nodes.map(({ name }) => name);
  const names = [...new Set([...said, ...accreditationNames(locale)])];
  return {
    accreditations: { ...accreditations, nodes },
    names,
    after,
    done,
    manages: leads(acting),
    now: now().toISOString(),
  };
};

export const actions = {
  issue: async (event: RequestEvent) => {
    const form = await event.request.formData();
    const acting = (await event.locals.viewer())?.acting;
    const input = { workshopId: acting?.id ?? '', email: text(form, 'email'), name: text(form, 'name') };
    const done = await submit(event, IssueAccreditation, { input }, form);
    if (done.failure) return done.failure;
    redirect(303, '/bureau/habilitations?fait=oui');
  },
  revoke: async (event: RequestEvent) => {
    const form = await event.request.formData();
    const done = await submit(event, RevokeAccreditation, { id: text(form, 'id') }, form);
    if (done.failure) return done.failure;
    redirect(303, '/bureau/habilitations');
  },
} satisfies Actions;
