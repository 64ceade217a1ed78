import type { IncomingMessage } from 'node:http';

const TWO_YEARS = 63_072_000;

/** On every answer, whoever writes it; a page or a file replaces the policy by its own. */
export const headersFor = (isHttps: boolean): Readonly<Record<string, string>> => ({
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-frame-options': 'DENY',
  // The camera reads the labels of machines, on the scan page.
  'permissions-policy': 'geolocation=(self), camera=(self), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  ...(isHttps && { 'strict-transport-security': `max-age=${TWO_YEARS}; includeSubDomains` }),
});

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a page of another site sends this: it would act with the cookies of whoever looks at it. A program sends no
 * `Origin`, and a stream, though read by GET, is refused like a change.
 */
export function isForeign({ method = 'GET', url = '/', headers }: IncomingMessage, ownOrigin: string): boolean {
  const { origin, host } = headers;
  if (origin === undefined || (safe.has(method) && !url.startsWith('/graphql/stream'))) return false;
  if (origin === ownOrigin) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
