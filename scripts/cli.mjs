/** `npm run import|route|seed|doctor`: the command lines, on the database of the running product or on one brought up for them. */
import { foreground } from './processes.mjs';
import { explain, keepStdoutClean } from './say.mjs';
import { database, ensureBuilt, ensureInstalled } from './session.mjs';
import { dataDir, inRoot } from './folders.mjs';

keepStdoutClean();
const [command = '', ...rest] = process.argv.slice(2);

try {
  await ensureInstalled();
  const [base] = await Promise.all([database(command), ensureBuilt(['gateway'])]);
  let code;
  try {
    code = await foreground(['--enable-source-maps', inRoot('build/gateway/cli.mjs'), command, ...rest], {
      // Where the command was typed: the file it names is found from there.
      cwd: process.env.INIT_CWD ?? process.cwd(),
      env: { MONGODB_URI: base.uri, DATA_DIR: dataDir(), NODE_ENV: 'production' },
    });
  } finally {
    await base.stop();
  }
  process.exitCode = code;
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
