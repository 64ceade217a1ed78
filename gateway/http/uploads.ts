import type { Readable } from 'node:stream';
import { Server } from '@tus/server';
import { DataStore, ERRORS, Upload } from '@tus/utils';
import type { App } from '../app.ts';
import type { UploadService } from '../modules/files/upload.service.ts';
import { Refusal } from '../platform/refusal.ts';
import { json, refused } from './answers.ts';

/** What is kept at a time of an upload under way: no more than that is sent again after a cut. */
const PIECE = 512 * 1024;

/** A fault as the protocol words it. */
class ProtocolFault extends Error {
  readonly status_code: number;
  readonly body: string;

  constructor({ status_code, body }: { status_code: number; body: string }) {
    super(body);
    this.status_code = status_code;
    this.body = body;
  }
}

/** The tus protocol's view of our uploads: nothing is kept here between two requests. */
class PieceStore extends DataStore {
  override extensions = ['termination'];
  readonly #uploads: UploadService;

  constructor(uploads: UploadService) {
    super();
    this.#uploads = uploads;
  }

  override async getUpload(id: string): Promise<Upload> {
    const found = await this.#uploads.find(id);
    if (!found) throw new ProtocolFault(ERRORS.FILE_NOT_FOUND);
    return new Upload({ id, size: found.bytes, offset: found.offset });
  }

  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    let [at, held, size] = [offset, [] as Buffer[], 0];
    const flush = async () => {
      if (size === 0) return;
      if (!(await this.#uploads.append(id, at, Buffer.concat(held, size))))
        throw new ProtocolFault(ERRORS.INVALID_OFFSET);
      [at, held, size] = [at + size, [], 0];
    };
    try {
      for await (const chunk of stream) {
        held.push(chunk as Buffer);
        size += (chunk as Buffer).length;
        if (size >= PIECE) await flush();
      }
    } finally {
      // The connection was cut, or all has come: either way what was received stays.
      await flush();
    }
    return at;
  }

  override async remove(id: string): Promise<void> {
    await this.#uploads.cancel(id);
  }
}

/** Nobody waits: of two requests that write at the same place, in whichever gateway, the database lets one through. */
const unlocked = { newLock: () => ({ lock: () => Promise.resolve(), unlock: () => Promise.resolve() }) };

const methods = new Set(['HEAD', 'PATCH', 'DELETE']);

/** Ours is one origin: nothing of what the protocol says to other sites. */
function withoutCors(answer: Response): Response {
  for (const name of [...answer.headers.keys()]) if (name.startsWith('access-control-')) answer.headers.delete(name);
  answer.headers.set('cache-control', 'no-store');
  return answer;
}

/**
 * `/files/upload/ID`: sending by the tus protocol, resumable, each request with the ticket of `openUpload` in its header
 * `Upload-Ticket` and the session of the person it was given to. The request that brings the last byte answers with the
 * file, or with why it is refused.
 */
export function uploadsHandler({ services: { uploads }, contextFor }: Pick<App, 'services' | 'contextFor'>) {
  const datastore = new PieceStore(uploads);
  const tus = new Server({ path: '/files/upload', datastore, locker: unlocked, allowedOrigins: [] });

  async function handle(request: Request, id: string): Promise<Response> {
    const { viewer } = await contextFor(request.headers);
    const before = await uploads.admit(viewer, id, request.headers.get('upload-ticket') ?? '');
    if (request.method === 'HEAD' && before.offset === before.bytes) await uploads.finish(viewer, id);
    const answer = withoutCors(await tus.handleWeb(request));
    if (request.method !== 'PATCH') return answer;
    // Broken off in the middle: when another went on meanwhile, that is what the client must know.
    if (answer.status === 400 && (await uploads.find(id))?.offset !== before.offset) return json(409, {});
    if (answer.status !== 204) return answer;
    if (Number(answer.headers.get('upload-offset')) < before.bytes) return answer;
    const { _id, kind, width, height } = await uploads.finish(viewer, id);
    return json(200, { id: _id, kind, width, height }, Object.fromEntries(answer.headers));
  }

  return async (request: Request, id: string): Promise<Response> => {
    if (!methods.has(request.method)) return json(405, {}, { allow: [...methods].join(', ') });
    try {
      return await handle(request, id);
    } catch (error) {
      if (error instanceof Refusal) return refused(error);
      throw error;
    }
  };
}
