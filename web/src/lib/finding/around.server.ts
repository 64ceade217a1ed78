import { resolveSkill, skills } from '$schema/skills.ts';
import { ancestors, isProcess } from '$schema/taxonomy.ts';
import { withoutLevel } from '$schema/training.ts';
import { materialName } from '../catalogue/names.server.ts';
import { formatFor } from '../i18n/format.ts';
import { loadMessages } from '../i18n/index.ts';
import type { Point } from '../sharing/distance.ts';
import { folderOf } from '../sharing/kinds.ts';
import { Listings } from '../sharing/queries.server.ts';
import { usualKm } from '../sharing/radii.ts';
import { type Line, linesOf } from '../sharing/rows.server.ts';
import { priceOf, quantityOf } from '../sharing/say.ts';
import { nearestTrainers, type TrainerRow } from './trainers.server.ts';

interface Machine {
  accreditation?: string | null;
  processes: readonly string[];
  capabilities: readonly { material?: string | null }[];
  workshop: { point: Point };
}

const ofEach = 2;
/** How many of its materials are looked for: the first of its sheet are the ones it is for. */
const materials = 3;

/** What a machine asks of who works on it, else the skill of its process, or of what that is a sort of. */
function skillOf({ accreditation, processes }: Machine) {
  const sorts = processes.filter(isProcess).flatMap((process) => [process, ...ancestors(process)]);
  return [withoutLevel(accreditation ?? ''), ...sorts].map(resolveSkill).find((skill) => skill !== undefined);
}

/** What goes with a machine, near it: who teaches it, the next sessions, and materials that it takes. In words. */
export async function aroundMachine(locals: App.Locals, machine: Machine) {
  const { graph, locale } = locals;
  const { point } = machine.workshop;
  const skill = skillOf(machine);
  const look = async (kind: 'training' | 'material', words: string) => {
    const near = `${point.lat},${point.lon}`;
    const { data } = await graph.ask(Listings, { kind, words, near, withinKm: usualKm, first: ofEach });
    return linesOf(locale, data?.listings.nodes ?? [], point);
  };
  const taken = [...new Set(machine.capabilities.flatMap(({ material }) => material ?? []))].slice(0, materials);
  const [trainers, sessions, ...lots] = await Promise.all([
    skill ? nearestTrainers(locals, point, ofEach, { skill }) : { rows: [] },
    skill ? look('training', skills[skill][locale]) : [],
    ...taken.map((material) => look('material', materialName(locale, material))),
  ]);
  const near = [...new Map(lots.flat().map((lot) => [lot.id, lot])).values()].sort((a, b) => (a.km ?? 0) - (b.km ?? 0));
  return [...trainers.rows.map(trainerRow), ...(await listingRows(locale, [...sessions, ...near.slice(0, ofEach)]))];
}

const trainerRow = ({ id, name, tag, workshop, km, price, teaches }: TrainerRow) => ({
  kind: 'trainer' as const,
  href: `/formateurs/${id}`,
  tag,
  name,
  says: teaches,
  workshop,
  km,
  price,
});

async function listingRows(locale: App.Locals['locale'], lines: readonly Line[]) {
  const t = await loadMessages(locale);
  return lines.map((line) => {
    const format = formatFor(locale, line.workshop.timeZone);
    const { left, from } = line;
    const words = t.sharing.kinds[line.kind];
    const says = [
      ...(from ? [format.dateTime(from)] : []),
      ...(left === null || left === undefined ? [] : [words.left(quantityOf(t, format, left, line.measure))]),
    ];
    const { name, workshop, km } = line;
    return {
      kind: line.kind,
      href: `${folderOf(line.kind)}/${line.id}`,
      tag: words.one,
      name,
      says,
      workshop,
      km,
      price: priceOf(t, format, line),
    };
  });
}

export type AroundRow = Awaited<ReturnType<typeof aroundMachine>>[number];
