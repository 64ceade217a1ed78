/** Debian's packages, where this machine lets us install them. */
import { existsSync } from 'node:fs';
import { run } from './processes.mjs';
import { Trouble } from './say.mjs';

/** Installs packages when we are root on a Debian; elsewhere says exactly what to type. @param {...string} packages */
export async function aptInstall(...packages) {
  const words = `apt-get install ${packages.join(' ')}`;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Trouble(`This machine lacks ${packages.join(', ')}.`, words);
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = () =>
    run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env, advice: words });
  await install().catch(async () => {
    await run('apt-get', ['update'], { env, advice: words });
    await install();
  });
}
