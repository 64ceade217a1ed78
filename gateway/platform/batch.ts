import DataLoader from 'dataloader';

/** A loader by id made for one request: keeps the order of its keys, `undefined` where nothing is found. */
export const byId = <T extends { _id: string }>(find: (ids: string[]) => Promise<T[]>) =>
  new DataLoader<string, T | undefined>(async (ids) => {
    const found = new Map((await find([...ids])).map((row) => [row._id, row]));
    return ids.map((id) => found.get(id));
  });

/** A loader of many rows per key, for one request. */
export const manyBy = <T>(find: (keys: string[]) => Promise<T[]>, keyOf: (row: T) => string) =>
  new DataLoader<string, T[]>(async (keys) => {
    const groups = new Map<string, T[]>();
    for (const row of await find([...keys])) {
      const key = keyOf(row);
      const group = groups.get(key);
      if (group) group.push(row);
      else groups.set(key, [row]);
    }
    return keys.map((key) => groups.get(key) ?? []);
  });
