import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import {
  keepLines,
  keepParts,
  keptLines,
  keptParts,
  type Line,
  lineFrom,
  newLine,
  partFrom,
  putIn,
  putPart,
} from '$lib/basket/basket.server.ts';
import { basketOf } from '$lib/basket/lines.server.ts';
import { keyField, newKey, sentKey } from '$lib/forms/idempotency.ts';
import { text, valuesOf } from '$lib/forms/values.ts';
import { graphql } from '$lib/graph/generated/index.ts';
import { submit } from '$lib/graph/submit.ts';

const ChangeLine = graphql(`
  mutation ChangeBasketLine($id: ID!, $line: BasketLineInput!) {
    changeBasketLine(id: $id, line: $line) {
      possible
    }
  }
`);

const RemoveLine = graphql(`
  mutation RemoveBasketLine($id: ID!) {
    removeBasketLine(id: $id) {
      possible
    }
  }
`);

const SubmitBasket = graphql(`
  mutation SubmitBasket($input: SubmitBasketInput!) {
    submitBasket(input: $input) {
      id
    }
  }
`);

export const load: PageServerLoad = async (event) => {
  event.depends('loans');
  return { basket: await basketOf(event), key: newKey() };
};

const unread = (form: FormData) => ({
  values: valuesOf(form),
  refusal: { key: 'platform.invalid', params: { field: 'quantity' } },
  fields: {},
});

const wrong = (form: FormData) =>
  fail(422, {
    values: valuesOf(form),
    refusal: { key: 'calendar.period', params: {} },
    fields: {},
    line: text(form, 'ligne'),
  });

/** The kept lines of a visitor, one of them changed or gone; lines are numbered by their place. */
const changeKept = (event: RequestEvent, id: string, after: Line | undefined) =>
  keepLines(
    event,
    keptLines(event).flatMap((line, n) => (String(n) === id ? (after ? [after] : []) : [line])),
  );

async function change(event: RequestEvent, form: FormData, id: string, line: Line) {
  if (!(await event.locals.viewer())) {
    changeKept(event, id, line);
    return undefined;
  }
  const done = await submit(event, ChangeLine, { id, line }, form);
  return done.failure ? fail(done.failure.status, { ...done.failure.data, line: id }) : undefined;
}

export const actions: Actions = {
  ajouter: async (event) => {
    const form = await event.request.formData();
    const line = await newLine(event, form);
    if (!line) return wrong(form);
    const { fault } = await putIn(event, line);
    if (fault) return fail(fault.status, { values: valuesOf(form), refusal: fault.refusal, fields: {}, line: '' });
    redirect(303, '/panier');
  },
  changer: async (event) => {
    const form = await event.request.formData();
    const line = lineFrom(form);
    if (!line || (line.from !== null && line.from >= line.until!)) return wrong(form);
    const failure = await change(event, form, text(form, 'ligne'), line);
    if (failure) return failure;
    redirect(303, '/panier');
  },
  /** Puts a part of something counted in, or changes how much of it. */
  part: async (event) => {
    const form = await event.request.formData();
    const part = partFrom(form);
    const at = text(form, 'ligne');
    if (!part) return fail(422, { ...unread(form), line: at });
    const { fault } = await putPart(event, part);
    if (fault) return fail(fault.status, { values: valuesOf(form), refusal: fault.refusal, fields: {}, line: at });
    redirect(303, '/panier');
  },
  retirer: async (event) => {
    const form = await event.request.formData();
    const id = text(form, 'ligne');
    if (await event.locals.viewer()) {
      const done = await submit(event, RemoveLine, { id }, form);
      if (done.failure) return done.failure;
    } else if (id.startsWith('p'))
      keepParts(
        event,
        keptParts(event).filter((_, n) => `p${n}` !== id),
      );
    else changeKept(event, id, undefined);
    redirect(303, '/panier');
  },
  /** The same wall-clock dates for every line, each in the zone of its own workshop. */
  dates: async (event) => {
    const form = await event.request.formData();
    for (const { id, resource, use, quantity, note } of (await basketOf(event)).lines) {
      if (!resource) continue;
      const one = new FormData();
      const said = {
        machine: resource.id,
        timeZone: resource.workshop.timeZone,
        usage: use,
        combien: String(quantity),
        note,
      };
      for (const [name, value] of Object.entries({ ...said, du: text(form, 'du'), au: text(form, 'au') }))
        one.set(name, value);
      const line = lineFrom(one);
      if (!line?.from || line.from >= line.until!) return wrong(form);
      const failure = await change(event, form, id, line);
      if (failure) return failure;
    }
    redirect(303, '/panier');
  },
  demander: async (event) => {
    const form = await event.request.formData();
    const input = {
      whole: text(form, 'ensemble') !== 'chacune',
      termsAccepted: form.get('termsAccepted') !== null,
      [keyField]: sentKey(form),
    };
    const done = await submit(event, SubmitBasket, { input }, form);
    if (done.failure) return done.failure;
    redirect(303, `/panier/tournee/${done.data.submitBasket.id}`);
  },
};
