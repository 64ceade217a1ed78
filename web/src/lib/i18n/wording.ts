import type { HappeningKey } from '$schema/events.ts';
import type { RefusalKey } from '$schema/refusals.ts';
import type { Format } from './format.ts';
import type { Messages } from './fr.ts';

export type Params = Record<string, unknown>;
/** A sentence, or how to make it from what the gateway sent. */
type Wording = string | ((params: Params, format: Format) => string);

/** What the web itself may have to say no to, before or beside the gateway. */
type WebKey =
  | 'web.failed'
  | 'account.wrong'
  | 'account.exists'
  | 'account.email'
  | 'account.name'
  | 'account.shortPassword'
  | 'account.commonPassword'
  | 'account.wrongPassword'
  | 'account.badLink'
  | 'account.notVerified';

export type Refusals = Record<RefusalKey | WebKey, Wording>;
/** One line for each event that people are told of, by its key. */
export type EventWords = Record<HappeningKey, string>;
/** What a field may lack, by the name of the constraint. */
export type FieldRules = Record<string, string> & { other: string };

/** The sentence for a refusal, in the words of a page where it has its own; an unknown key still says what was not done. */
export function wordRefusal(
  t: Messages,
  format: Format,
  refusal: { key: string; params?: Params },
  first: Partial<Refusals> = {},
): string {
  const said: Record<string, Wording | undefined> = { ...t.refusals, ...first };
  const wording = said[refusal.key] ?? t.refusals['web.failed'];
  return typeof wording === 'function' ? wording(refusal.params ?? {}, format) : wording;
}

/** The sentence of the refusal that another one names as its reason; empty when there is none. */
export function wordReason(refusals: Refusals, params: Params, format: Format): string {
  const wording = (refusals as Record<string, Wording | undefined>)[textOf(params, 'why')];
  return typeof wording === 'function' ? wording(params, format) : (wording ?? '');
}

/** The sentence under a field, by the constraint that it breaks or by the refusal that names it. */
export const wordField = (t: Messages, rule: string): string => t.fieldRules[rule] ?? t.fieldRules.other;

export const textOf = (params: Params, name: string): string => {
  const value = params[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** A date among the params, when there is one that can be read. */
export const dateOf = (params: Params, name: string): Date | undefined => {
  const value = params[name];
  const date = typeof value === 'string' ? new Date(value) : undefined;
  return date && !Number.isNaN(date.getTime()) ? date : undefined;
};

/** What a form says where a field of it is missing or wrong, by the name of the field. */
export function lacking(fields: Record<string, string>, otherwise: string): Partial<Refusals> {
  const say = (params: Params) => fields[textOf(params, 'field')] ?? otherwise;
  return { 'platform.invalid': say, 'sharing.incomplete': say };
}
