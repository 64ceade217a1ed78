import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { AwsClient } from 'aws4fetch';
import { SaxesParser } from 'saxes';
import type { ByteRange, Listed, OpenFile, Storage } from './storage.ts';

export interface S3Options {
  bucket: string;
  /** Origin of the service; the bucket follows as the first part of the path. */
  endpoint: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Before every name, when the bucket is shared. */
  prefix: string;
}

/** Reads `s3://bucket/prefix?endpoint=https://…&region=…`. */
export function s3Options(url: string, keys: { accessKeyId: string; secretAccessKey: string }): S3Options {
  const { hostname, pathname, searchParams } = new URL(url);
  const region = searchParams.get('region') ?? 'us-east-1';
  const prefix = pathname.replace(/^\/+/, '').replace(/([^/])$/, '$1/');
  const endpoint = searchParams.get('endpoint') ?? `https://s3.${region}.amazonaws.com`;
  return { bucket: hostname, endpoint: endpoint.replace(/\/$/, ''), region, prefix, ...keys };
}

interface Page {
  files: Listed[];
  next: string | undefined;
}

/** Reads one page of ListObjectsV2. */
function pageOf(xml: string): Page {
  const page: Page = { files: [], next: undefined };
  const parser = new SaxesParser();
  let [text, name, at] = ['', '', ''];
  parser.on('opentag', () => void (text = ''));
  parser.on('text', (more) => void (text += more));
  parser.on('closetag', ({ name: tag }) => {
    if (tag === 'Key') name = text;
    else if (tag === 'LastModified') at = text;
    else if (tag === 'NextContinuationToken') page.next = text;
    else if (tag === 'Contents') page.files.push({ name, at: new Date(at) });
  });
  parser.write(xml).close();
  return page;
}

/** Files in any service that speaks S3: for a network whose photos outgrow its database. */
export class S3Storage implements Storage {
  readonly #client: AwsClient;
  readonly #root: string;
  readonly #prefix: string;

  constructor({ bucket, endpoint, region, prefix, accessKeyId, secretAccessKey }: S3Options) {
    this.#client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 3 });
    this.#root = `${endpoint}/${bucket}`;
    this.#prefix = prefix;
  }

  async put(name: string, bytes: Uint8Array, contentType: string): Promise<void> {
    await this.#call('PUT', name, { body: new Uint8Array(bytes), headers: { 'content-type': contentType } });
  }

  async open(name: string, range?: ByteRange): Promise<OpenFile | undefined> {
    const headers: Record<string, string> = range ? { range: `bytes=${range.first}-${range.last}` } : {};
    const answer = await this.#call('GET', name, { headers });
    if (!answer?.body) return undefined;
    const whole = /\/(\d+)$/.exec(answer.headers.get('content-range') ?? '')?.[1];
    return {
      stream: Readable.fromWeb(answer.body as NodeStream),
      bytes: Number(whole ?? answer.headers.get('content-length') ?? 0),
      contentType: answer.headers.get('content-type') ?? 'application/octet-stream',
    };
  }

  async remove(name: string): Promise<void> {
    await this.#call('DELETE', name);
  }

  async *list(prefix: string): AsyncIterable<Listed> {
    let next: string | undefined;
    do {
      const query = new URLSearchParams({ 'list-type': '2', prefix: this.#prefix + prefix });
      if (next) query.set('continuation-token', next);
      const answer = await this.#client.fetch(`${this.#root}/?${query}`);
      if (!answer.ok) throw new Error(`storage: list answered ${answer.status}`);
      const page = pageOf(await answer.text());
      for (const { name, at } of page.files) yield { name: name.slice(this.#prefix.length), at };
      next = page.next;
    } while (next);
  }

  /** One call; undefined when nothing is there. Anything else than a success is a fault of the service. */
  async #call(method: string, name: string, init: RequestInit = {}): Promise<Response | undefined> {
    const path = (this.#prefix + name).split('/').map(encodeURIComponent).join('/');
    const answer = await this.#client.fetch(`${this.#root}/${path}`, { ...init, method });
    if (answer.ok) return answer;
    await answer.body?.cancel();
    if (answer.status === 404 && method !== 'PUT') return undefined;
    throw new Error(`storage: ${method} answered ${answer.status}`);
  }
}
