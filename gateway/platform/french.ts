/** `de` before a name, elided before a vowel or a silent h: de Blois, d’Ana. */
export const de = (name: string): string => (/^[aeiouyh]/i.test(name.normalize('NFD')) ? `d’${name}` : `de ${name}`);
