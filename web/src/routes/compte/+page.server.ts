import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { type Role, roleNames, roles, type Scope, scopes } from '$schema/vocabulary.ts';
import { newKey, sentKey } from '$lib/forms/idempotency.ts';
import { text } from '$lib/forms/values.ts';
import { graphql } from '$lib/graph/generated';
import { submit } from '$lib/graph/submit.ts';
import { refuse } from '$lib/identity/account-form.ts';
import { callAuth, refusalOf } from '$lib/identity/auth.server.ts';
import { looksLikeEmail, shortestPassword } from '$lib/identity/email.ts';
import { leads } from '$lib/identity/viewer.ts';

/** A password as it was typed, spaces included. */
const secret = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

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

const Sessions = graphql(`
  query MySessions {
    mySessions {
      id
      createdAt
      updatedAt
      userAgent
      isCurrent
    }
  }
`);

const EndSession = graphql(`
  mutation EndSession($id: ID!) {
    endSession(id: $id)
  }
`);

const EndOthers = graphql(`
  mutation EndOtherSessions {
    endOtherSessions
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
  const { mySessions } = await locals.graph.query(Sessions);
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
  return {
    mandates: me?.mandates ?? [],
    sessions: mySessions,
    teams,
    key: newKey(),
    joined: url.searchParams.get('rejoint'),
    passwordChanged: url.searchParams.get('change') === 'mot-de-passe',
  };
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
  password: async (event) => {
    const form = await event.request.formData();
    const [currentPassword, newPassword] = [secret(form, 'currentPassword'), secret(form, 'newPassword')];
    if (newPassword.length < shortestPassword) return refuse(form, 'account.shortPassword', 'newPassword');
    const reply = await callAuth(event, '/change-password', { currentPassword, newPassword });
    if (reply.code === 'PASSWORD_COMMON') return refuse(form, 'account.commonPassword', 'newPassword');
    if (reply.code === 'INVALID_PASSWORD') return refuse(form, 'account.wrongPassword', 'currentPassword');
    if (!reply.ok) return refuse(form, refusalOf(reply, 'web.failed').key);
    // Read again with the new session: that of this request has just ended.
    redirect(303, '/compte?change=mot-de-passe');
  },
  address: async (event) => {
    const form = await event.request.formData();
    const newEmail = text(form, 'newEmail').toLowerCase();
    if (!looksLikeEmail(newEmail)) return refuse(form, 'account.email', 'newEmail');
    const change = { newEmail, password: secret(form, 'password'), callbackURL: '/verifier?suite=%2Fcompte' };
    const reply = await callAuth(event, '/change-email', change);
    if (reply.code === 'WRONG_PASSWORD') return refuse(form, 'account.wrongPassword', 'password');
    if (reply.status === 429 || reply.status >= 500) return refuse(form, refusalOf(reply, 'web.failed').key);
    return { addressSent: true };
  },
  endSession: async (event) => {
    const form = await event.request.formData();
    const done = await submit(event, EndSession, { id: text(form, 'id') }, form);
    return done.failure ?? { sessionEnded: true };
  },
  endOthers: async (event) => {
    const done = await submit(event, EndOthers, {}, {});
    return done.failure ?? { othersEnded: true };
  },
  remove: async (event) => {
    const form = await event.request.formData();
    const done = await submit(event, Remove, { id: text(form, 'id') }, form);
    return done.failure ?? { removed: true };
  },
};
