import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { removeFile, sendForm } from '$lib/files/send.server.ts';
import { valuesOf } from '$lib/forms/values.ts';
import { graphql } from '$lib/graph/generated';
import { submit } from '$lib/graph/submit.ts';
import { readWorkshop, type WorkshopValues } from '$lib/workshop/workshop-form.ts';

const Record = graphql(`
  query WorkshopRecord($slug: String!) {
    workshop(slug: $slug) {
      id
      slug
      name
      city
      address
      description
      website
      email
      phone
      openingHours {
        day
        from
        to
      }
      closures {
        from
        to
        reason
      }
      archetypeAnswers {
        origin
        public
        pricing
        equipment
        model
      }
      archetypeChosen
      photo {
        id
        alt
        width
        height
      }
      can
    }
  }
`);

const Update = graphql(`
  mutation UpdateWorkshop($id: ID!, $input: UpdateWorkshopInput!) {
    updateWorkshop(id: $id, input: $input) {
      slug
    }
  }
`);

export const load: PageServerLoad = async ({ params, url, locals }) => {
  const { workshop } = await locals.graph.query(Record, { slug: params.slug });
  if (!(await locals.viewer())) redirect(303, `/connexion?suite=${encodeURIComponent(url.pathname)}`);
  if (!workshop.can.includes('edit'))
    error(403, { message: 'platform.forbidden', refusal: { key: 'platform.forbidden', params: {} } });
  const { name, city, address, description, website, email, phone } = workshop;
  const values: WorkshopValues = {
    name,
    city,
    address,
    description,
    website: website ?? '',
    email: email ?? '',
    phone: phone ?? '',
    spans: workshop.openingHours,
    closures: workshop.closures,
    answers: workshop.archetypeAnswers,
    archetype: workshop.archetypeChosen ?? '',
  };
  return { id: workshop.id, slug: workshop.slug, photo: workshop.photo, values };
};

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData();
    const { workshop } = await event.locals.graph.query(Record, { slug: event.params.slug });
    const done = await submit(event, Update, { id: workshop.id, input: readWorkshop(form) }, form);
    if (done.failure) return done.failure;
    redirect(303, `/ateliers/${done.data.updateWorkshop.slug}?fait=enregistre`);
  },
  photo: async (event) => {
    const form = await event.request.formData();
    const { workshop } = await event.locals.graph.query(Record, { slug: event.params.slug });
    const refusal = await sendForm(event, 'workshop_photo', workshop.id, form);
    if (refusal) return fail(422, { values: valuesOf(form), refusal, fields: {}, part: 'photo' });
    redirect(303, `/ateliers/${workshop.slug}/modifier#photo`);
  },
  removePhoto: async (event) => {
    const form = await event.request.formData();
    const refusal = await removeFile(event, form);
    if (refusal) return fail(422, { values: valuesOf(form), refusal, fields: {}, part: 'photo' });
    redirect(303, `/ateliers/${event.params.slug}/modifier#photo`);
  },
};
