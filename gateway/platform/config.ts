import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const flag = z.enum(['0', '1']).transform((value) => value === '1');

const environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  MONGODB_URI: z.string().regex(/^mongodb(\+srv)?:\/\//, 'must start with mongodb:// or mongodb+srv://'),
  MONGODB_DATABASE: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,38}$/, 'letters, digits, _ and - only')
    .optional(),
  DATA_DIR: z.string().min(1).optional(),
  BASE_URL: z.url({ protocol: /^https?$/, error: 'must be an http(s) address' }).optional(),
  AUTH_SECRET: z.string().min(32, 'needs at least 32 characters').optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z.string().min(3).default('Maillage <maillage@localhost>'),
  STORAGE_URL: z
    .string()
    .regex(
      /^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](?:\/|\?|$)/,
      'must look like s3://bucket/prefix?endpoint=https://…',
    )
    .optional(),
  STORAGE_KEY: z.string().min(1).optional(),
  STORAGE_SECRET: z.string().min(1).optional(),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((s) => s.trim())
        .filter(Boolean),
    ),
  GEOCODER_URL: z.url({ protocol: /^https?$/, error: 'must be an http(s) address' }).optional(),
  MAP_TILES_URL: z
    .string()
    .regex(
      /^https?:\/\/[^/\s;,'"]+\/(?=\S*\{z\})(?=\S*\{x\})(?=\S*\{y\})\S+$/,
      'must be an http(s) address with {z}, {x} and {y} in its path',
    )
    .optional(),
  MAP_TILES_ATTRIBUTION: z.string().max(500).optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  WEB: flag.default(true),
  SEED_IF_EMPTY: flag.default(false),
  RATE_LIMITS: flag.default(true),
  /** Whether workshops may have calendars read from private addresses: a server of the house. */
  PRIVATE_CALENDARS: flag.default(false),
});

type Given = z.output<typeof environment>;

export interface Config extends Omit<Given, 'DATA_DIR' | 'BASE_URL' | 'AUTH_SECRET' | 'MONGODB_DATABASE'> {
  DATA_DIR: string;
  /** `MONGODB_DATABASE`, else the one that `MONGODB_URI` names, else `maillage`. */
  MONGODB_DATABASE: string;
  /** Origin by which browsers reach the product; mails link to it. */
  BASE_URL: string;
  AUTH_SECRET: string;
}

/** What is wrong with the environment, every fault at once. */
export class ConfigError extends Error {
  readonly faults: string[];

  constructor(faults: string[]) {
    super(`The configuration has ${faults.length} fault(s):\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.faults = faults;
  }
}

/** Kept beside the data, so that sessions survive a restart on a machine where nobody set `AUTH_SECRET`. */
function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'auth-secret');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}

const defaultDataDir = (env: NodeJS.ProcessEnv) =>
  join(env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'maillage');

/** Reads the environment once. Throws `ConfigError` with all faults. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`));
  const config = parsed.data;
  if (config.STORAGE_URL && !(config.STORAGE_KEY && config.STORAGE_SECRET))
    throw new ConfigError(['STORAGE_URL: needs STORAGE_KEY and STORAGE_SECRET']);
  const DATA_DIR = config.DATA_DIR ?? defaultDataDir(env);
  const host = config.HOST === '0.0.0.0' || config.HOST === '::' ? 'localhost' : config.HOST;
  return {
    ...config,
    DATA_DIR,
    MONGODB_DATABASE: config.MONGODB_DATABASE ?? /^[^/]+\/\/[^/]+\/([^?]+)/.exec(config.MONGODB_URI)?.[1] ?? 'maillage',
    BASE_URL: (config.BASE_URL ?? `http://${host}:${config.PORT}`).replace(/\/$/, ''),
    AUTH_SECRET: config.AUTH_SECRET ?? keptSecret(DATA_DIR),
  };
}
