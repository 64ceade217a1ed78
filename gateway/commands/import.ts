import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { ImportError } from '../modules/workshop/import.cells.rules.ts';
import { readLabMachines, readMachineModels } from '../modules/workshop/import.machines.rules.ts';
import { readWorkshops, workshopFormats } from '../modules/workshop/import.rules.ts';
import type { ImportOptions, ImportSummary } from '../modules/workshop/import.journal.ts';
import { decodeText } from '../modules/workshop/import.table.rules.ts';
import { wordError } from '../modules/workshop/import.words.rules.ts';
import { elapsedSince } from '../platform/clock.ts';
import { Refusal } from '../platform/refusal.ts';
import { type Command, type Kit, Usage } from './command.ts';

const formats = [...workshopFormats, 'machines-json', 'machines-csv'] as const;
type Format = (typeof formats)[number];

/** More errors than this are counted, not shown. */
const mostShown = 50;

interface Wish {
  file: string;
  format: Format;
  network?: string;
  dryRun: boolean;
}

function wishOf(args: readonly string[]): Wish {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        network: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
      },
    });
    const [file, ...others] = positionals;
    const format = formats.find((known) => known === values.format);
    if (!file || others.length > 0) throw new Usage('Name one file.');
    if (!format) throw new Usage(`Say its format: ${formats.join(', ')}.`);
    if (values.network && format.startsWith('machines'))
      throw new Usage('--network goes with workshops, not machines.');
    return { file, format, ...(values.network && { network: values.network }), dryRun: values['dry-run'] };
  } catch (error) {
    if (error instanceof Usage) throw error;
    throw new Usage((error as Error).message);
  }
}

function textOf(file: string): string {
  try {
    return decodeText(readFileSync(file));
  } catch (error) {
    throw new Usage(`${file} cannot be read: ${(error as Error).message}`);
  }
}

interface Outcome extends ImportSummary {
  read: number;
  what: string;
}

const none = { created: 0, changed: 0, same: 0, kept: 0, admitted: 0 };

async function models(text: string, { app }: Kit, dryRun: boolean): Promise<Outcome> {
  const { rows, errors } = readMachineModels(text);
  const changed = dryRun ? 0 : await app.services.machineModels.put(rows);
  return { ...none, what: 'machine models', read: rows.length, changed, same: rows.length - changed, errors };
}

async function perform({ file, format, network, dryRun }: Wish, kit: Kit): Promise<Outcome> {
  const { imports, machineImports } = kit.app.services;
  const text = textOf(file);
  if (format === 'machines-json') return models(text, kit, dryRun);
  const options: ImportOptions = {
    dryRun,
    ...(network && { networkCode: network }),
    onProgress: (done) => kit.say(`${done} rows`),
  };
  if (format === 'machines-csv') {
    const { rows, errors } = readLabMachines(text);
    const summary = await machineImports.machines(rows, options);
    return outcome('workshops with machines', rows.length, errors, summary);
  }
  const { rows, errors } = readWorkshops(text, format);
  return outcome('workshops', rows.length, errors, await imports.workshops(rows, options));
}

const outcome = (what: string, read: number, errors: readonly ImportError[], summary: ImportSummary): Outcome => ({
  ...summary,
  what,
  read,
  errors: [...errors, ...summary.errors].sort((a, b) => a.row - b.row),
});

function report(errors: readonly ImportError[], kit: Kit): void {
  for (const error of errors.slice(0, mostShown)) kit.say(wordError(error));
  if (errors.length > mostShown) kit.say(`and ${errors.length - mostShown} more`);
}

/** Reads a file of workshops or machines into the database. A second time, the same file changes nothing. */
export const importCommand: Command = {
  usage: `FILE --format ${formats.join('|')} [--network CODE] [--dry-run]`,
  async run(args, kit) {
    const wish = wishOf(args);
    const start = performance.now();
    try {
      const { what, read, errors, created, changed, same, kept, admitted } = await perform(wish, kit);
      report(errors, kit);
      const lost = new Set(errors.filter(({ loses }) => loses === 'row').map(({ row }) => row)).size;
      const counts = [
        `${read} rows read`,
        `${what}: ${created} new, ${changed} changed, ${same} the same`,
        ...(kept ? [`${kept} left alone, since their workshop has confirmed them`] : []),
        ...(wish.network ? [`${admitted} admitted to ${wish.network}`] : []),
        ...(lost ? [`${lost} rows left out`] : []),
      ];
      kit.print(`${wish.dryRun ? 'Nothing written. ' : ''}${counts.join('; ')}. ${elapsedSince(start)} ms.`);
      return lost > 0 ? 1 : 0;
    } catch (error) {
      if (error instanceof Refusal && error.key === 'platform.notFound' && wish.network)
        throw new Usage(`No network has the code ${wish.network}: create it first.`);
      throw error;
    }
  },
};
