import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { text } from '$lib/forms/values.ts';
import { skillNameIn } from '$schema/training.ts';
import { skillChoices } from '$lib/trainers/skills.server.ts';
import { graphql } from '$lib/graph/generated/index.ts';
import { submit } from '$lib/graph/submit.ts';
import { leads } from '$lib/identity/viewer.ts';

const here = '/bureau/habilitations/reglages';
/** Rows for more skills than are said already: one can be added without scripts. */
const spare = 2;

const Policy = graphql(`
  query TrainingPolicy($workshopId: ID!) {
    trainingPolicy(workshopId: $workshopId) {
      lasting {
        skill
        ageMonths
        idleMonths
      }
      recognised {
        id
        name
        city
      }
      ignored {
        id
        name
        city
      }
    }
  }
`);

const Find = graphql(`
  query WorkshopsToRecognise($text: String!) {
    workshops(filter: { text: $text }, first: 10) {
      nodes {
        id
        name
        city
      }
    }
  }
`);

const Settle = graphql(`
  mutation SettleTrainingPolicy($input: TrainingPolicyInput!) {
    settleTrainingPolicy(input: $input) {
      lasting {
        skill
      }
    }
  }
`);

async function policyFor({ locals }: Pick<RequestEvent, 'locals'>) {
  const acting = (await locals.viewer())?.acting;
  if (acting?.scope !== 'workshop' || !leads(acting)) redirect(303, '/bureau/habilitations');
  const { trainingPolicy } = await locals.graph.query(Policy, { workshopId: acting.id });
  return { workshopId: acting.id, policy: trainingPolicy };
}

export const load: PageServerLoad = async (event) => {
  const { workshopId, policy } = await policyFor(event);
  const asked = event.url.searchParams.get('atelier')?.trim() ?? '';
  const found = asked ? (await event.locals.graph.query(Find, { text: asked })).workshops.nodes : [];
  const usual = policy.lasting.find(({ skill }) => skill === '') ?? { skill: '', ageMonths: null, idleMonths: null };
  const more = policy.lasting.filter(({ skill }) => skill !== '');
  const blank = { skill: '', ageMonths: null, idleMonths: null };
  return {
    policy,
    skills: skillChoices(event.locals.locale).map(({ label }) => label),
    rows: [
      usual,
      ...more.map((row) => ({ ...row, skill: skillNameIn(event.locals.locale, row.skill) })),
      ...Array.from({ length: spare }, () => blank),
    ],
    asked,
    found: found.filter(({ id }) => id !== workshopId),
    done: event.url.searchParams.has('fait'),
  };
};

const months = (form: FormData, name: string): number | null => {
  const typed = text(form, name);
  const value = Number(typed);
  // What cannot be read is sent as it is not: the gateway refuses it.
  return typed === '' ? null : Number.isInteger(value) ? value : 0;
};

export const actions = {
  lasting: async (event: RequestEvent) => {
    const form = await event.request.formData();
    const { workshopId, policy } = await policyFor(event);
    const lasting = form
      .getAll('skill')
      .map((skill, n) => ({
        skill: typeof skill === 'string' ? skill.trim() : '',
        ageMonths: months(form, `age.${n}`),
        idleMonths: months(form, `idle.${n}`),
      }))
      .filter(
        ({ skill, ageMonths, idleMonths }, n) => (n === 0 || skill) && (ageMonths !== null || idleMonths !== null),
      );
    const [recognised, ignored] = [policy.recognised.map(({ id }) => id), policy.ignored.map(({ id }) => id)];
    const done = await submit(event, Settle, { input: { workshopId, lasting, recognised, ignored } }, form);
    if (done.failure) return done.failure;
    redirect(303, `${here}?fait=oui`);
  },
  recognise: async (event: RequestEvent) => {
    const form = await event.request.formData();
    const { workshopId, policy } = await policyFor(event);
    const [id, to] = [text(form, 'id'), text(form, 'to')];
    const without = (rows: readonly { id: string }[]) => rows.map((row) => row.id).filter((one) => one !== id);
    const input = {
      workshopId,
      lasting: policy.lasting.map(({ skill, ageMonths, idleMonths }) => ({ skill, ageMonths, idleMonths })),
      recognised: [...without(policy.recognised), ...(to === 'recognise' ? [id] : [])],
      ignored: [...without(policy.ignored), ...(to === 'ignore' ? [id] : [])],
    };
    const done = await submit(event, Settle, { input }, form);
    if (done.failure) return done.failure;
    redirect(303, `${here}?fait=oui#reconnus`);
  },
} satisfies Actions;
