const locales = ['fr', 'en'] as const;
export type Locale = (typeof locales)[number];

export const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value);

/** The visitor's choice, else the best of the browser's languages by weight, else French. */
export function pickLocale(chosen: string | undefined, accepted: string | null): Locale {
  if (isLocale(chosen)) return chosen;
  const wishes = (accepted ?? '').split(',').map((wish) => {
    const [tag = '', ...rest] = wish.trim().split(';');
    const weight = Number(
      rest
        .find((part) => part.trim().startsWith('q='))
        ?.trim()
        .slice(2) ?? 1,
    );
    return { language: tag.toLowerCase().split('-')[0], weight: Number.isFinite(weight) ? weight : 0 };
  });
  const known = wishes.filter(({ language, weight }) => isLocale(language) && weight > 0);
  const best = known.sort((a, b) => b.weight - a.weight)[0]?.language;
  return isLocale(best) ? best : 'fr';
}
