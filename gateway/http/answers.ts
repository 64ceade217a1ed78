import type { RefusalCode } from '../../schema/refusals.ts';
import type { Refusal } from '../platform/refusal.ts';

const statusOf: Record<RefusalCode, number> = {
  NOT_FOUND: 404,
  EXPIRED: 410,
  FORBIDDEN: 403,
  UNAUTHENTICATED: 401,
  LIMITED: 429,
  CONFLICT: 409,
  INVALID: 422,
  UNAVAILABLE: 503,
};

export const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { ...headers, 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  });

/** A foreseen "no" of a plain route, as GraphQL words it. */
export const refused = ({ code, key, params }: Refusal) => json(statusOf[code], { code, key, params });
