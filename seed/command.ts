import type { Command } from '../gateway/commands/command.ts';
import { isEmpty, playDemonstration } from './run.ts';

/** `npm run seed`: the demonstration network, in an empty database only. */
export const seedCommand: Command = {
  usage: '(no argument: the database must be empty)',
  async run(_args, { app, say }) {
    if (!(await isEmpty())) {
      say('The database holds workshops or people already: nothing was added.');
      return 1;
    }
    const { accounts, password } = await playDemonstration(app.deps);
    say(`The demonstration network is there. Password of all its accounts: ${password}`);
    for (const { email, name, role } of accounts) say(`  ${email}  ${name}, ${role}`);
    return 0;
  },
};
