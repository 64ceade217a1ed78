import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { isProcess, processes } from '$schema/taxonomy.ts';
import { materialName, processName } from '$lib/catalogue/names.server.ts';
import { trainersOf } from '$lib/finding/trainers.server.ts';
import { text } from '$lib/forms/values.ts';
import { graphql } from '$lib/graph/generated';
import { submit } from '$lib/graph/submit.ts';
import { reuseOf } from '$lib/material/reuse.server.ts';
import { listingsOf } from '$lib/sharing/rows.server.ts';

const Page = graphql(`
  query WorkshopPage($slug: String!) {
    workshop(slug: $slug) {
      id
      slug
      code
      name
      description
      photo {
        id
        alt
        width
        height
      }
      address
      postalCode
      city
      departementName
      point {
        lat
        lon
      }
      geoPrecision
      timeZone
      openingHours {
        day
        from
        to
      }
      openingNow {
        open
        until
        next
      }
      closures {
        from
        to
        reason
      }
      website
      email
      phone
      archetype
      archetypeChosen
      archetypeDistances {
        archetype
        distance
      }
      processes
      materials
      machines {
        brand
        model
      }
      managers {
        id
        name
      }
      networks {
        code
        name
      }
      confirmed
      imported
      can
    }
  }
`);

const Shelf = graphql(`
  query WorkshopShelf($workshopId: ID!) {
    equipmentOf(workshopId: $workshopId, first: 50) {
      totalCount
      nodes {
        id
        name
        maker
        model
        status
        use
        accreditation
        envelope {
          x
          y
          z
        }
        terms {
          pricing
          rateCents
        }
      }
    }
  }
`);

const InviteFirst = graphql(`
  mutation InviteFirstManager($id: ID!, $email: String!) {
    invite(input: { organisation: { scope: workshop, id: $id }, email: $email, role: workshop_manager }) {
      email
    }
  }
`);

const Confirm = graphql(`
  mutation ConfirmWorkshop($id: ID!) {
    confirmWorkshop(id: $id) {
      id
    }
  }
`);

/** Whether an id of the taxonomy says more than the others do. */
const telling = (ids: readonly string[]) => {
  const parents = new Set<string>(ids.filter(isProcess).flatMap((id) => processes[id].parents));
  return ids.filter((id) => !parents.has(id));
};

export const load: PageServerLoad = async ({ params, url, locals, parent }) => {
  const { graph, locale } = locals;
  const { workshop } = await graph.query(Page, { slug: params.slug });
  if (params.slug !== workshop.slug) redirect(308, `/ateliers/${workshop.slug}`);
  const isOurs = (await locals.viewer())?.organisations.some(({ id }) => id === workshop.id) ?? false;
  const { equipmentOf } = await graph.query(Shelf, { workshopId: workshop.id });
  return {
    workshop,
    shelf: equipmentOf.nodes,
    trainers: await trainersOf(locals, workshop.id),
    shared: await listingsOf(locals, workshop.id),
    work: telling(workshop.processes).map((id) => processName(locale, id)),
    materials: workshop.materials.map((id) => materialName(locale, id)),
    reuse: isOurs
      ? await reuseOf(locals, { scope: 'workshop', id: workshop.id }, { url, now: (await parent()).now })
      : undefined,
    said: url.searchParams.get('fait'),
  };
};

export const actions: Actions = {
  invite: async (event) => {
    const form = await event.request.formData();
    const email = text(form, 'email');
    const done = await submit(event, InviteFirst, { id: text(form, 'id'), email }, form);
    return done.failure ?? { invited: email };
  },
  confirm: async (event) => {
    const form = await event.request.formData();
    const done = await submit(event, Confirm, { id: text(form, 'id') }, form);
    return done.failure ?? { confirmed: true };
  },
};
