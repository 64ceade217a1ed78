import type { RequestEvent } from '@sveltejs/kit';
import { limits } from '$schema/vocabulary.ts';
import { bridge, gatewayUrl } from '../graph/bridge.server.ts';
import { graphql } from '../graph/generated';
import type { Refusal } from '../graph/fault.ts';

const Ticket = graphql(`
  mutation ImportTicket($code: String!, $filename: String!) {
    importTicket(networkCode: $code, filename: $filename)
  }
`);

/** Sends the file of a form to the gateway's plain route, with a ticket of its own: the id of its import, or why not. */
export async function sendImport(
  event: RequestEvent,
  code: string,
  file: File,
): Promise<{ id: string; refusal?: undefined } | { id?: undefined; refusal: Refusal }> {
  const refused = { refusal: { key: 'workshop.importFile', params: {} } };
  if (file.size === 0 || file.size > limits.importBytes) return refused;
  const { data, fault } = await event.locals.graph.mutate(Ticket, { code, filename: file.name.slice(0, limits.line) });
  if (fault) return { refusal: fault.refusal };
  const path = `/files/imports?ticket=${data.importTicket}`;
  const body = await file.arrayBuffer();
  const gateway = bridge();
  const answer = gateway
    ? await gateway.files(new Request(new URL(path, event.url), { method: 'POST', body }))
    : await fetch(gatewayUrl() + path, { method: 'POST', body });
  const said: unknown = await answer.json().catch(() => undefined);
  if (answer.ok) return said as { id: string };
  return said ? { refusal: said as Refusal } : refused;
}
