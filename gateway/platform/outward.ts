import { lookup as systemLookup } from 'node:dns';
import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Networks that are nobody's business from outside: this machine, the house, the cloud's own services. */
const inward = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  inward.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  inward.addSubnet(network, prefix, 'ipv6');

/** Whether an address belongs to the open network. What is not an address does not. */
export function isOutward(address: string): boolean {
  const family = isIP(address);
  if (family === 0) return false;
  return !inward.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** Why nothing was read from outside. */
export type OutwardFault = 'address' | 'private' | 'unreachable' | 'timeout' | 'tooLarge' | 'status' | 'redirects';

export class OutwardError extends Error {
  readonly fault: OutwardFault;
  /** The HTTP status, when there was an answer. */
  readonly status: number | undefined;

  constructor(fault: OutwardFault, status?: number) {
    super(fault);
    this.fault = fault;
    this.status = status;
  }
}

export interface OutwardOptions {
  timeoutMs: number;
  maxBytes: number;
  /** What the last reading was given: the answer may be that nothing changed. */
  etag?: string | undefined;
  /** Lets private and loopback addresses through: a calendar server in the house, and tests. */
  allowPrivate: boolean;
  lookup?: typeof systemLookup;
}

export interface OutwardAnswer {
  /** Undefined when nothing changed since `etag`. */
  text: string | undefined;
  etag: string | undefined;
}

const MOST_REDIRECTS = 3;

/** An http(s) address of a server outside, without a name and password in it. Throws `OutwardError('address')`. */
export function outwardUrl(text: string): URL {
  const address = text.trim().replace(/^webcals?:\/\//i, 'https://');
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:';
  if (!url || !isWeb || url.username || url.password || !url.hostname) throw new OutwardError('address');
  return url;
}

/**
 * The name is looked up once, every address that it has is judged, and the connection goes to what was judged: a name
 * cannot answer one thing to the guard and another to the connection.
 */
const guarded =
  (options: OutwardOptions): LookupFunction =>
  (hostname, lookupOptions, callback) =>
    (options.lookup ?? systemLookup)(hostname, { ...lookupOptions, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first) return callback(error ?? new OutwardError('unreachable'), '', 4);
      if (!options.allowPrivate && !addresses.every(({ address }) => isOutward(address)))
        return callback(new OutwardError('private'), '', 4);
      if (lookupOptions.all) return callback(null, addresses);
      callback(null, first.address, first.family);
    });

function ask(url: URL, options: OutwardOptions, signal: AbortSignal): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!options.allowPrivate && isIP(host) !== 0 && !isOutward(host)) throw new OutwardError('private');
  const request = url.protocol === 'https:' ? secureRequest : plainRequest;
  const headers = {
    accept: 'text/calendar, text/plain;q=0.5',
    'accept-encoding': 'identity',
    'user-agent': 'Maillage',
    ...(options.etag && { 'if-none-match': options.etag }),
  };
  return new Promise((resolve, reject) => {
    request(url, { headers, signal, lookup: guarded(options), agent: false }, resolve)
      .once('error', reject)
      .end();
  });
}

async function bodyOf(answer: IncomingMessage, maxBytes: number): Promise<string> {
  if (Number(answer.headers['content-length'] ?? 0) > maxBytes) throw new OutwardError('tooLarge');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw new OutwardError('tooLarge');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function follow(url: URL, options: OutwardOptions, signal: AbortSignal, left: number): Promise<OutwardAnswer> {
  const answer = await ask(url, options, signal);
  try {
    const { statusCode = 0, headers } = answer;
    if (statusCode === 304) return { text: undefined, etag: options.etag };
    if (statusCode >= 300 && statusCode < 400 && headers.location) {
      if (left === 0) throw new OutwardError('redirects');
      const next = URL.canParse(headers.location, url.href) ? new URL(headers.location, url).href : '';
      return await follow(outwardUrl(next), options, signal, left - 1);
    }
    if (statusCode !== 200) throw new OutwardError('status', statusCode);
    return { text: await bodyOf(answer, options.maxBytes), etag: headers.etag };
  } finally {
    answer.destroy();
  }
}

/**
 * Reads a text from an address that a person typed: http(s) only, never from a private network, within a time and a
 * size, judged anew at each redirection. Throws `OutwardError`.
 */
export async function readOutside(address: string, options: OutwardOptions): Promise<OutwardAnswer> {
  const signal = AbortSignal.timeout(options.timeoutMs);
  try {
    return await follow(outwardUrl(address), options, signal, MOST_REDIRECTS);
  } catch (error) {
    if (error instanceof OutwardError) throw error;
    // Everything else is of the network: refused, reset, unknown name, bad certificate, out of time.
    throw new OutwardError(signal.aborted ? 'timeout' : 'unreachable');
  }
}
