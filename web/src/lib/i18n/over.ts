/** Words of which some are said: functions and lists are whole, groups are in parts. */
type Some<T> = {
  [K in keyof T]?: T[K] extends string | readonly unknown[] | ((...said: never[]) => unknown) ? T[K] : Some<T[K]>;
};

const isGroup = (said: unknown): said is Record<string, unknown> =>
  typeof said === 'object' && said !== null && !Array.isArray(said);

/** The same words, some of them said otherwise. */
export function over<T extends object>(words: T, otherwise: Some<T>): T {
  const said = Object.entries(otherwise).map(([name, each]) => {
    const before = (words as Record<string, unknown>)[name];
    return [name, isGroup(each) && isGroup(before) ? over(before, each as never) : each] as const;
  });
  return { ...words, ...Object.fromEntries(said) };
}
