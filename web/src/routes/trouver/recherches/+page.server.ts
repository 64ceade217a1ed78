import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { materialName, processName } from '$lib/catalogue/names.server.ts';
import { text } from '$lib/forms/values.ts';
import { graphql } from '$lib/graph/generated';
import { submit } from '$lib/graph/submit.ts';
import { formatFor } from '$lib/i18n/format.ts';

const Mine = graphql(`
  query SavedSearches {
    savedSearches(first: 50) {
      nodes {
        id
        name
        alert
        createdAt
        toldAt
        filter {
          ...SavedFilter
        }
      }
    }
  }
  fragment SavedFilter on SavedFilter {
    text
    near {
      lat
      lon
    }
    place
    radiusKm
    from
    until
    processes
    materials
    thicknessMm
    size {
      x
      y
      z
    }
    use
    accreditations
    accreditationHeld
    networkCode
    priceMaxCentsPerHour
    archetypes
    openNow
  }
`);

const Update = graphql(`
  mutation UpdateSavedSearch($id: ID!, $input: UpdateSavedSearchInput!) {
    updateSavedSearch(id: $id, input: $input) {
      id
    }
  }
`);

const Remove = graphql(`
  mutation RemoveSavedSearch($id: ID!) {
    removeSavedSearch(id: $id)
  }
`);

export const load: PageServerLoad = async ({ locals }) => {
  if (!(await locals.viewer())) redirect(303, '/connexion?suite=%2Ftrouver%2Frecherches');
  const { locale, graph } = locals;
  const format = formatFor(locale);
  const { savedSearches } = await graph.query(Mine);
  return {
    searches: savedSearches.nodes.map(({ id, name, alert, createdAt, toldAt, filter }) => ({
      id,
      name,
      alert,
      createdAt,
      toldAt: toldAt ?? null,
      facts: [
        filter.text ?? '',
        ...filter.processes.map((process) => processName(locale, process)),
        ...filter.materials.map((material) => materialName(locale, material)),
        [filter.place, filter.radiusKm ? format.distance(filter.radiusKm) : ''].filter(Boolean).join(', '),
        filter.from && filter.until ? format.period(filter.from, filter.until) : '',
      ]
        .filter(Boolean)
        .join(' · '),
    })),
  };
};

export const actions: Actions = {
  change: async (event) => {
    const form = await event.request.formData();
    const name = text(form, 'name');
    const alert = text(form, 'alert');
    const input = { ...(name && { name }), ...(alert && { alert: alert === '1' }) };
    const done = await submit(event, Update, { id: text(form, 'id'), input }, form);
    return done.failure ?? { changed: true };
  },
  remove: async (event) => {
    const form = await event.request.formData();
    const done = await submit(event, Remove, { id: text(form, 'id') }, form);
    return done.failure ?? { removed: true };
  },
};
