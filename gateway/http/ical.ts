import { createHash } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { App } from '../app.ts';
import { CLIENT_IP_HEADER } from './client.ts';

const MINUTE = 60_000;
/** Readings of one address on the network in a minute; programs read a feed once an hour. */
const MOST = 60;
/** Wrong addresses tried in a minute before the door stays shut: there are 2^256 of them. */
const MOST_WRONG = 10;
const MOST_CALLERS = 10_000;

interface Tally {
  until: number;
  read: number;
  wrong: number;
}

/** Counts what each caller reads within a minute; forgets everybody when there are too many to remember. */
function counter(now: () => number) {
  const tallies = new Map<string, Tally>();
  return (caller: string): Tally => {
    const known = tallies.get(caller);
    if (known && known.until > now()) return known;
    if (tallies.size >= MOST_CALLERS) tallies.clear();
    const fresh = { until: now() + MINUTE, read: 0, wrong: 0 };
    tallies.set(caller, fresh);
    return fresh;
  };
}

const tags = (header: string | undefined) => (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));

/**
 * `GET /ical/TOKEN.ics`: a calendar for programs that have its address and nothing else. No cookie is read or set; an
 * address that was ended, or never was, is 404.
 */
export function icalRoute({ services: { feeds, clock }, deps: { config } }: App): RequestHandler {
  const tallyOf = counter(() => clock().getTime());
  return async (request, response) => {
    response.set({ 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' });
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return void response.status(405).set('allow', 'GET, HEAD').end();
    const tally = tallyOf(String(request.headers[CLIENT_IP_HEADER] ?? ''));
    tally.read += 1;
    if (config.RATE_LIMITS && (tally.read > MOST || tally.wrong >= MOST_WRONG))
      return void response.status(429).set('retry-after', '60').type('text/plain').send('Too many readings.');
    const token = /^\/ical\/([\w-]+)\.ics$/.exec(request.path)?.[1];
    const text = token && (await feeds.read(token));
    if (!text) {
      tally.wrong += 1;
      return void response.status(404).set('cache-control', 'no-store').type('text/plain').send('No such calendar.');
    }
    const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
    response.set({ etag, 'cache-control': 'private, no-cache' });
    if (tags(request.headers['if-none-match']).includes(etag)) return void response.status(304).end();
    response
      .set({
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': 'inline; filename="maillage.ics"',
      })
      .send(request.method === 'HEAD' ? undefined : text);
  };
}
