import { normalise } from '../../../schema/taxonomy.ts';

const longestSlug = 60;
const dashed = (text: string) => normalise(text).replace(/ /g, '-').slice(0, longestSlug).replace(/-+$/, '');

/** The part of an address that no other workshop has: its name, then with its town, then numbered. */
export function slugFor(name: string, city: string, taken: ReadonlySet<string>): string {
  const own = dashed(name) || 'atelier';
  const town = dashed(city);
  const wanted = [own, ...(town && !own.includes(town) ? [dashed(`${own} ${town}`)] : [])];
  const free = wanted.find((slug) => !taken.has(slug) && slug !== 'nouveau');
  if (free) return free;
  const stem = (wanted.at(-1) ?? own).slice(0, longestSlug - 5);
  let number = 2;
  while (taken.has(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}

const articles = new Set('a au aux d de des du en et l la le les of the fab lab fablab atelier'.split(' '));
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Codes to try, the ones that recall the name first: its initials, its beginning, its letters in order. */
function* codesFor(name: string, city: string): Generator<string> {
  const all = normalise(name)
    .replace(/[^a-z ]/g, '')
    .split(' ')
    .filter(Boolean);
  const telling = all.filter((word) => !articles.has(word));
  const town = normalise(city).replace(/[^a-z]/g, '');
  if (telling.length >= 3)
    yield telling
      .map((word) => word[0])
      .join('')
      .slice(0, 3);
  for (const word of telling) yield word.slice(0, 3);
  yield town.slice(0, 3);
  const pool = `${telling.join('')}${town}${all.join('')}`;
  const head = pool[0];
  if (head)
    for (let second = 1; second < Math.min(pool.length, 12); second += 1)
      for (let third = second + 1; third < Math.min(pool.length, 16); third += 1)
        yield `${head}${pool[second]}${pool[third]}`;
  for (const a of letters) for (const b of letters) for (const c of letters) yield `${a}${b}${c}`;
}

/** Three letters that no other workshop has. Undefined when all 17,576 are taken. */
export function codeFor(name: string, city: string, taken: ReadonlySet<string>): string | undefined {
  for (const code of codesFor(name, city)) {
    const capitals = code.toUpperCase();
    if (/^[A-Z]{3}$/.test(capitals) && !taken.has(capitals)) return capitals;
  }
  return undefined;
}
