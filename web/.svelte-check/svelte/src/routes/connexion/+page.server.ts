import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { text } from '$lib/forms/values.ts';
import { refuse } from '$lib/identity/account-form.ts';
import { callAuth, refusalOf } from '$lib/identity/auth.server.ts';
import { looksLikeEmail } from '$lib/identity/email.ts';
import { suiteOf } from '$lib/identity/suite.ts';

export const load: PageServerLoad = ({ url }) => ({
  suite: suiteOf(url.searchParams.get('suite')),
  reset: url.searchParams.has('nouveau'),
});

export const actions: Actions = {
  password: async (event) => {
    const form = await event.request.formData();
    const email = text(form, 'email').toLowerCase();
    if (!looksLikeEmail(email)) return refuse(form, 'account.email', 'email');
    const password = form.get('password');
    const reply = await callAuth(event, '/sign-in/email', {
      email,
      password: typeof password === 'string' ? password : '',
    });
    if (!reply.ok) return refuse(form, refusalOf(reply, 'account.wrong').key);
    event.cookies.delete('acting', { path: '/', secure: event.url.protocol === 'https:' });
    redirect(303, suiteOf(text(form, 'suite')));
  },
  /** The same answer whether the address is known or not. */
  link: async (event) => {
    const form = await event.request.formData();
    const email = text(form, 'email').toLowerCase();
    if (!looksLikeEmail(email)) return refuse(form, 'account.email', 'email');
    const reply = await callAuth(event, '/sign-in/magic-link', {
      email,
      callbackURL: suiteOf(text(form, 'suite')),
      errorCallbackURL: '/verifier?pour=connexion',
    });
    if (reply.status === 429 || reply.status >= 500) return refuse(form, refusalOf(reply, 'web.failed').key);
    return { linkSent: true };
  },
  leave: async (event) => {
    await callAuth(event, '/sign-out', {});
    event.cookies.delete('acting', { path: '/', secure: event.url.protocol === 'https:' });
    redirect(303, '/');
  },
};
