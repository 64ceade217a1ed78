/** An input listener that completes the name of a place. Without scripts, or when the answer fails, the field is a plain one. */
export function suggestPlaces(show: (names: string[]) => void): (event: Event) => Promise<void> {
  let asked = 0;
  return async (event) => {
    const text = (event.currentTarget as HTMLInputElement).value.trim();
    const mine = ++asked;
    if (text.length < 2) return;
    const answer = await fetch(`/trouver/lieux?q=${encodeURIComponent(text)}`).catch(() => undefined);
    if (mine === asked && answer?.ok) show((await answer.json()) as string[]);
  };
}
