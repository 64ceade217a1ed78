import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { instantIn } from '$lib/calendar/zone.server.ts';
import { equipmentOf, faultsOf, mostRows, rowsIn, valuesOfEquipment } from '$lib/catalogue/equipment-form.server.ts';
import { materialChoices, processChoices } from '$lib/catalogue/names.server.ts';
import { removeFile, sendForm } from '$lib/files/send.server.ts';
import { newKey, sentKey } from '$lib/forms/idempotency.ts';
import { text, valuesOf } from '$lib/forms/values.ts';
import type { Refusal } from '$lib/graph/fault.ts';
import { graphql } from '$lib/graph/generated';
import { submit, type Submitted } from '$lib/graph/submit.ts';

const Equipment = graphql(`
  query EquipmentToEdit($id: ID!) {
    equipment(id: $id) {
      id
      name
      maker
      model
      description
      status
      use
      accreditation
      checklist
      canManage
      envelope {
        x
        y
        z
      }
      terms {
        pricing
        rateCents
        depositCents
        audience
        automatic
        noticeHours
        longestHours
        holdHours
        conditions
      }
      buffers {
        prepareMinutes
        cleanMinutes
        transportMinutes
      }
      units {
        id
        code
        serial
        shelf
      }
      outages {
        id
        unitId
        from
        until
        reason
      }
      photos {
        id
        alt
        width
        height
      }
      documents {
        id
        name
        kind
        bytes
        alt
        cleaned
        rowErrors
      }
      capabilities {
        process
        material
        maxThicknessMm
        toleranceClass
        ratePerHour
        setupMinutes
        leadDays
        priceCentsPerHour
        evidence
        lot {
          max
        }
        envelopeMm {
          x
          y
          z
        }
      }
      workshop {
        name
        slug
        timeZone
      }
    }
  }
`);

const Update = graphql(`
  mutation UpdateEquipment($id: ID!, $input: UpdateEquipmentInput!) {
    updateEquipment(id: $id, input: $input) {
      id
    }
  }
`);
const Publish = graphql(`
  mutation PublishEquipment($id: ID!) {
    publishEquipment(id: $id) {
      id
    }
  }
`);
const Retire = graphql(`
  mutation RetireEquipment($id: ID!) {
    retireEquipment(id: $id) {
      id
    }
  }
`);
const AddUnit = graphql(`
  mutation AddUnits($input: AddUnitsInput!) {
    addUnits(input: $input) {
      id
    }
  }
`);
const UpdateUnit = graphql(`
  mutation UpdateUnit($id: ID!, $unitId: ID!, $input: UnitInput!) {
    updateUnit(id: $id, unitId: $unitId, input: $input) {
      id
    }
  }
`);
const RemoveUnit = graphql(`
  mutation RemoveUnit($id: ID!, $unitId: ID!) {
    removeUnit(id: $id, unitId: $unitId) {
      id
    }
  }
`);
const SetOutage = graphql(`
  mutation SetOutOfService($input: OutageInput!) {
    setOutOfService(input: $input) {
      id
    }
  }
`);
const CancelOutage = graphql(`
  mutation CancelOutOfService($id: ID!) {
    cancelOutOfService(outageId: $id) {
      id
    }
  }
`);
const done = [
  'saved',
  'unit',
  'added',
  'removed',
  'outage',
  'back',
  'photo',
  'photoRemoved',
  'document',
  'documentRemoved',
  'status',
] as const;
type Done = (typeof done)[number];

export const load: PageServerLoad = async ({ params, url, locals }) => {
  if (!(await locals.viewer())) redirect(303, `/connexion?suite=${encodeURIComponent(url.pathname)}`);
  const { equipment } = await locals.graph.query(Equipment, { id: params.id });
  if (!equipment.canManage)
    error(403, { message: 'platform.forbidden', refusal: { key: 'platform.forbidden', params: {} } });
  const values = valuesOfEquipment(equipment);
  return {
    equipment,
    values,
    rows: rowsIn(values),
    most: mostRows,
    processes: processChoices(locals.locale),
    materials: materialChoices(locals.locale),
    key: newKey(),
    done: done.find((name) => name === url.searchParams.get('fait')) ?? null,
  };
};

type Event = RequestEvent<{ id: string }>;

/** Runs one small form of the page; a refusal says which one it was, so that it stands beside it. */
async function small<Data>(
  event: Event,
  part: string,
  form: FormData,
  run: () => Promise<Submitted<Data>>,
  then: Done,
) {
  const { failure } = await run();
  if (failure) return fail(failure.status, { ...failure.data, part, rows: 0 });
  redirect(303, `/equipements/${event.params.id}/modifier?fait=${then}#${part}`);
}

/** Files came or went, or were refused beside their form. */
function sent(event: Event, form: FormData, part: string, then: Done, refusal: Refusal | undefined) {
  if (refusal) return fail(422, { values: valuesOf(form), refusal, fields: {}, part, rows: 0 });
  redirect(303, `/equipements/${event.params.id}/modifier?fait=${then}#${part}`);
}

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData();
    const saved = await submit(event, Update, { id: event.params.id, input: equipmentOf(form) }, form);
    if (saved.failure) {
      const { data, status } = saved.failure;
      return fail(status, { ...data, part: 'fiche', fields: faultsOf(data.fields, form), rows: rowsIn(data.values) });
    }
    redirect(303, `/equipements/${event.params.id}/modifier?fait=saved`);
  },
  publish: async (event) => {
    const form = await event.request.formData();
    return small(event, 'visibilite', form, () => submit(event, Publish, { id: event.params.id }, form), 'status');
  },
  retire: async (event) => {
    const form = await event.request.formData();
    return small(event, 'visibilite', form, () => submit(event, Retire, { id: event.params.id }, form), 'status');
  },
  addUnit: async (event) => {
    const form = await event.request.formData();
    const input = { idempotencyKey: sentKey(form), resourceId: event.params.id, count: 1 };
    return small(event, 'exemplaires', form, () => submit(event, AddUnit, { input }, form), 'added');
  },
  unit: async (event) => {
    const form = await event.request.formData();
    const input = {
      code: text(form, 'code') || null,
      serial: text(form, 'serial') || null,
      shelf: text(form, 'shelf') || null,
    };
    const unit = { id: event.params.id, unitId: text(form, 'unitId'), input };
    return small(event, 'exemplaires', form, () => submit(event, UpdateUnit, unit, form), 'unit');
  },
  removeUnit: async (event) => {
    const form = await event.request.formData();
    const unit = { id: event.params.id, unitId: text(form, 'unitId') };
    return small(event, 'exemplaires', form, () => submit(event, RemoveUnit, unit, form), 'removed');
  },
  outage: async (event) => {
    const form = await event.request.formData();
    const timeZone = text(form, 'timeZone') || 'Europe/Paris';
    const [from, until] = [instantIn(timeZone, text(form, 'from')), instantIn(timeZone, text(form, 'until'))];
    if (!from || !until)
      return fail(422, {
        values: valuesOf(form),
        refusal: { key: 'calendar.period', params: {} },
        fields: {},
        part: 'hors-service',
        rows: 0,
      });
    const input = {
      idempotencyKey: sentKey(form),
      resourceId: event.params.id,
      unitId: text(form, 'unitId'),
      from: from.toISOString(),
      until: until.toISOString(),
      reason: text(form, 'reason'),
    };
    return small(event, 'hors-service', form, () => submit(event, SetOutage, { input }, form), 'outage');
  },
  endOutage: async (event) => {
    const form = await event.request.formData();
    return small(
      event,
      'hors-service',
      form,
      () => submit(event, CancelOutage, { id: text(form, 'outageId') }, form),
      'back',
    );
  },
  photo: async (event) => {
    const form = await event.request.formData();
    return sent(event, form, 'photos', 'photo', await sendForm(event, 'equipment_photo', event.params.id, form));
  },
  document: async (event) => {
    const form = await event.request.formData();
    return sent(
      event,
      form,
      'documents',
      'document',
      await sendForm(event, 'equipment_document', event.params.id, form),
    );
  },
  removePhoto: async (event) => {
    const form = await event.request.formData();
    return sent(event, form, 'photos', 'photoRemoved', await removeFile(event, form));
  },
  removeDocument: async (event) => {
    const form = await event.request.formData();
    return sent(event, form, 'documents', 'documentRemoved', await removeFile(event, form));
  },
};
