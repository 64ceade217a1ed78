/** What has to be true before anything else: the right Node, and node_modules as the lock file says. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { inRoot, root } from './folders.mjs';
import { run } from './processes.mjs';
import { Trouble } from './say.mjs';

export function checkNode() {
  const wanted = [20, 19];
  const have = process.versions.node.split('.').map(Number);
  const enough = have[0] !== wanted[0] ? Number(have[0]) > Number(wanted[0]) : Number(have[1]) >= Number(wanted[1]);
  if (!enough)
    throw new Trouble(
      `This is Node ${process.versions.node}; Maillage needs ${wanted.join('.')} or later.`,
      'Install a current Node: https://nodejs.org/en/download',
    );
}

const stamp = inRoot('node_modules/.maillage-installed');
const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(inRoot('package-lock.json')))
    .digest('hex');

/** Whether node_modules holds what the lock file names. Without our own mark, npm's record being younger than the lock is enough. */
export function isInstalled() {
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === lockHash();
  const record = inRoot('node_modules/.package-lock.json');
  return existsSync(record) && statSync(record).mtimeMs >= statSync(inRoot('package-lock.json')).mtimeMs;
}

/** Installs development packages as well, since the product is built here. `npm ci` would refuse a mirror that lacks other platforms' optional packages. */
export async function install() {
  const npm = [
    'install',
    '--no-save',
    '--prefer-offline',
    '--include=dev',
    '--no-audit',
    '--no-fund',
    '--json=false',
    '--loglevel=error',
  ];
  await run('npm', npm, {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'development' },
    advice:
      'Check that this machine reaches the npm registry (`npm ping`), then start again; what was fetched is kept.',
  });
  writeFileSync(stamp, lockHash());
}
