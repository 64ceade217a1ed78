import {
  ancestors,
  isBanned,
  isMaterial,
  isProcess,
  materialIds,
  materials,
  type ProcessId,
  processes,
  processIds,
} from '$schema/taxonomy.ts';
import type { Locale } from '../i18n/index.ts';
import type { Drawn } from './MachineDrawing.svelte';

/** Names of the taxonomy, worded on the server: the tables are never sent to the browser. */
export const processName = (locale: Locale, id: string): string => (isProcess(id) ? processes[id][locale] : id);
export const materialName = (locale: Locale, id: string): string => (isMaterial(id) ? materials[id][locale] : id);

const byLabel = (locale: Locale) => (a: { label: string }, b: { label: string }) =>
  a.label.localeCompare(b.label, locale);

export type Choice = { value: string; label: string };

export const processChoices = (locale: Locale): Choice[] =>
  processIds.map((value) => ({ value, label: processes[value][locale] })).sort(byLabel(locale));
export const materialChoices = (locale: Locale): Choice[] =>
  materialIds.map((value) => ({ value, label: materials[value][locale] })).sort(byLabel(locale));

/** Families of material that these processes must never take, by name. */
export function neverTaken(locale: Locale, done: readonly string[]): string[] {
  const leaves = done.filter((id): id is ProcessId => isProcess(id));
  const banned = materialIds.filter((id) => leaves.some((process) => isBanned(id, process)));
  const tops = banned.filter((id) => {
    const { parent } = materials[id];
    return parent === null || !banned.includes(parent);
  });
  return tops.map((id) => materials[id][locale]);
}

const families: readonly (readonly [ProcessId, Drawn])[] = [
  ['laser', 'laser'],
  ['additive', 'additive'],
  ['cnc', 'cnc'],
  ['textile_work', 'textile'],
];

/** The drawing that stands for a machine without a photo. */
export function familyOfDrawing(done: readonly string[]): Drawn {
  const up = new Set(done.filter((id): id is ProcessId => isProcess(id)).flatMap((id) => [id, ...ancestors(id)]));
  return families.find(([family]) => up.has(family))?.[1] ?? 'bench';
}
