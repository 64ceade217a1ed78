import {
  finishes,
  type MaterialId,
  materialIds,
  materials,
  type ProcessId,
  processes,
  processIds,
} from '$schema/taxonomy.ts';
import { toleranceClasses } from '$schema/production.ts';
import type { Tongue } from './words.server.ts';

export interface Choice {
  value: string;
  label: string;
}
export interface ChoiceGroup {
  label: string;
  options: Choice[];
}

const firstParent = (id: ProcessId): ProcessId | undefined => processes[id].parents[0];
const parentOf = (id: MaterialId): MaterialId | undefined => materials[id].parent ?? undefined;

const rootOf = <Id extends string>(id: Id, up: (id: Id) => Id | undefined): Id => {
  const above = up(id);
  return above === undefined ? id : rootOf(above, up);
};

function grouped<Id extends string>(
  ids: readonly Id[],
  up: (id: Id) => Id | undefined,
  nameOf: (id: Id) => string,
  all: (family: string) => string,
): ChoiceGroup[] {
  const roots = ids.filter((id) => up(id) === undefined);
  return roots.map((root) => {
    const below = ids.filter((id) => id !== root && rootOf(id, up) === root);
    const whole = { value: root, label: below.length > 0 ? all(nameOf(root)) : nameOf(root) };
    return { label: nameOf(root), options: [whole, ...below.map((value) => ({ value, label: nameOf(value) }))] };
  });
}

/** What a part may be made with and of, by family, in the order of the taxonomy. */
export const choicesFor = ({ locale, t }: Tongue) => ({
  processes: grouped(processIds, firstParent, (id) => processes[id][locale], t.production.form.all),
  materials: grouped(materialIds, parentOf, (id) => materials[id][locale], t.production.form.all),
  finishes: finishes.map((value): Choice => ({ value, label: processes[value][locale] })),
  tolerances: toleranceClasses.map((value): Choice => ({ value, label: t.production.tolerance[value] })),
});

export type Choices = ReturnType<typeof choicesFor>;
