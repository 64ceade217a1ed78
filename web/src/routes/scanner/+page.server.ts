import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { codeIn } from '$lib/counter/code.ts';

export const load: PageServerLoad = async ({ url, locals }) => {
  if (!(await locals.viewer())) redirect(303, `/connexion?suite=${encodeURIComponent(url.pathname + url.search)}`);
  const code = codeIn(url.searchParams.get('code') ?? '').slice(0, 64);
  if (code) redirect(303, `/q/${encodeURIComponent(code)}`);
  return { unknown: url.searchParams.get('inconnu')?.slice(0, 64) ?? null };
};
