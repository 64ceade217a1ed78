import type { RequestEvent } from '@sveltejs/kit';
import type { Row } from '../catalogue/row.ts';
import { drawRows } from '../catalogue/results.server.ts';
import { loadMessages } from '../i18n/index.ts';
import { graphql } from '../graph/generated/index.ts';
import { type Line, listPage } from '../sharing/rows.server.ts';
import { mixed } from './mixed.ts';
import { nearestTrainers, type TrainerRow } from './trainers.server.ts';

const Machines = graphql(`
  query MachinesAmongAll($filter: EquipmentFilter!, $first: Int!) {
    searchEquipment(filter: $filter, sort: DISTANCE, first: $first) {
      totalCount
      nodes {
        ...Hit
      }
    }
  }
`);

/** One line of a list of all kinds. */
export type Mixed =
  | { is: 'machine'; id: string; km: number | null; row: Row; tag: string }
  | { is: 'trainer'; id: string; km: number | null; row: TrainerRow }
  | { is: 'listing'; id: string; km: number | null; row: Line };

/** How many machines, and how many trainers, stand among what is counted; their own tabs have them all. */
const ofOthers = 6;

/** Every kind in one list: by distance where it is known from where, else in turns. Later pages go on with what is counted. */
export async function everythingPage(event: Pick<RequestEvent, 'locals' | 'url'>) {
  const { locals, url } = event;
  const found = await listPage(event);
  const { what, from, km } = found;
  const filter = { text: what || null, ...(from && { place: `${from.lat},${from.lon}`, radiusKm: km }) };
  const [{ data }, trainers] = found.unknown
    ? [{ data: undefined }, { rows: [], total: 0 }]
    : await Promise.all([
        locals.graph.ask(Machines, { filter, first: ofOthers }),
        nearestTrainers(locals, from, ofOthers, { withinKm: km, ...(what && { words: what }) }),
      ]);
  const nodes = data?.searchEquipment.nodes ?? [];
  const { catalogue } = await loadMessages(locals.locale);
  const machines = await drawRows(nodes, { locale: locals.locale, params: new URLSearchParams() });
  const others: Mixed[][] = [
    machines.map((row) => ({ is: 'machine', id: row.id, km: row.km, row, tag: catalogue.kind })),
    trainers.rows.map((row) => ({ is: 'trainer', id: row.id, km: row.km, row })),
  ];
  const lines = found.lines.map((row): Mixed => ({ is: 'listing', id: row.id, km: row.km, row }));
  return {
    found,
    lines: url.searchParams.has('page') ? lines : mixed([...others, lines], from !== null),
    machines: data?.searchEquipment.totalCount ?? 0,
    trainers: trainers.total,
  };
}
