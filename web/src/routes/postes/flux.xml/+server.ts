import type { RequestHandler } from './$types';
import { jobs } from '$lib/i18n/fr/jobs.ts';
import { jobFeed } from '$lib/jobs/feed.ts';
import { PublishedJobs } from '$lib/jobs/queries.server.ts';

/** The published jobs: what everyone may read, whoever asks. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const { listings } = await locals.graph.query(PublishedJobs, {});
  const published = listings.nodes.filter(({ status }) => status === 'confirmed');
  return new Response(jobFeed(url.origin, jobs.feedTitle, published), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8', 'cache-control': 'public, max-age=300' },
  });
};
