import type { LayoutServerLoad } from './$types';
import { basketCount } from '$lib/basket/basket.server.ts';
import { now } from '$lib/clock.ts';
import { graphql } from '$lib/graph/generated/index.ts';

const Unread = graphql(`
  query UnreadNotices {
    unreadNotices
  }
`);

export const load: LayoutServerLoad = async ({ locals, depends, cookies }) => {
  depends('app:bell');
  const viewer = await locals.viewer();
  const unread = viewer ? ((await locals.graph.ask(Unread)).data?.unreadNotices ?? 0) : 0;
  return {
    locale: locals.locale,
    theme: locals.theme,
    now: now().toISOString(),
    viewer,
    unread,
    basket: await basketCount({ locals, cookies }),
  };
};
