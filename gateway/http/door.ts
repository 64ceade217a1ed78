import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { version } from '../platform/version.ts';

const RETRY_SECONDS = 5;

const words = {
  fr: {
    title: 'Maillage démarre',
    text: 'La base de données ne répond pas encore. Rien n’est perdu\u00A0: cette page se rouvre d’elle-même dès que tout est prêt.',
  },
  en: {
    title: 'Maillage is starting',
    text: 'The database does not answer yet. Nothing is lost: this page opens by itself as soon as all is ready.',
  },
} as const;

const style = `body{font:1.125rem/1.6 system-ui,sans-serif;max-width:36rem;margin:20vh auto;padding:0 1.25rem}
:root{color-scheme:light dark}`;

/** The port of the product, open before its database is: whoever knocks early reads why, and is let in without a restart. */
export interface Door {
  server: Server;
  /** The port that it listens on. Rejects when somebody else has it. */
  listen(port: number, host: string): Promise<number>;
  /** From now on `handle` answers. */
  open(handle: RequestListener): void;
}

export function createDoor(): Door {
  const server = createServer(wait);
  return {
    server,
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
      }),
    open(handle) {
      server.off('request', wait);
      server.on('request', handle);
    },
  };
}

function wait(request: IncomingMessage, response: ServerResponse): void {
  const path = (request.url ?? '/').split('?', 1)[0];
  response.setHeader('retry-after', RETRY_SECONDS);
  response.setHeader('cache-control', 'no-store');
  response.setHeader('x-content-type-options', 'nosniff');
  if (path === '/healthz') return json(response, 200, { status: 'up', version });
  if (path === '/readyz') return json(response, 503, { status: 'database away', version });
  if (request.method !== 'GET' || !request.headers.accept?.includes('text/html'))
    return json(response, 503, {
      errors: [
        {
          message: 'platform.unavailable',
          extensions: { code: 'UNAVAILABLE', key: 'platform.unavailable', params: {} },
        },
      ],
    });
  page(response, /^en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'fr');
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

function page(response: ServerResponse, locale: keyof typeof words): void {
  const { title, text } = words[locale];
  const nonce = randomBytes(16).toString('base64');
  response
    .writeHead(503, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; frame-ancestors 'none'`,
    })
    .end(
      `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta http-equiv="refresh" content="${RETRY_SECONDS}">` +
        `<meta name="viewport" content="width=device-width"><title>${title}</title><style nonce="${nonce}">${style}</style></head>` +
        `<body><main><h1>${title}</h1><p role="status">${text}</p></main></body></html>`,
    );
}
