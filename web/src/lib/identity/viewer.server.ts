import type { RequestEvent } from '@sveltejs/kit';
import { graphql } from '$lib/graph/generated';
import type { Organisation, Viewer } from './viewer.ts';

const Me = graphql(`
  query Me {
    me {
      id
      name
      email
      verified
      admin
      acting {
        scope
        id
      }
      mandates {
        role
        scope
        scopeId
        organisation {
          name
        }
      }
    }
  }
`);

/** The signed-in person; undefined for a visitor, and when the gateway does not answer: public pages live on. */
export async function viewerOf({ locals }: Pick<RequestEvent, 'locals'>): Promise<Viewer | undefined> {
  const { data } = await locals.graph.ask(Me);
  if (!data?.me) return undefined;
  const { acting, mandates, ...person } = data.me;
  const organisations = new Map<string, Organisation>();
  for (const { scope, scopeId, role, organisation } of mandates) {
    const held = organisations.get(scopeId);
    if (held) held.roles.push(role);
    else organisations.set(scopeId, { scope, id: scopeId, name: organisation.name, roles: [role] });
  }
  return { ...person, organisations: [...organisations.values()], acting: organisations.get(acting.id) };
}
