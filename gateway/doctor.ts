import type { Command } from './commands/command.ts';
import { borrowingInvariants, type Invariant } from './modules/borrowing/borrowing.invariants.ts';
import { catalogueInvariants } from './modules/catalogue/catalogue.invariants.ts';
import { materialInvariants } from './modules/material/material.invariants.ts';
import { sharingInvariants } from './modules/sharing/sharing.invariants.ts';

/** What must hold of the stored data, module by module. */
const invariants: readonly Invariant[] = [
  ...borrowingInvariants,
  ...catalogueInvariants,
  ...sharingInvariants,
  ...materialInvariants,
];

/** The promises that the data breaks now, each with the rows that break it; none when all is well. */
export async function examine(now: Date): Promise<{ name: string; rows: string[] }[]> {
  const broken = [];
  for (const { name, broken: find } of invariants) {
    const rows = await find(now);
    if (rows.length > 0) broken.push({ name, rows });
  }
  return broken;
}

/** `npm run doctor`: says what is wrong with the data, on the database of the running product. */
export const doctor: Command = {
  usage: '',
  async run(_args, kit) {
    const broken = await examine(kit.clock());
    for (const { name, rows } of broken) kit.print(`Broken: ${name}\n  ${rows.slice(0, 20).join('\n  ')}`);
    if (broken.length === 0) kit.print(`${invariants.length} promises kept.`);
    return broken.length === 0 ? 0 : 1;
  },
};
