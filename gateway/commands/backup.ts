import { parseArgs } from 'node:util';
import mongoose from 'mongoose';
import { ArchiveFault, type Manifest, readArchive, writeArchive } from '../platform/archive.ts';
import { elapsedSince } from '../platform/clock.ts';
import { buildIndexes } from '../platform/database.ts';
import { version } from '../platform/version.ts';
import { examine } from '../doctor.ts';
import { type Command, type Kit, Usage } from './command.ts';

const here = () => ({ client: mongoose.connection.getClient(), db: mongoose.connection.db! });

/** An archive's fault is what the person must read; any other is a fault of ours. */
async function saying(kit: Kit, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ArchiveFault)) throw error;
    kit.say(error.message);
    return 1;
  }
}

const sumOf = ({ collections }: Manifest) => {
  const total = (field: 'documents' | 'bytes') => collections.reduce((sum, one) => sum + one[field], 0);
  return `${total('documents')} documents of ${collections.length} collections, ${(total('bytes') / 1_048_576).toFixed(1)} MiB`;
};

/** `npm run backup`: the whole database as it stood at one instant, while the product serves. */
export const backupCommand: Command = {
  usage: 'FOLDER',
  run: (args, kit) =>
    saying(kit, async () => {
      const [folder, ...others] = args;
      if (!folder || folder.startsWith('-') || others.length > 0)
        throw new Usage('Name one folder, which is not there yet.');
      const start = performance.now();
      const manifest = await writeArchive({ ...here(), folder, now: kit.clock(), version });
      kit.print(`${folder}: ${sumOf(manifest)}, in ${elapsedSince(start)} ms.`);
      return 0;
    }),
};

/** `npm run restore`: a backup in the place of what the database holds; its rules are looked at afterwards. */
export const restoreCommand: Command = {
  usage: 'FOLDER [--replace]',
  run: (args, kit) =>
    saying(kit, async () => {
      const { folder, replace } = wishOf(args);
      const start = performance.now();
      const manifest = await readArchive({ db: here().db, folder, replace });
      await buildIndexes();
      kit.print(`${folder} of ${manifest.takenAt}: ${sumOf(manifest)}, restored in ${elapsedSince(start)} ms.`);
      const broken = await examine(kit.clock());
      for (const { name, rows } of broken) kit.say(`Broken: ${name}: ${rows.slice(0, 5).join(', ')}`);
      kit.say('Start again the gateways that were at work on this database.');
      return broken.length === 0 ? 0 : 1;
    }),
};

function wishOf(args: readonly string[]): { folder: string; replace: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { replace: { type: 'boolean', default: false } },
    });
    if (positionals.length !== 1) throw new Error('Name one folder, as `npm run backup` wrote it.');
    return { folder: positionals[0]!, replace: values.replace };
  } catch (error) {
    throw new Usage((error as Error).message);
  }
}
