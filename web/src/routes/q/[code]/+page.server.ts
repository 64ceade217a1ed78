import { error, redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { graphql } from '$lib/graph/generated';

const Scan = graphql(`
  query Scan($code: String!) {
    scan(code: $code) {
      loanId
      move
      resourceId
    }
  }
`);

/**
 * Where a printed code leads: the loan, what the counter does now, or the machine. A stranger learns nothing, not even
 * whether the code is somebody's: they are sent to sign in whatever it is.
 */
export const load: PageServerLoad = async ({ params, url, locals }) => {
  const { code } = params;
  if (!(await locals.viewer())) redirect(303, `/connexion?suite=${encodeURIComponent(url.pathname)}`);
  const { data, fault } = await locals.graph.ask(Scan, { code });
  if (fault?.status === 404) redirect(303, `/scanner?inconnu=${encodeURIComponent(code.slice(0, 64))}`);
  if (fault) error(fault.status, { message: fault.refusal.key, refusal: fault.refusal, id: locals.requestId });
  const { loanId, resourceId } = data.scan;
  redirect(303, loanId ? `/echanges/${loanId}` : `/equipements/${resourceId}`);
};
