/** A form as typed: one text per field, several where a name repeats. */
export type Values = Record<string, string | string[]>;

const secret = /password|mot-de-passe|token/i;

/** What may go back to the page: all but files and secrets. */
export function valuesOf(form: FormData): Values {
  const values: Values = {};
  for (const name of new Set(form.keys())) {
    if (secret.test(name)) continue;
    const texts = form.getAll(name).filter((value) => typeof value === 'string');
    if (texts.length > 0) values[name] = texts.length === 1 ? texts[0]! : texts;
  }
  return values;
}

/** One field of a form, trimmed; empty when absent. */
export const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

/** A quantity as typed: with a comma or a point. What cannot be read is nothing, which is refused. */
export const typedFigure = (typed: string): number =>
  Number(typed.replace(/[\s\u00A0\u202F]/g, '').replace(',', '.')) || 0;

/** The text kept for a field; the first one where a name repeats. */
export const kept = (values: Values | undefined, name: string, otherwise = ''): string => {
  const value = values?.[name];
  return (Array.isArray(value) ? value[0] : value) ?? otherwise;
};
