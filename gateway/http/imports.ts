import { limits } from '../../schema/vocabulary.ts';
import type { ImportBatchService } from '../modules/workshop/import-batch.service.ts';
import { Refusal } from '../platform/refusal.ts';
import { json } from './answers.ts';

/** The body, or undefined as soon as it is larger than a file to import may be. */
async function bytesOf(request: Request): Promise<Buffer | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > limits.importBytes) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limits.importBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** `POST /files/imports?ticket=…` takes one file of workshops or machines as its body; answers with the id of its import. */
export async function receiveImport(imports: ImportBatchService, request: Request, ticket: string): Promise<Response> {
  const bytes = await bytesOf(request);
  if (!bytes) {
    const { code, key, params } = new Refusal('workshop.importFile');
    return json(413, { code, key, params });
  }
  const { _id } = await imports.receive(ticket, bytes);
  return json(201, { id: _id });
}
