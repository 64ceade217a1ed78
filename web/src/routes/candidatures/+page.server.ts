import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { MyApplications } from '$lib/jobs/queries.server.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
  if (!(await locals.viewer())) redirect(303, `/connexion?suite=${encodeURIComponent(url.pathname)}`);
  const { myApplications } = await locals.graph.query(MyApplications, { after: url.searchParams.get('apres') });
  const { hasNextPage, endCursor } = myApplications.pageInfo;
  return { applications: myApplications.nodes, next: hasNextPage ? endCursor : undefined };
};
