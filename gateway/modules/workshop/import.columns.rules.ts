/** The columns that files name, with the names under which each is known; the first is the one that errors carry. */
export const columns = {
  id: ['id', 'identifiant'],
  name: ['name', 'nom'],
  address: ['address', 'adresse'],
  postal_code: ['postal_code', 'code_postal', 'cp'],
  city: ['city', 'ville', 'commune'],
  insee: ['insee', 'code_insee'],
  lat: ['lat', 'latitude'],
  lon: ['lon', 'longitude', 'lng'],
  website: ['website', 'site', 'site_web', 'url'],
  description: ['description', 'equipment_note'],
  capabilities: ['capabilities', 'capacites'],
  lab_id: ['lab_id', 'lab_slug'],
  brand: ['brand', 'marque'],
  model: ['model', 'modele'],
  class: ['class', 'classe'],
} as const satisfies Record<string, readonly string[]>;
export type Column = keyof typeof columns;

/** What a person may match with the columns of a table, and what a row cannot do without. */
export const tableColumns = {
  csv: [
    'name',
    'address',
    'postal_code',
    'city',
    'insee',
    'lat',
    'lon',
    'website',
    'description',
    'capabilities',
    'id',
  ],
  'machines-csv': ['lab_id', 'brand', 'model', 'class'],
} as const satisfies Record<string, readonly Column[]>;
export type TableFormat = keyof typeof tableColumns;
export const neededColumns = { csv: ['name'], 'machines-csv': ['lab_id', 'model'] } as const satisfies Record<
  TableFormat,
  readonly Column[]
>;

/** Which column of the file holds which of ours, by the name under which records carry it. */
export type Matching = Partial<Record<Column, string>>;

/** Words of headings that say the same as a column of ours. */
const hints: Partial<Record<Column, readonly string[]>> = {
  name: ['atelier', 'lieu', 'fablab', 'structure', 'denomination', 'intitule', 'raison_sociale', 'nom', 'name', 'lab'],
  address: ['adresse', 'address', 'rue', 'voie'],
  postal_code: ['postal', 'cp', 'zip'],
  city: ['ville', 'commune', 'localite', 'town', 'city'],
  insee: ['insee'],
  lat: ['lat', 'latitude', 'y'],
  lon: ['lon', 'lng', 'long', 'longitude', 'x'],
  website: ['site', 'web', 'url', 'internet', 'website'],
  description: ['description', 'presentation', 'remarques', 'notes'],
  capabilities: ['capacites', 'capabilities'],
  id: ['id', 'identifiant', 'reference'],
  lab_id: ['lab', 'atelier'],
  brand: ['marque', 'brand', 'fabricant', 'maker'],
  model: ['modele', 'model', 'machine'],
  class: ['classe', 'class', 'type', 'categorie'],
};

/** The likeliest matching: a heading that is one of our names first, then one that holds a word saying the same. No column serves twice. */
export function suggestMatching(format: TableFormat, names: readonly string[]): Matching {
  const free = new Set(names);
  const matching: Matching = {};
  const take = (column: Column, name: string | undefined) => {
    if (name === undefined) return;
    matching[column] = name;
    free.delete(name);
  };
  for (const column of tableColumns[format])
    take(
      column,
      columns[column].find((known) => free.has(known)),
    );
  for (const column of tableColumns[format])
    if (!matching[column])
      take(
        column,
        [...free].find((name) => name.split('_').some((word) => hints[column]?.includes(word))),
      );
  return matching;
}

/** Columns that nobody is asked to match: files that we know carry them under these names. */
const known = ['geo_precision', 'kind', 'status', 'departement', 'region'] as const;

/** The cells of a record under our names, and nothing else. */
export const matched = (cells: Record<string, unknown>, matching: Matching): Record<string, unknown> =>
  Object.fromEntries(
    [...known.map((name) => [name, name] as const), ...Object.entries(matching)].flatMap(([column, name]) =>
      Object.hasOwn(cells, name) ? [[column, cells[name]]] : [],
    ),
  );

/** A table of machines names a lab and a model on each line; any other is a table of workshops. */
export const formatOfTable = (names: readonly string[]): TableFormat =>
  columns.lab_id.some((name) => names.includes(name)) && columns.model.some((name) => names.includes(name))
    ? 'machines-csv'
    : 'csv';
