import type { RequestEvent } from '@sveltejs/kit';
import { bridge, gatewayUrl } from '../graph/bridge.server.ts';

export type AuthReply = { status: number; code: string | undefined; ok: boolean };

/**
 * Speaks to the account service for a form action or a page, as the visitor's own browser would, and passes its
 * cookies on unless told not to. Never throws: a service that does not answer is a 503.
 */
export async function callAuth(
  event: RequestEvent,
  path: string,
  body?: Record<string, unknown>,
  { passCookies = true } = {},
): Promise<AuthReply> {
  const { request, locals, url } = event;
  const headers = new Headers({
    accept: 'application/json',
    origin: url.origin,
    cookie: request.headers.get('cookie') ?? '',
    'user-agent': request.headers.get('user-agent') ?? '',
    'accept-language': locals.locale,
    'x-request-id': locals.requestId,
    // What the connection says, never what the visitor wrote: limits are counted on it.
    'x-client-ip': event.getClientAddress(),
  });
  if (body) headers.set('content-type', 'application/json');
  const gateway = bridge();
  const address = `${gateway ? url.origin : gatewayUrl()}/api/auth${path}`;
  const init: RequestInit = {
    method: body ? 'POST' : 'GET',
    headers,
    redirect: 'manual',
    ...(body ? { body: JSON.stringify(body) } : {}),
  };
  try {
    const response = gateway ? await gateway.auth(new Request(address, init)) : await fetch(address, init);
    if (passCookies) locals.setCookies.push(...response.headers.getSetCookie());
    const isJson = response.headers.get('content-type')?.includes('json');
    const answer = isJson ? ((await response.json()) as { code?: string } | null) : null;
    const failedRedirect = new URL(response.headers.get('location') ?? '', url.origin).searchParams.get('error');
    return {
      status: response.status,
      code: answer?.code ?? failedRedirect ?? undefined,
      ok: response.status < 400 && !failedRedirect,
    };
  } catch {
    return { status: 503, code: undefined, ok: false };
  }
}

/** The refusal to show for a reply; `otherwise` where the service gives no reason that may be told. */
export const refusalOf = ({ status }: AuthReply, otherwise: string) => ({
  key: status === 429 ? 'platform.limited' : status >= 500 ? 'platform.unavailable' : otherwise,
  params: {},
});
