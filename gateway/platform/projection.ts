/** A projection that reads these fields and the id. */
export const only = (fields: readonly string[]): Record<string, 1> =>
  Object.fromEntries(fields.map((field) => [field, 1]));
