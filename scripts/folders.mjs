/** Where things are on this machine. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');

/** @param {string} path */
export const inRoot = (path) => join(root, path);

/** What the product keeps: database, mails, logs. Stopping keeps it; `DATA_DIR` overrides it. */
export const dataDir = () =>
  resolve(process.env.DATA_DIR || join(process.env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'maillage'));

/** What can be fetched again; shared by every checkout of this user. */
export const cacheDir = () => join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'maillage');
