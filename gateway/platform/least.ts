/** The first `most` of what sorting would give, without sorting what is not asked for; of equals the earlier stays first. */
export function least<T>(items: readonly T[], most: number, compare: (a: T, b: T) => number): T[] {
  if (most >= items.length) return [...items].sort(compare);
  const kept: T[] = [];
  for (const item of items) {
    let at = kept.length;
    if (at === most && (at === 0 || compare(item, kept[at - 1]!) >= 0)) continue;
    while (at > 0 && compare(item, kept[at - 1]!) < 0) at -= 1;
    kept.splice(at, 0, item);
    if (kept.length > most) kept.pop();
  }
  return kept;
}
