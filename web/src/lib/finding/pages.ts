/**
 * The pages walked through, as the address holds them: the cursor of each, a dot between. The last one is the page shown, so
 * the page before it is known whatever the way that led here.
 */
const sign = '.';
const longest = 50;
const walked = (trail: string | null | undefined): string[] => (trail ?? '').split(sign).filter(Boolean);

export const cursorOf = (trail: string | null | undefined): string | null => walked(trail).at(-1) ?? null;
export const stepOn = (trail: string | null | undefined, cursor: string): string =>
  [...walked(trail), cursor].slice(-longest).join(sign);
/** Undefined for the first page. */
export const stepBack = (trail: string | null | undefined): string | undefined =>
  walked(trail).slice(0, -1).join(sign) || undefined;
