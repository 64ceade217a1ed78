import type { RequestEvent } from '@sveltejs/kit';
import { limits } from '$schema/vocabulary.ts';
import { bridge, gatewayUrl } from '../graph/bridge.server.ts';
import { graphql } from '../graph/generated';
import type { Refusal } from '../graph/fault.ts';

const Ticket = graphql(`
  mutation PhotoTicket($id: ID!, $alt: String!) {
    photoTicket(resourceId: $id, alt: $alt)
  }
`);

/** Sends the photo of a form to the gateway's plain route, with a ticket of its own. The refusal, or nothing when it is kept. */
export async function sendPhoto(
  event: RequestEvent,
  resourceId: string,
  photo: File,
  alt: string,
): Promise<Refusal | undefined> {
  if (photo.size === 0 || photo.size > limits.photoBytes) return { key: 'catalogue.photo', params: {} };
  const { data, fault } = await event.locals.graph.mutate(Ticket, { id: resourceId, alt: alt.slice(0, limits.line) });
  if (fault) return fault.refusal;
  const path = `/files/photos?ticket=${data.photoTicket}`;
  const body = await photo.arrayBuffer();
  const gateway = bridge();
  const answer = gateway
    ? await gateway.files(new Request(new URL(path, event.url), { method: 'POST', body }))
    : await fetch(gatewayUrl() + path, { method: 'POST', body });
  if (answer.ok) return undefined;
  return (await answer.json().catch(() => ({ key: 'catalogue.photo', params: {} }))) as Refusal;
}
