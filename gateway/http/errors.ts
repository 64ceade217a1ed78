import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import { ArgumentValidationError } from 'type-graphql';
import { isAway } from '../platform/database.ts';
import type { Logger } from '../platform/log.ts';
import { newId } from '../platform/ids.ts';
import { Refusal } from '../platform/refusal.ts';

interface Fault {
  property: string;
  constraints?: Record<string, string>;
  children?: Fault[];
}

/** `parts.0.quantity` → `max`: which rule each field breaks, never what was typed. */
function fieldsOf(faults: readonly Fault[], path = ''): Record<string, string> {
  return Object.assign(
    {},
    ...faults.map(({ property, constraints, children = [] }) => ({
      ...(constraints ? { [path + property]: Object.keys(constraints)[0]! } : {}),
      ...fieldsOf(children, `${path}${property}.`),
    })),
  ) as Record<string, string>;
}

const denials = new Set<string>(['FORBIDDEN', 'UNAUTHENTICATED']);

/**
 * What a client sees of an error: a refusal with its key and params, the fields of a badly shaped input, or, for
 * anything unforeseen, only the id under which it was logged.
 */
export const formatError =
  (log: Logger) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { path, locations } = formatted;
    const place = { ...(path ? { path } : {}), ...(locations ? { locations } : {}) };
    const cause = unwrapResolverError(error);
    if (cause instanceof Refusal) {
      if (denials.has(cause.code)) log.info({ event: 'denied', key: cause.key, path }, 'denied');
      return { message: cause.key, ...place, extensions: { code: cause.code, key: cause.key, params: cause.params } };
    }
    if (cause instanceof ArgumentValidationError) {
      const faults = (cause.extensions?.validationErrors ?? []) as Fault[];
      return {
        message: 'platform.invalid',
        ...place,
        extensions: { code: 'INVALID', key: 'platform.invalid', params: {}, fields: fieldsOf(faults) },
      };
    }
    const code = formatted.extensions?.code;
    if (code !== undefined && code !== 'INTERNAL_SERVER_ERROR') {
      const { stacktrace: _trace, ...extensions } = formatted.extensions as Record<string, unknown>;
      return { ...formatted, message: withoutValue(formatted.message), extensions };
    }
    const id = newId();
    if (isAway(cause)) {
      log.warn({ id, reason: (cause as Error).name }, 'database away');
      return {
        message: 'platform.unavailable',
        ...place,
        extensions: { code: 'UNAVAILABLE', key: 'platform.unavailable', params: { id } },
      };
    }
    log.error({ id, err: cause, path }, 'unforeseen');
    return {
      message: 'Internal server error',
      ...place,
      extensions: { code: 'INTERNAL_SERVER_ERROR', params: { id } },
    };
  };

/** graphql-js repeats the value of a variable that it refuses; it can be a password. */
const withoutValue = (message: string) => message.replace(/got invalid value .*$/s, 'got an invalid value.');
