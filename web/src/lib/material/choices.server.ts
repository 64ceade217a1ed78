import { type MaterialId, materialIds, materials } from '$schema/taxonomy.ts';
import type { Locale } from '../i18n/index.ts';

const rootOf = (id: MaterialId): MaterialId => {
  const { parent } = materials[id];
  return parent === null ? id : rootOf(parent);
};

/** Every material by its family, the family itself first, in the order of the taxonomy. */
export const materialGroups = (locale: Locale, all: (family: string) => string) =>
  materialIds
    .filter((id) => materials[id].parent === null)
    .map((family) => {
      const below = materialIds.filter((id) => id !== family && rootOf(id) === family);
      const name = materials[family][locale];
      const whole = { value: family, label: below.length > 0 ? all(name) : name };
      return { label: name, options: [whole, ...below.map((id) => ({ value: id, label: materials[id][locale] }))] };
    });
