import type { Format, Messages } from '../i18n/index.ts';
import { wordField, wordRefusal } from '../i18n/wording.ts';

const own = ['notNumber', 'notWhole', 'twoSides'] as const;

/** The sentence under a field of the form of a request. */
export function wordFault(t: Messages, format: Format, rule: string): string {
  const { form } = t.production;
  const mine = own.find((key) => key === rule);
  if (mine) return form[mine];
  const [kind, ...rest] = rule.split('.');
  if (kind === 'missing') return (form.missing as Record<string, string>)[rest.join('.')] ?? t.fieldRules.other;
  if (kind === 'refusal') return wordRefusal(t, format, { key: rest.join('.') });
  return wordField(t, rule);
}
