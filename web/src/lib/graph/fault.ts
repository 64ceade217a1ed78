import { CombinedGraphQLErrors } from '@apollo/client/core';

export type Refusal = { key: string; params: Record<string, unknown> };

/** Why the gateway did not do what was asked, in the one form that pages know. */
export type Fault = { status: number; refusal: Refusal; fields: Record<string, string> };

const statusOf: Record<string, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  EXPIRED: 410,
  LIMITED: 429,
  UNAVAILABLE: 503,
  INTERNAL_SERVER_ERROR: 500,
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Reads the first error of an answer; anything that is not an answer is a network fault (503). */
export function faultOf(thrown: unknown): Fault {
  if (!CombinedGraphQLErrors.is(thrown))
    return { status: 503, refusal: { key: 'platform.unavailable', params: {} }, fields: {} };
  const { code, key, params, fields } = thrown.errors[0]?.extensions ?? {};
  const status = statusOf[String(code)] ?? 422;
  const fallback = status === 500 ? 'web.failed' : 'platform.invalid';
  return {
    status,
    refusal: { key: typeof key === 'string' ? key : fallback, params: isRecord(params) ? params : {} },
    fields: isRecord(fields)
      ? Object.fromEntries(Object.entries(fields).map(([path, rule]) => [path, String(rule)]))
      : {},
  };
}
