import 'reflect-metadata';
import { seedCommand } from '../seed/command.ts';
import { createApp } from './app.ts';
import { backupCommand, restoreCommand } from './commands/backup.ts';
import { type Command, Usage } from './commands/command.ts';
import { importCommand } from './commands/import.ts';
import { routeCommand } from './commands/route.ts';
import { doctor } from './doctor.ts';
import { systemClock } from './platform/clock.ts';
import { ConfigError, readConfig } from './platform/config.ts';
import { buildIndexes, connectDatabase, disconnectDatabase } from './platform/database.ts';
import { newId } from './platform/ids.ts';
import { createLog } from './platform/log.ts';
import { createMailer } from './platform/mailer.ts';

/** Every command line of the product, `npm run NAME`. */
const commands: Record<string, Command> = {
  seed: seedCommand,
  import: importCommand,
  route: routeCommand,
  doctor,
  backup: backupCommand,
  restore: restoreCommand,
};

const say = (text: string) => void process.stderr.write(`${text}\n`);
const print = (text: string) => void process.stdout.write(`${text}\n`);

async function run(name: string | undefined, args: readonly string[]): Promise<number> {
  const command = commands[name ?? ''];
  if (!command) {
    say(
      `Commands:\n${Object.entries(commands)
        .map(([known, { usage }]) => `  npm run ${known} -- ${usage}`)
        .join('\n')}`,
    );
    return 2;
  }
  const config = readConfig();
  const log = createLog('silent');
  await connectDatabase({ uri: config.MONGODB_URI, database: config.MONGODB_DATABASE, log });
  try {
    await buildIndexes();
    const app = await createApp({ config, clock: systemClock, newId, mailer: createMailer(config), log });
    return await command.run(args, { app, clock: systemClock, print, say });
  } catch (error) {
    if (!(error instanceof Usage)) throw error;
    say(`${error.message}\n  npm run ${name} -- ${command.usage}`);
    return 2;
  } finally {
    await disconnectDatabase();
  }
}

const [name, ...args] = process.argv.slice(2);
run(name, args).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    say(error instanceof ConfigError ? error.message : String((error as Error).stack));
    process.exitCode = 1;
  },
);
