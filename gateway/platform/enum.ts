import { registerEnumType } from 'type-graphql';

/** A GraphQL enum made from a table's values; type-graphql publishes an enum's keys, so key and value are the same. */
export function enumOf<T extends string>(name: string, values: readonly T[], description: string): { [V in T]: V } {
  const members = Object.fromEntries(values.map((value) => [value, value])) as { [V in T]: V };
  registerEnumType(members, { name, description });
  return members;
}
