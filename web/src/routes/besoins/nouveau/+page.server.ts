import { fail, redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { needLimits, needMeasures } from '$schema/needs.ts';
import { newKey, sentKey } from '$lib/forms/idempotency.ts';
import { text, valuesOf } from '$lib/forms/values.ts';
import { submit } from '$lib/graph/submit.ts';
import { materialGroups } from '$lib/material/choices.server.ts';
import { PostNeed } from '$lib/material/queries.server.ts';
import { figure } from '$lib/material/rows.server.ts';

const radii = [10, 25, 50, 100, 200, needLimits.radiusKm];
const usualDays = 60;
const DAY = 86_400_000;

export const load: PageServerLoad = async ({ locals, url, parent }) => {
  const viewer = await locals.viewer();
  if (!viewer) redirect(303, '/connexion?suite=%2Fbesoins%2Fnouveau');
  const { now } = await parent();
  const wanted = (url.searchParams.get('matiere') ?? '').slice(0, 64);
  return {
    key: newKey(),
    name: viewer.acting?.name ?? viewer.name,
    groups: materialGroups(locals.locale, (family) => family),
    radii,
    material: wanted,
    until: new Date(Date.parse(now) + usualDays * DAY).toISOString().slice(0, 10),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const until = text(form, 'until');
    const measure = needMeasures.find((one) => one === text(form, 'measure'));
    const lacking = !/^\d{4}-\d{2}-\d{2}$/.test(until) ? 'until' : measure ? undefined : 'measure';
    if (lacking || !measure)
      return fail(422, {
        values: valuesOf(form),
        refusal: { key: 'platform.invalid', params: { field: lacking } },
        fields: { [lacking ?? 'measure']: 'other' },
      });
    const input = {
      materialId: text(form, 'materialId'),
      thicknessMin: figure(text(form, 'thicknessMin')),
      thicknessMax: figure(text(form, 'thicknessMax')),
      width: figure(text(form, 'width')),
      length: figure(text(form, 'length')),
      quantity: figure(text(form, 'quantity')),
      measure,
      place: text(form, 'place'),
      radiusKm: figure(text(form, 'radiusKm')) ?? 0,
      until: `${until}T22:00:00.000Z`,
      note: text(form, 'note'),
      idempotencyKey: sentKey(form),
    };
    const done = await submit(event, PostNeed, { input }, form);
    if (done.failure) {
      // A refusal that names its field is shown beside it.
      const { field } = done.failure.data.refusal.params;
      const named = typeof field === 'string' ? { [field]: 'other' } : {};
      return fail(422, { ...done.failure.data, fields: { ...named, ...done.failure.data.fields } });
    }
    redirect(303, `/besoins/${done.data.postNeed.id}?fait=publie`);
  },
};
