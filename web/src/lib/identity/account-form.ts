import { fail } from '@sveltejs/kit';
import { valuesOf } from '../forms/values.ts';

/** A form of the account pages that was not accepted: the sentence above it, and the field at fault. */
export const refuse = (form: FormData, key: string, field?: string) =>
  fail(key === 'platform.unavailable' ? 503 : 422, {
    values: valuesOf(form),
    refusal: { key, params: {} },
    fields: field ? { [field]: key } : {},
  });
