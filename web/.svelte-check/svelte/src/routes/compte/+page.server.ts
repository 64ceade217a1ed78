import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { type Role, roleNames, roles, type Scope, scopes } from '$schema/vocabulary.ts';
import { newKey, sentKey } from '$lib/forms/idempotency.ts';
import { text } from '$lib/forms/values.ts';
import { graphql } from '$lib/graph/generated';
import { submit } from '$lib/graph/submit.ts';
import { leads } from '$lib/identity/viewer.ts';

const Mandates = graphql(`
  query MyMandates {
    me {
      mandates {
        id
        scope
        scopeId
        role
        since
        organisation {
          name
        }
      }
    }
  }
`);

const People = graphql(`
  query OrganisationPeople($organisation: OrganisationInput!) {
    members(organisation: $organisation) {
      id
      role
      since
      person {
        id
        name
      }
    }
  }
`);

const CreateFirm = graphql(`
  mutation CreateFirm($input: CreateFirmInput!) {
    createFirm(input: $input) {
      id
    }
  }
`);

const Invite = graphql(`
  mutation Invite($input: InviteInput!) {
    invite(input: $input) {
      email
    }
  }
`);

const Remove = graphql(`
  mutation RemoveMandate($id: ID!) {
    removeMandate(id: $id)
  }
`);

export const load: PageServerLoad = async ({ locals, url }) => {
  const viewer = await locals.viewer();
  if (!viewer) redirect(303, '/connexion?suite=%2Fcompte');
  const { me } = await locals.graph.query(Mandates);
  const led = viewer.organisations.filter(leads);
  const teams = await Promise.all(
    led.map(async ({ scope, id, name }) => ({
      scope,
      id,
      name,
      roles: roleNames.filter((role) => roles[role].scope === scope),
      people: (await locals.graph.query(People, { organisation: { scope, id } })).members,
    })),
  );
  return { mandates: me?.mandates ?? [], teams, key: newKey(), joined: url.searchParams.get('rejoint') };
};

export const actions: Actions = {
  firm: async (event) => {
    const form = await event.request.formData();
    const input = {
      name: text(form, 'name'),
      siret: text(form, 'siret') || null,
      place: text(form, 'place'),
      idempotencyKey: sentKey(form),
    };
    const done = await submit(event, CreateFirm, { input }, form);
    return done.failure ?? { firm: true };
  },
  invite: async (event) => {
    const form = await event.request.formData();
    const email = text(form, 'email');
    const scope = scopes.find((each): each is Scope => each === text(form, 'scope')) ?? 'workshop';
    const role = roleNames.find((each): each is Role => each === text(form, 'role')) ?? 'workshop_member';
    const organisation = { scope, id: text(form, 'organisation') };
    const done = await submit(event, Invite, { input: { organisation, email, role } }, form);
    return done.failure ?? { invited: email };
  },
  remove: async (event) => {
    const form = await event.request.formData();
    const done = await submit(event, Remove, { id: text(form, 'id') }, form);
    return done.failure ?? { removed: true };
  },
};
