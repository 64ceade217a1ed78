import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { text } from '$lib/forms/values.ts';
import { callAuth } from '$lib/identity/auth.server.ts';
import { suiteOf } from '$lib/identity/suite.ts';

const purposes = ['connexion', 'adresse'] as const;

export const load: PageServerLoad = ({ url }) => ({
  suite: suiteOf(url.searchParams.get('suite')),
  purpose: purposes.find((purpose) => purpose === url.searchParams.get('pour')) ?? 'adresse',
  /** A link with a token waits for a click: programs that open the links of a mail must not use it up. */
  token: url.searchParams.get('token') ?? '',
  failed: url.searchParams.has('error'),
});

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const token = encodeURIComponent(text(form, 'token'));
    const suite = suiteOf(text(form, 'suite'));
    const signsIn = text(form, 'purpose') === 'connexion';
    const reply = await callAuth(event, signsIn ? `/magic-link/verify?token=${token}` : `/verify-email?token=${token}`);
    if (!reply.ok) redirect(303, `/verifier?pour=${signsIn ? 'connexion' : 'adresse'}&error=1`);
    redirect(303, signsIn ? suite : `/verifier?suite=${encodeURIComponent(suite)}`);
  },
};
