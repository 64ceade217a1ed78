import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { ApplicationsOf } from '$lib/jobs/queries.server.ts';
import { listingSeen } from '$lib/sharing/listing.server.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  if (!(await locals.viewer())) redirect(303, `/connexion?suite=${encodeURIComponent(url.pathname)}`);
  const { id, name } = await listingSeen(locals.graph, locals.locale, params.id);
  const after = url.searchParams.get('apres');
  const { applications } = await locals.graph.query(ApplicationsOf, { id, after });
  const { hasNextPage, endCursor } = applications.pageInfo;
  return { job: { id, name }, applications: applications.nodes, next: hasNextPage ? endCursor : undefined };
};
