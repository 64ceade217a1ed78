/** The directory as the address holds it; every link of the page is this with one thing changed. */
export const names = {
  text: 'quoi',
  place: 'ou',
  km: 'km',
  process: 'procede',
  material: 'matiere',
  departement: 'departement',
  archetype: 'sorte',
  openNow: 'ouvert',
  network: 'reseau',
  sort: 'tri',
  after: 'apres',
} as const;
export type Name = keyof typeof names;

const facetNames = ['process', 'material', 'departement', 'archetype'] as const;
export type FacetName = (typeof facetNames)[number];
export const sorts = { distance: 'distance', nom: 'name' } as const;

const isFacet = (name: Name): name is FacetName => (facetNames as readonly string[]).includes(name);

export const one = (params: URLSearchParams, name: Name): string =>
  (params.get(names[name]) ?? '').trim().slice(0, 120);
export const all = (params: URLSearchParams, name: Name): string[] =>
  [...new Set(params.getAll(names[name]).map((value) => value.trim().slice(0, 40)))].filter(Boolean).slice(0, 20);

/** The same directory with some things changed: a filter adds or takes off one value, `undefined` removes. Always its first page. */
export function changed(params: URLSearchParams, changes: Partial<Record<Name, string | undefined>>): string {
  const next = new URLSearchParams([...params].filter(([, value]) => value !== ''));
  next.delete(names.after);
  for (const [name, value] of Object.entries(changes) as [Name, string | undefined][]) {
    const key = names[name];
    const before = next.getAll(key);
    next.delete(key);
    if (value === undefined) continue;
    if (!isFacet(name)) next.set(key, value);
    else
      for (const each of before.includes(value) ? before.filter((v) => v !== value) : [...before, value])
        next.append(key, each);
  }
  const query = next.toString();
  return query ? `/ateliers?${query}` : '/ateliers';
}

/** One filter beside the list, worded. */
export type Facet = { name: FacetName; options: { value: string; label: string; count: number; chosen: boolean }[] };

/** One workshop of the list, worded. */
export type Row = {
  id: string;
  slug: string;
  /** As on its pin. */
  label: string;
  name: string;
  city: string;
  departement: string;
  km: number | null;
  work: string[];
  machines: number;
  archetype: string | null;
  confirmed: boolean;
  opening: { open: boolean; until?: string | null; next?: string | null } | null;
  timeZone: string;
};
