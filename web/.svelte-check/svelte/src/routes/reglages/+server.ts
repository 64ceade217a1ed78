import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { text } from '$lib/forms/values.ts';
import { isLocale } from '$lib/i18n/locale.ts';
import { suiteOf } from '$lib/identity/suite.ts';

const aYear = 365 * 24 * 3600;

/** Language, theme and for whom one acts: plain forms of the header, which come back to the page they were on. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
  const form = await request.formData();
  const options = {
    path: '/',
    maxAge: aYear,
    httpOnly: true,
    sameSite: 'lax',
    secure: url.protocol === 'https:',
  } as const;
  const locale = text(form, 'locale');
  if (isLocale(locale)) cookies.set('locale', locale, options);
  const theme = text(form, 'theme');
  if (theme === 'light' || theme === 'dark') cookies.set('theme', theme, options);
  if (theme === 'device') cookies.delete('theme', { path: '/', secure: options.secure });
  const acting = form.get('acting');
  if (typeof acting === 'string') cookies.set('acting', acting, options);
  redirect(303, suiteOf(text(form, 'suite')));
};
