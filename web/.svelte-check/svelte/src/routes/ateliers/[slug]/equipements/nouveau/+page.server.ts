import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import {
  capabilityValues,
  equipmentOf,
  faultsOf,
  mostRows,
  newValues,
  rowsIn,
} from '$lib/catalogue/equipment-form.server.ts';
import { materialChoices, processChoices } from '$lib/catalogue/names.server.ts';
import { newKey, sentKey } from '$lib/forms/idempotency.ts';
import { text } from '$lib/forms/values.ts';
import { graphql } from '$lib/graph/generated';
import { submit } from '$lib/graph/submit.ts';

const Workshop = graphql(`
  query NewEquipmentWorkshop($slug: String!) {
    workshop(slug: $slug) {
      id
      name
      slug
    }
  }
`);

const Models = graphql(`
  query ModelChoices($search: String!) {
    machineModels(search: $search, limit: 12) {
      id
      maker
      model
      envelope {
        x
        y
        z
      }
    }
  }
`);

const Model = graphql(`
  query ModelToFillFrom($id: ID!) {
    machineModel(id: $id) {
      maker
      model
      envelope {
        x
        y
        z
      }
      proposed {
        process
        material
        maxThicknessMm
        toleranceClass
        evidence
        envelopeMm {
          x
          y
          z
        }
      }
    }
  }
`);

const Create = graphql(`
  mutation CreateEquipment($input: CreateEquipmentInput!) {
    createEquipment(input: $input) {
      id
    }
  }
`);

export const load: PageServerLoad = async ({ params, url, locals }) => {
  const viewer = await locals.viewer();
  if (!viewer) redirect(303, `/connexion?suite=${encodeURIComponent(url.pathname + url.search)}`);
  const { workshop } = await locals.graph.query(Workshop, { slug: params.slug });
  const runs = viewer.organisations.some(({ id, roles }) => id === workshop.id && roles.includes('workshop_manager'));
  if (!runs && !viewer.admin)
    error(403, { message: 'platform.forbidden', refusal: { key: 'platform.forbidden', params: {} } });
  const wanted = (url.searchParams.get('modele') ?? '').trim().slice(0, 80);
  const chosen = url.searchParams.get('fiche');
  const model = chosen ? (await locals.graph.ask(Model, { id: chosen })).data?.machineModel : undefined;
  const models =
    wanted && !model ? ((await locals.graph.ask(Models, { search: wanted })).data?.machineModels ?? []) : [];
  const side = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value));
  const values = {
    ...newValues(),
    ...(model && {
      name: `${model.maker} ${model.model}`,
      maker: model.maker,
      model: model.model,
      'envelope.x': side(model.envelope?.x),
      'envelope.y': side(model.envelope?.y),
      'envelope.z': side(model.envelope?.z),
      ...capabilityValues(model.proposed),
    }),
  };
  return {
    workshop,
    wanted,
    models,
    model: model ? `${model.maker} ${model.model}` : null,
    values,
    rows: rowsIn(values),
    most: mostRows,
    processes: processChoices(locals.locale),
    materials: materialChoices(locals.locale),
    key: newKey(),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const { workshop } = await event.locals.graph.query(Workshop, { slug: event.params.slug });
    const count = Math.min(50, Math.max(1, Math.trunc(Number(text(form, 'count'))) || 1));
    const input = {
      ...equipmentOf(form),
      idempotencyKey: sentKey(form),
      workshopId: workshop.id,
      units: Array.from({ length: count }, () => ({})),
      published: form.get('published') !== null,
    };
    const done = await submit(event, Create, { input }, form);
    if (done.failure) {
      const { data } = done.failure;
      return fail(done.failure.status, { ...data, fields: faultsOf(data.fields, form), rows: rowsIn(data.values) });
    }
    redirect(303, `/equipements/${done.data.createEquipment.id}/modifier?fait=saved`);
  },
};
