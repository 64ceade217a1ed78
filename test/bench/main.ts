import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { inRoot } from '../../scripts/folders.mjs';
import { worded } from './report.ts';
import { runBench } from './run.ts';

/** `scripts/bench.mjs` brings the database up and starts this: see there for the options. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', default: '500' },
    copies: { type: 'string', default: '1,10' },
    rounds: { type: 'string', default: '5' },
    ms: { type: 'string', default: '2000' },
    lanes: { type: 'string', default: '4' },
    json: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});

const report = await runBench({
  mongoUri: process.env.MONGODB_URI!,
  dataDir: process.env.DATA_DIR!,
  workshops: Number(values.size),
  copies: values.copies.split(',').map(Number),
  rounds: Number(values.rounds),
  roundMs: Number(values.ms),
  lanes: Number(values.lanes),
  crowd: 100,
  gateway: 'build',
  wants: (subject) => positionals.length === 0 || positionals.some((word) => subject.includes(word)),
  say: (text) => process.stderr.write(`… ${text}\n`),
});

const text = worded(report);
process.stdout.write(values.json ? `${JSON.stringify(report, undefined, 2)}\n` : `${text}\n`);

if (values.write) {
  const file = inRoot('README.md');
  const readme = readFileSync(file, 'utf8');
  const between = /(<!-- bench -->)[\s\S]*?(<!-- \/bench -->)/;
  if (!between.test(readme)) throw new Error('The README has no place for the table.');
  writeFileSync(
    file,
    readme.replace(between, (_, before: string, after: string) => `${before}\n\n${text}\n\n${after}`),
  );
}
process.exitCode = values.strict && report.bars.some(({ isMet }) => !isMet) ? 1 : 0;
