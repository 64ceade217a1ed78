/** Passwords that a guesser tries first, twelve characters or longer though they be. */

/** What people reach for, in the two languages of the product, and its own name. */
const words = `
maillage atelier ateliers fablab fablabs makerspace reseau machine machines laser decoupeuse imprimante fraiseuse
password passwort motdepasse passe secret admin administrator administrateur root user utilisateur guest invite test
welcome bienvenue bonjour salut coucou hello letmein changeme connexion login compte default master access
qwerty qwertyuiop azerty azertyuiop qsdfghjklm asdfghjkl zxcvbnm wxcvbn zaqwsx qazwsx qweasd qweasdzxc aqwzsx
iloveyou jetaime monamour amour love soleil sunshine princesse princess chouchou doudou loulou dragon monkey football
baseball basketball superman batman pokemon starwars naruto liverpool marseille paris france chelsea barcelona arsenal
nicolas camille marie julien thomas jessica michael jordan daniel charlie ashley jennifer hunter shadow killer freedom
computer ordinateur internet google facebook samsung summer ete hiver winter spring printemps automne autumn
janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre january february march april june july
august september october november december lundi mardi mercredi jeudi vendredi samedi dimanche monday friday sunday
whatever trustno1 abc abcd abcdef abcdefgh abcdefghijkl azertyui correct horse battery staple
`
  .trim()
  .split(/\s+/)
  .sort((a, b) => b.length - a.length);

/** Rows of keyboards, alphabet and digits: a walk along one of them, either way, is no secret. */
const rows = [
  'qwertyuiopasdfghjklzxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
];
const walks = [...rows, ...rows.map((row) => [...row].reverse().join(''))];

const swaps: Record<string, string> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
};

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** What is left once the known words are taken out, the longest first. */
const without = (text: string, known: readonly string[]) =>
  known.reduce((rest, word) => (word.length > 2 ? rest.replaceAll(word, ' ') : rest), text);

const isWalk = (text: string) => walks.some((walk) => walk.includes(text));

/** Split into runs that follow a row, of four or more; the rest stays. */
function withoutWalks(text: string): string {
  let rest = '';
  for (let at = 0; at < text.length;) {
    let end = Math.min(text.length, at + 20);
    while (end - at >= 4 && !isWalk(text.slice(at, end))) end--;
    if (end - at >= 4) at = end;
    else rest += text[at++];
  }
  return rest;
}

/** The fewest letters, digits and signs that must stay once what everybody knows is taken out. */
const OWN = 6;

/**
 * Whether a password is among the first that a guesser tries: one bit repeated, a walk along the keyboard, common words,
 * the person's own name or address, with digits of a year or of an order around them. `about` is what is known of them.
 */
export function isCommon(password: string, about: readonly string[] = []): boolean {
  const plain = folded(password);
  const compact = plain.replace(/\s+/g, '');
  if (/^(.{1,5}?)\1+.{0,2}$/.test(compact) || new Set(compact).size < 5) return true;
  const known = about.flatMap((text) => folded(text).split(/[^\p{L}\p{N}]+/u));
  const swapped = [...compact].map((sign) => swaps[sign] ?? sign).join('');
  return [compact, swapped].some((text) => {
    const rest = withoutWalks(without(text, [...known, ...words])).replace(/\d{1,8}|[\s\W_]+/g, '');
    return rest.length < OWN;
  });
}
