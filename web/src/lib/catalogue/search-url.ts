/** The search as the address holds it; every link of the page is this with one thing changed. */
export const names = {
  text: 'quoi',
  place: 'ou',
  km: 'km',
  from: 'du',
  until: 'au',
  process: 'procede',
  material: 'matiere',
  thickness: 'epaisseur',
  x: 'x',
  y: 'y',
  z: 'z',
  use: 'usage',
  accreditation: 'habilitation',
  held: 'acquises',
  price: 'prix',
  archetype: 'sorte',
  openNow: 'ouvert',
  network: 'reseau',
  taken: 'toutes',
  sort: 'tri',
  after: 'apres',
} as const;
export type Name = keyof typeof names;

const lists = new Set<Name>(['process', 'material', 'accreditation', 'archetype']);
export const sorts = { distance: 'DISTANCE', nom: 'NAME', prix: 'PRICE' } as const;
/** In the address, machines that ask for no accreditation. */
export const withoutAccreditation = 'sans';

/** What is typed in the form; the others are filters, and stay when the form is sent again. */
export const typed: readonly Name[] = ['text', 'place', 'km', 'from', 'until', 'thickness'];

export const one = (params: URLSearchParams, name: Name): string =>
  (params.get(names[name]) ?? '').trim().slice(0, 120);
export const all = (params: URLSearchParams, name: Name): string[] =>
  [...new Set(params.getAll(names[name]).map((value) => value.trim().slice(0, 120)))].filter(Boolean).slice(0, 20);

/** A number typed with a comma or a point; undefined when it is not one within bounds. */
export function figure(
  params: URLSearchParams,
  name: Name,
  { min, max }: { min: number; max: number },
): number | undefined {
  const text = one(params, name);
  const value = Number(text.replace(',', '.').replace(/\s/g, ''));
  return text !== '' && Number.isFinite(value) && value >= min && value <= max ? value : undefined;
}

/** The same search with some things changed: a list adds or takes off one value, `undefined` removes. Always its first page. */
export function changed(params: URLSearchParams, changes: Partial<Record<Name, string | undefined>>): string {
  const next = new URLSearchParams([...params].filter(([, value]) => value !== ''));
  next.delete(names.after);
  next.delete('/save');
  for (const [name, value] of Object.entries(changes) as [Name, string | undefined][]) {
    const key = names[name];
    const before = next.getAll(key);
    next.delete(key);
    if (lists.has(name) && value !== undefined) {
      const kept = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
      for (const one of kept) next.append(key, one);
    } else if (value !== undefined) next.set(key, value);
  }
  const query = next.toString();
  return query ? `/trouver?${query}` : '/trouver';
}

/** Whether anything is looked for. */
export const isAsked = (params: URLSearchParams): boolean => [...params.values()].some((value) => value.trim() !== '');
