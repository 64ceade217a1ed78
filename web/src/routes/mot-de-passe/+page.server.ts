import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { text } from '$lib/forms/values.ts';
import { refuse } from '$lib/identity/account-form.ts';
import { callAuth, refusalOf } from '$lib/identity/auth.server.ts';
import { looksLikeEmail, shortestPassword } from '$lib/identity/email.ts';

export const load: PageServerLoad = ({ url }) => ({
  /** From the mail: with it a new password is chosen, without it a mail is asked for. */
  token: url.searchParams.get('token') ?? '',
  badLink: url.searchParams.has('error'),
});

export const actions: Actions = {
  /** The same answer whether the address is known or not. */
  ask: async (event) => {
    const form = await event.request.formData();
    const email = text(form, 'email').toLowerCase();
    if (!looksLikeEmail(email)) return refuse(form, 'account.email', 'email');
    const reply = await callAuth(event, '/request-password-reset', { email, redirectTo: '/mot-de-passe' });
    if (reply.status === 429 || reply.status >= 500) return refuse(form, refusalOf(reply, 'web.failed').key);
    return { sent: true };
  },
  choose: async (event) => {
    const form = await event.request.formData();
    const newPassword = form.get('password');
    if (typeof newPassword !== 'string' || newPassword.length < shortestPassword)
      return refuse(form, 'account.shortPassword', 'password');
    const reply = await callAuth(event, '/reset-password', { newPassword, token: text(form, 'token') });
    if (reply.code === 'PASSWORD_COMMON') return refuse(form, 'account.commonPassword', 'password');
    if (!reply.ok) return refuse(form, refusalOf(reply, 'account.badLink').key);
    redirect(303, '/connexion?nouveau');
  },
};
