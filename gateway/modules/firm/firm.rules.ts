/** Digits summed two by two from the right, as Luhn (US patent 2,950,048) says. */
const luhnSum = (digits: string) =>
  [...digits].reverse().reduce((sum, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);

/** La Poste, whose own establishments do not follow Luhn: their digits add up to a multiple of five (INSEE). */
const LA_POSTE = '356000000';

/** Whether fourteen digits are a SIRET. Spaces are for the eye and do not count. */
export function isSiret(text: string): boolean {
  const digits = text.replace(/[\s\u00a0\u202f]/g, '');
  if (!/^\d{14}$/.test(digits) || /^0+$/.test(digits)) return false;
  if (digits.startsWith(LA_POSTE)) return [...digits].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0;
  return luhnSum(digits) % 10 === 0;
}

export const tidySiret = (text: string) => text.replace(/\D/g, '');
