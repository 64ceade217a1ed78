import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { labelPlaces, labelSheets, labelSheetSizes } from '$schema/labels.ts';
import { qrOf } from '$lib/counter/qr.server.ts';
import { graphql } from '$lib/graph/generated';

const Page = graphql(`
  query LabelWorkshop($slug: String!) {
    workshop(slug: $slug) {
      id
      slug
      name
    }
  }
`);

const Labels = graphql(`
  query UnitLabels($id: ID!) {
    unitLabels(workshopId: $id) {
      unitId
      code
      name
      shelf
    }
  }
`);

export const load: PageServerLoad = async ({ params, url, locals }) => {
  if (!(await locals.viewer())) redirect(303, `/connexion?suite=${encodeURIComponent(url.pathname + url.search)}`);
  const { workshop } = await locals.graph.query(Page, { slug: params.slug });
  const { unitLabels } = await locals.graph.query(Labels, { id: workshop.id });
  const search = url.searchParams;
  const sheet = labelSheetSizes.find((size) => String(size) === search.get('par')) ?? 24;
  const most = labelSheets[sheet].columns * labelSheets[sheet].rows - 1;
  const skip = Math.min(Math.max(0, Number.parseInt(search.get('depuis') ?? '', 10) || 0), most);
  const wanted = search.getAll('u');
  const chosen = wanted.length > 0 ? unitLabels.filter(({ unitId }) => wanted.includes(unitId)) : unitLabels;
  const places = labelPlaces(sheet, chosen.length, skip);
  const labels = chosen.map((label, n) => ({
    ...label,
    page: places[n]!.page,
    qr: qrOf(`${url.origin}/q/${label.unitId}`),
  }));
  const count = (places.at(-1)?.page ?? -1) + 1;
  const pdf = new URLSearchParams([
    ['par', String(sheet)],
    ['depuis', String(skip)],
    ['lang', locals.locale],
    ...(wanted.length > 0 ? chosen.map(({ unitId }) => ['u', unitId]) : []),
  ]);
  return {
    workshop,
    units: unitLabels.map((unit) => ({ ...unit, chosen: wanted.length === 0 || wanted.includes(unit.unitId) })),
    pages: Array.from({ length: count }, (_, page) => labels.filter((label) => label.page === page)),
    sheet,
    skip,
    most,
    sizes: labelSheetSizes,
    pdf: `/prints/labels/${workshop.id}.pdf?${pdf}`,
  };
};
