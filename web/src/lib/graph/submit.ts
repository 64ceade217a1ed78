import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { fail, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { valuesOf, type Values } from '../forms/values.ts';
import type { Refusal } from './fault.ts';

/** What a form gets back when nothing was done: everything typed, why, and which fields. */
export type FormFault = { values: Values; refusal: Refusal; fields: Record<string, string> };

export type Submitted<Data> =
  { data: Data; failure?: undefined } | { data?: undefined; failure: ActionFailure<FormFault> };

/**
 * Runs one mutation for a form action. `typed` is the form as it was sent, and comes back with a failure:
 * `if (done.failure) return done.failure;`
 */
export async function submit<Data, Variables>(
  event: Pick<RequestEvent, 'locals'>,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  typed: FormData | Values,
): Promise<Submitted<Data>> {
  const { data, fault } = await event.locals.graph.mutate(document, variables);
  if (!fault) return { data: data };
  const status = fault.status >= 500 ? 503 : fault.status === 401 ? 401 : 422;
  const values = typed instanceof FormData ? valuesOf(typed) : typed;
  return { failure: fail(status, { values, refusal: fault.refusal, fields: fault.fields }) };
}
