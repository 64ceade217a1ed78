/** Enough to catch a slip of the hand; the proof is the mail that arrives. */
export const looksLikeEmail = (text: string): boolean =>
  /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text) && text.length <= 254;

export const shortestPassword = 12;
