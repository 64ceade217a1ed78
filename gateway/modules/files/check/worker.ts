import { parentPort } from 'node:worker_threads';
import type { FileKind } from '../../../../schema/files.ts';
import { inspect } from './inspect.ts';

/** One file, one thread: what it took is given back when the thread ends. */
parentPort!.once('message', ({ bytes, accepts }: { bytes: Uint8Array; accepts: FileKind[] }) => {
  void inspect(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), accepts).then((verdict) =>
    parentPort!.postMessage(verdict),
  );
});
