import type { LayoutServerLoad } from './$types';
import { does, kindAt } from '$lib/sharing/kinds.ts';
import { purchasePanel, stockPanel } from '$lib/material/panels.server.ts';

/** What the panels of a kind read beside the listing: by how it is shared, and only for the page that shows them. */
export const load: LayoutServerLoad = async ({ locals, params, route, url }) => {
  const kind = kindAt(params.kind);
  if (!kind || route.id !== '/[kind=kind]/[id]') return {};
  const { counted, threshold, waits } = does(kind);
  const viewer = await locals.viewer();
  return {
    ...(counted && !threshold && { stock: await stockPanel(locals, params.id, viewer !== undefined) }),
    ...(threshold && !waits && { pledges: await purchasePanel(locals, params.id, url, viewer !== undefined) }),
  };
};
