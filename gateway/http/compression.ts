import type { IncomingMessage, OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** What shrinks: words, not pictures. A stream of events is never held back. */
const shrinks =
  /^(text\/(?!event-stream)|application\/(json|graphql-response\+json|javascript|xml|manifest\+json|ld\+json|geo\+json)|image\/svg\+xml)/;
const bodiless = [204, 206, 304];
/** Below this a packet is a packet. */
const worthBytes = 1_024;
/** Past this an answer is a download: it streams as it is rather than wait in memory. */
const mostBytes = 4_000_000;

const brotli = promisify(brotliCompress);
const zipped = promisify(gzip);

/** In zlib's own threads, off the event loop: 100 kB of page become 12 kB in a millisecond. */
const encoders = {
  br: (body: Buffer) =>
    brotli(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 4,
        [constants.BROTLI_PARAM_LGWIN]: 18,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
  gzip: (body: Buffer) => zipped(body, { level: 5 }),
} as const;
type Plain = Pick<ServerResponse, 'writeHead' | 'write' | 'end' | 'flushHeaders'>;
type Encoding = keyof typeof encoders;

/** The best encoding that the client takes; undefined when it wants the answer as it is. */
function encodingOf(accepted: string | undefined): Encoding | undefined {
  const offers = (accepted ?? '').split(',').flatMap((offer) => {
    const [name, ...params] = offer.split(';').map((part) => part.trim().toLowerCase());
    return params.some((param) => /^q=0(\.0*)?$/.test(param)) ? [] : [name];
  });
  return (['br', 'gzip'] as const).find((name) => offers.includes(name));
}

type Headers = OutgoingHttpHeaders | OutgoingHttpHeader[] | undefined;

const pairsOf = (headers: Headers): [string, string | number | readonly string[]][] =>
  Array.isArray(headers)
    ? headers.flatMap((name, at) => (at % 2 === 0 ? [[String(name), headers[at + 1] as string]] : []))
    : (Object.entries(headers ?? {}).filter(([, value]) => value !== undefined) as [string, string][]);

type Written = [chunk?: unknown, coding?: unknown, done?: unknown];

const bytesOf = ([chunk, coding]: Written): Buffer[] =>
  typeof chunk === 'string'
    ? [Buffer.from(chunk, typeof coding === 'string' ? (coding as BufferEncoding) : 'utf8')]
    : chunk instanceof Uint8Array
      ? [Buffer.from(chunk)]
      : [];

const doneOf = (written: Written) => written.find((one) => typeof one === 'function') as (() => void) | undefined;

/** Holds what is written to one answer until its end, and sends it smaller. */
class Press {
  readonly #response: ServerResponse;
  readonly #encoding: Encoding;
  readonly #plain: Plain;
  #held: Buffer[] = [];
  #size = 0;

  constructor(response: ServerResponse, encoding: Encoding) {
    this.#response = response;
    this.#encoding = encoding;
    this.#plain = {
      writeHead: response.writeHead.bind(response),
      write: response.write.bind(response),
      end: response.end.bind(response),
      flushHeaders: response.flushHeaders.bind(response),
    };
    Object.assign(response, {
      writeHead: (...head: unknown[]) => this.#head(head),
      flushHeaders: () => this.#isWorthIt() || this.#giveUp().flushHeaders(),
      write: (...written: Written) => this.#write(written),
      end: (...written: Written) => this.#end(written),
    });
  }

  #isWorthIt(): boolean {
    const { statusCode, headersSent } = this.#response;
    const header = (name: string) => this.#response.getHeader(name);
    const length = Number(header('content-length') ?? worthBytes);
    return (
      !headersSent &&
      shrinks.test(String(header('content-type') ?? '')) &&
      header('content-encoding') === undefined &&
      !String(header('cache-control') ?? '').includes('no-transform') &&
      !bodiless.includes(statusCode) &&
      length >= worthBytes &&
      length <= mostBytes
    );
  }

  /** Headers wait for the first byte: only then is it known how the body leaves. */
  #head([status, ...rest]: unknown[]): ServerResponse {
    this.#response.statusCode = status as number;
    if (typeof rest[0] === 'string') this.#response.statusMessage = rest[0];
    const headers = rest.find((one) => typeof one === 'object') as Headers;
    for (const [name, value] of pairsOf(headers)) this.#response.setHeader(name, value);
    return this.#response;
  }

  /** From here on the answer leaves as it is written. */
  #giveUp(): ServerResponse {
    Object.assign(this.#response, this.#plain);
    for (const chunk of this.#held) this.#response.write(chunk);
    this.#held = [];
    return this.#response;
  }

  #write(written: Written): boolean {
    if (this.#size === 0 && !this.#isWorthIt()) return this.#giveUp().write(...(written as [Buffer]));
    for (const bytes of bytesOf(written)) {
      this.#held.push(bytes);
      this.#size += bytes.length;
    }
    const done = doneOf(written);
    if (done) process.nextTick(done);
    if (this.#size > mostBytes) this.#giveUp();
    return true;
  }

  #end(written: Written): ServerResponse {
    if (this.#size === 0 && !this.#isWorthIt()) return this.#giveUp().end(...(written as [Buffer]));
    const body = Buffer.concat([...this.#held, ...bytesOf(written)]);
    const response = Object.assign(this.#response, this.#plain);
    const done = doneOf(written);
    response.appendHeader('vary', 'accept-encoding');
    if (body.length < worthBytes) return response.end(body, done);
    encoders[this.#encoding](body).then(
      (small) => {
        const etag = response.getHeader('etag');
        // Other bytes under the same name: the name is a weak one then.
        if (typeof etag === 'string' && !etag.startsWith('W/')) response.setHeader('etag', `W/${etag}`);
        response.setHeader('content-encoding', this.#encoding);
        response.setHeader('content-length', small.length);
        response.end(small, done);
      },
      () => response.end(body, done),
    );
    return response;
  }
}

/**
 * Makes `response` shrink what is written to it, when the client can read that and it is worth it. Whoever writes the
 * answer (Apollo, the pages, files) knows nothing of it.
 */
export function compress(request: IncomingMessage, response: ServerResponse): void {
  const encoding = encodingOf(request.headers['accept-encoding']);
  if (encoding && request.method !== 'HEAD') new Press(response, encoding);
}
